import { parentPort, workerData } from 'node:worker_threads';
import { type DocumentJob, readItems } from './read-document.ts';

/** Reads the one document that it was started for. */
parentPort?.postMessage(await readItems(workerData as DocumentJob));
