import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname, extname, join, resolve } from 'node:path';
import sirv from 'sirv';
import type { FeedRef } from '../model/feed.ts';
import { InputError } from '../model/input-error.ts';
import { typedLoopback } from '../model/loopback.ts';

/** What a folder's files are taken for feeds by. */
const FEED_FILES = new Set(['.xml', '.rss', '.atom', '.rdf', '.json']);

export interface FeedSources {
  readonly feeds: readonly FeedRef[];
  /** Where loopback may be read: what is served here, and what a user named there by hand. */
  readonly loopback: readonly string[];
  close(): Promise<void>;
}

/**
 * Feeds from what a user names: an http or https URL as it is, a file or a folder of files served on loopback so
 * that it is fetched like any other. A served feed is known by its path, whatever port it is served on.
 * @param byHand whether the user typed them, and not somebody's baseline file: loopback is read only then
 * @throws InputError for what is neither, and for a folder without feeds
 */
export async function openFeedSources(sources: readonly string[], byHand = true): Promise<FeedSources> {
  const found = await Promise.all(sources.map(findSource));
  const closers: (() => Promise<void>)[] = [];
  const feeds: FeedRef[] = [];
  const loopback: string[] = [];
  for (const { folder, files, url } of found) {
    if (url !== null) {
      feeds.push({ id: url, url });
      if (byHand) loopback.push(...typedLoopback(url));
      continue;
    }
    const served = await serve(folder);
    closers.push(served.close);
    loopback.push(served.address);
    feeds.push(
      ...files.map((file) => ({
        id: join(folder, file),
        url: `${served.address}/${encodeURI(file)}`,
      })),
    );
  }
  return { feeds, loopback, close: async () => void (await Promise.all(closers.map((close) => close()))) };
}

interface Source {
  readonly url: string | null;
  readonly folder: string;
  readonly files: readonly string[];
}

async function findSource(source: string): Promise<Source> {
  if (/^https?:\/\//i.test(source)) {
    if (!URL.canParse(source))
      throw new InputError(`--feeds: "${source}" is no URL that can be read; check its spelling`);
    return { url: source, folder: '', files: [] };
  }
  if (/^[a-z][\w+.-]*:\/\//i.test(source))
    throw new InputError(
      `--feeds: "${source}" is an unknown kind of feed, expected an http or https URL, a file or a folder`,
    );
  const path = resolve(source);
  const kind = await stat(path).catch(() => null);
  if (kind === null)
    throw new InputError(
      `--feeds: there is no file or folder ${source}, expected one, or an http or https URL; check the path`,
    );
  if (!kind.isFile() && !kind.isDirectory())
    throw new InputError(
      `--feeds: ${source} is a pipe or a device, expected a file, a folder, or an http or https URL`,
    );
  if (kind.isFile()) return { url: null, folder: dirname(path), files: [basename(path)] };
  const all = (await readdir(path)).toSorted();
  const files = all.filter((file) => FEED_FILES.has(extname(file).toLowerCase()));
  if (files.length === 0)
    throw new InputError(
      `--feeds: the folder ${source} holds no feed, expected files that end in ${[...FEED_FILES].join(', ')}`,
    );
  return { url: null, folder: path, files };
}

async function serve(folder: string): Promise<{ address: string; close: () => Promise<void> }> {
  const files = sirv(folder, { etag: true, dev: true, dotfiles: false });
  const server = createServer((request, response) =>
    files(request, response, () => {
      response.statusCode = 404;
      response.end();
    }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
