import { parentPort, workerData } from 'node:worker_threads';
import { readDocument } from './document.ts';
import type { ParseJob } from './isolate.ts';

/** Parses the one document that it was started for. */
const { bytes, contentType, url } = workerData as ParseJob;
parentPort?.postMessage(await readDocument(bytes, contentType, url));
