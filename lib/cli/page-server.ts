import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { InputError } from '../model/input-error.ts';
import { servedAddress } from '../page/address.ts';
import { pageApp } from '../page/app.ts';
import { oneEditor } from '../page/visitors.ts';
import { type SharedTable, sharedTable } from './shared-table.ts';
import { type TableChoice, tableTrouble } from './table.ts';

export interface PageServer {
  /** `http://127.0.0.1:41234/` */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the pages on loopback, to one editor. @param port 0 for a free one @param table shared with whatever else works on it */
export async function servePages(
  choice: TableChoice,
  { editor, zone, port }: { readonly editor: string; readonly zone: string; readonly port: number },
  table: SharedTable = sharedTable(choice),
): Promise<PageServer> {
  let hosts: readonly string[] = [];
  const app = pageApp({
    records: (work) => table.use(({ records }) => work(records)),
    visitors: oneEditor(editor, randomBytes(16).toString('hex')),
    zone,
    now: () => new Date(),
    hosts: () => hosts,
    address: servedAddress,
    feeds: (origin) => origin,
    since: null,
    // Browsers share cookies between all ports: each folder and table has its own.
    seenCookie: `seen-${createHash('sha256').update(`${process.cwd()} ${choice.table}`).digest('hex').slice(0, 8)}`,
    failed: (error) =>
      tableTrouble(error, choice.table) ?? (error instanceof Error ? error.message : String(error)),
    refused: () => {},
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE'
      ? new InputError(`--port: ${port} is in use, expected a free one; without --port one is found`)
      : error;
  });
  const { port: taken } = server.address() as AddressInfo;
  hosts = [`127.0.0.1:${taken}`, `localhost:${taken}`];
  return {
    url: `http://127.0.0.1:${taken}/`,
    async close() {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await table.close();
    },
  };
}
