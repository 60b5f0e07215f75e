import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Records } from '../monitor/ports.ts';
import { servedAddress } from '../page/address.ts';
import { pageApp } from '../page/app.ts';
import { oneEditor } from '../page/visitors.ts';
import { type OpenTable, openTable, type TableChoice, tableTrouble } from './table.ts';

/** The embedded table is let go after so many milliseconds without a request, so that others can work on it. */
const IDLE_MS = 300;

export interface PageServer {
  /** `http://127.0.0.1:41234/` */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the pages on loopback, to one editor. @param port 0 for a free one */
export async function servePages(
  choice: TableChoice,
  { editor, zone, port }: { readonly editor: string; readonly zone: string; readonly port: number },
): Promise<PageServer> {
  const table = sharedTable(choice);
  let hosts: readonly string[] = [];
  const app = pageApp({
    records: table.use,
    visitors: oneEditor(editor, randomBytes(16).toString('hex')),
    zone,
    now: () => new Date(),
    hosts: () => hosts,
    address: servedAddress,
    feeds: (origin) => origin,
    since: null,
    explain: (error) =>
      tableTrouble(error, choice.table) ?? (error instanceof Error ? error.message : String(error)),
    refused: () => {},
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
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

/** One table for requests that overlap, open as long as any of them needs it. */
function sharedTable(choice: TableChoice) {
  let open: Promise<OpenTable> | null = null;
  let users = 0;
  let idle: NodeJS.Timeout | undefined;
  const close = async () => {
    clearTimeout(idle);
    const last = open;
    open = null;
    await (await last)?.close();
  };
  // The next one waits until the last one is closed: the folder has one user at a time.
  let closing: Promise<unknown> = Promise.resolve();
  return {
    close,
    async use<T>(work: (records: Records) => Promise<T>): Promise<T> {
      users += 1;
      clearTimeout(idle);
      try {
        open ??= closing.then(() => openTable(choice));
        return await work((await open).records);
      } catch (error) {
        // A table that could not be opened is tried anew.
        if (
          open &&
          (await open.then(
            () => false,
            () => true,
          ))
        )
          open = null;
        throw error;
      } finally {
        users -= 1;
        if (users === 0)
          idle = setTimeout(() => {
            closing = close().catch(() => {});
          }, IDLE_MS);
      }
    },
  };
}
