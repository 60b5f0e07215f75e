import { cpSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { type AssetCode, Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';

/** What is deployed as a function's code. */
export interface Bundled {
  /** The name of its file in functions/, without its ending. */
  readonly entry:
    | 'dispatch'
    | 'ask-for-stories'
    | 'check-feeds'
    | 'read-items'
    | 'notify'
    | 'deliver'
    | 'load-stories'
    | 'page'
    | 'canary';
  /** A module of lib/, without its ending, that it starts as a thread: beside it under its own name. */
  readonly worker?: 'feed/parse-worker';
  /** A folder of lib/ whose files it reads: copied beside it under its own name. */
  readonly files?: 'page/assets';
  /** A file that it reads, put beside it. */
  readonly data?: { readonly name: string; readonly text: string };
}

const FOLDER = fileURLToPath(new URL('../..', import.meta.url));
/** What CommonJS packages inside a bundle of modules look for. */
const REQUIRE =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** A function with all that it imports. What it imports by `import()` is a file of its own, read when that is reached. */
export function bundledCode(bundled: Bundled): AssetCode {
  const { entry, worker, files, data } = bundled;
  return Code.fromAsset(FOLDER, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // No container is needed: what follows always succeeds, or throws.
      image: DockerImage.fromRegistry('none'),
      // By this the CDK knows in one synthesis which bundle is which.
      command: [JSON.stringify(bundled)],
      local: {
        tryBundle: (to) => {
          build(to, {
            index: `functions/${entry}.ts`,
            ...(worker && { [basename(worker)]: `lib/${worker}.ts` }),
          });
          if (files) cpSync(join(FOLDER, 'lib', files), join(to, basename(files)), { recursive: true });
          if (data) writeFileSync(join(to, data.name), data.text);
          return true;
        },
      },
    },
  });
}

/** @throws where a module cannot be bundled, with esbuild's reasons on stderr */
function build(to: string, entryPoints: Readonly<Record<string, string>>): void {
  buildSync({
    entryPoints,
    outdir: to,
    outExtension: { '.js': '.mjs' },
    absWorkingDir: FOLDER,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minify: true,
    keepNames: true,
    sourcemap: true,
    sourcesContent: false,
    banner: { js: REQUIRE },
    logLevel: 'warning',
    mainFields: ['module', 'main'],
    // The very versions that were tested, not those that the runtime happens to have: nothing stays outside.
    external: [],
    // Feeds are read here and never written: what xml2js would write XML by stays out, 67 KB.
    alias: { xmlbuilder: 'sax' },
  });
}
