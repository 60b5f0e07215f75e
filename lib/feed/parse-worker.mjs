import { tsImport } from 'tsx/esm/api';

// From its sources; in a bundle the worker itself, bundled, has this name.
await tsImport('./parse-worker.ts', import.meta.url);
