import type { Baseline } from '../../lib/model/baseline.ts';
import type { Item } from '../../lib/model/item.ts';
import { defaultFolders, openStream } from '../score/stream.ts';
import { type Loopback, loopback } from '../support/loopback.ts';
import { rss } from '../support/rss.ts';

/**
 * A team's stories and the feeds that they read, made from the labelled streams of test/cases. The stories beyond
 * those have the same claims with other names: their ordinary words are those of news, their parties nobody's.
 */

export interface Team {
  readonly stories: readonly Baseline[];
  readonly server: Loopback;
  /** The clock by which feeds publish, in milliseconds since 1970. */
  now: number;
}

/** So many items a document holds. */
const WINDOW = 40;
/** So many of a hundred feeds publish at each rhythm, in minutes between two items; null for never again. */
const RHYTHMS: readonly (readonly [share: number, minutes: number | null])[] = [
  [5, 5],
  [40, 60],
  [35, 24 * 60],
  [20, null],
];

/** @param feedsOf the numbers of the feeds that a story reads, by its own number */
export async function teamOf(
  count: number,
  feedsOf: (story: number) => readonly number[],
  start: number,
): Promise<Team> {
  const streams = await Promise.all(defaultFolders().map(openStream));
  for (const { close } of streams) close();
  const items = streams.flatMap((stream) => stream.items);
  const texts = new Map<string, { readonly etag: string; readonly body: string }>();
  const server = await loopback(({ url = '', headers }, response) => {
    const n = Number(url.slice(1));
    const published = publishedBy(n, team.now, start);
    const etag = `"${published}"`;
    if (headers['if-none-match'] === etag) return void response.writeHead(304).end();
    const known = texts.get(url);
    const body = known?.etag === etag ? known.body : documentOf(n, published, items, start);
    texts.set(url, { etag, body });
    response.setHeader('etag', etag).end(body);
  });
  const stories = Array.from({ length: count }, (_, i): Baseline => {
    const { baseline } = streams[i % streams.length] as (typeof streams)[number];
    const feeds = feedsOf(i).map((n) => `${server.url}/${n}`);
    return i < streams.length
      ? { ...baseline, feeds }
      : { ...renamed(baseline, Math.floor(i / streams.length)), feeds };
  });
  const team = { stories, server, now: start };
  return team;
}

/** A feed's rhythm, the same for all whose numbers end alike. */
function minutesOf(n: number): number | null {
  let rank = (n * 37) % 100;
  for (const [share, minutes] of RHYTHMS) {
    if (rank < share) return minutes;
    rank -= share;
  }
  return null;
}

/** How many items a feed has published since a time. */
function publishedBy(n: number, now: number, start: number): number {
  const minutes = minutesOf(n);
  return minutes === null ? 0 : Math.floor((now - start) / 60_000 / minutes + ((n * 7) % 10) / 10);
}

function documentOf(n: number, published: number, items: readonly Item[], start: number): string {
  const minutes = minutesOf(n) ?? 24 * 60 * 30;
  const window = Array.from({ length: WINDOW }, (_, i) => {
    const serial = published - i;
    const item = items[(((n * 131 + serial * 17) % items.length) + items.length) % items.length] as Item;
    const said = new Date(start + (serial - ((n * 7) % 10) / 10) * minutes * 60_000);
    const guid = `${n}-${serial}`;
    const times = { publishedAt: said.toISOString(), saidAt: said.toISOString() };
    return { ...item, guid, link: `https://feed-${n}.example/${guid}`, ...times };
  });
  return rss(`Feed ${n}`, window.toReversed());
}

const SYLLABLES = [
  'bar',
  'den',
  'fol',
  'gri',
  'hul',
  'kov',
  'lun',
  'mar',
  'nes',
  'pol',
  'rud',
  'sor',
  'tev',
  'vak',
  'wen',
  'zim',
];

/** The same claims of other parties: each name becomes another one, the same throughout. */
function renamed(baseline: Baseline, round: number): Baseline {
  const other = (text: string) =>
    text.replaceAll(/\b[A-Z]\p{L}{3,}\b/gu, (name) => nameFor(`${name}${round}`));
  return {
    ...baseline,
    story: `${baseline.story}-${round}`,
    article: { ...baseline.article, title: other(baseline.article.title) },
    claims: baseline.claims.map((claim) => ({ ...claim, text: other(claim.text) })),
  };
}

function nameFor(key: string): string {
  let hash = 7;
  for (const sign of key) hash = (hash * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003;
  const name = [0, 1, 2].map((i) => SYLLABLES[Math.floor(hash / 16 ** i) % 16]).join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
