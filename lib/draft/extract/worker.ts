import { parentPort, workerData } from 'node:worker_threads';
import { type PageJob, readPage } from './read-page.ts';

/** Reads the one page that it was started for. */
parentPort?.postMessage(readPage(workerData as PageJob));
