import { parentPort, workerData } from 'node:worker_threads';
import { type DocumentJob, readDocumentItems } from './read-document.ts';

/** Reads the one document that it was started for. */
parentPort?.postMessage(await readDocumentItems(workerData as DocumentJob));
