import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { itemsOf } from '../../lib/feed/items.ts';
import { parseDocument } from '../../lib/feed/parse.ts';
import type { Baseline } from '../../lib/model/baseline.ts';
import { NO_MEMORY } from '../../lib/model/feed.ts';
import type { Item } from '../../lib/model/item.ts';
import { parseBaseline } from '../../lib/model/parse-baseline.ts';
import type { Kind } from '../../lib/model/report.ts';
import { recall } from '../../lib/monitor/feed-memory.ts';
import { rss } from '../support/rss.ts';

/** One change as a reader labelled it. */
export interface Development {
  readonly id: string;
  /** Null for a turn that no claim foresaw. */
  readonly claim: string | null;
  readonly kind: Kind;
  readonly value: string;
  /** The guids of the items that report it, the first one first. */
  readonly reports: readonly string[];
}

/** What should have been recorded (`gold.json`). */
export interface Gold {
  readonly developments: readonly Development[];
  readonly items: Readonly<Record<string, 'develops' | 'restates' | 'background' | 'off-story'>>;
}

/** A labelled stream: a folder with `baseline.json`, `gold.json` and `coverage.json` or `feeds/`. */
export interface Stream {
  readonly name: string;
  readonly baselineFile: string;
  readonly baseline: Baseline;
  readonly items: readonly Item[];
  readonly gold: Gold;
  /** A folder of RSS files with the items. */
  readonly feeds: string;
  close(): void;
}

/** The baseline of a stream of the shipped story is the shipped one. */
const SHIPPED = 'baseline';

const CASES = 'test/cases';

/** The project's own streams. */
export function defaultFolders(): string[] {
  return readdirSync(CASES)
    .toSorted()
    .map((name) => join(CASES, name));
}

export async function openStream(folder: string): Promise<Stream> {
  const name = basename(folder);
  const own = join(folder, 'baseline.json');
  const baselineFile = existsSync(own) ? own : resolve(SHIPPED, `${name}.json`);
  const baseline = parseBaseline(readJson(baselineFile), baselineFile);
  const gold = readJson(join(folder, 'gold.json')) as Gold;
  const feeds = join(folder, 'feeds');
  if (existsSync(feeds))
    return { name, baselineFile, baseline, items: await readFeeds(feeds), gold, feeds, close: () => {} };
  const items = (readJson(join(folder, 'coverage.json')) as Item[]).map((item) => ({
    ...item,
    id: item.guid,
    origin: item.source,
    text: '',
    version: item.guid,
    publishedAt: new Date(item.publishedAt).toISOString(),
    saidAt: new Date(item.publishedAt).toISOString(),
  }));
  const served = mkdtempSync(join(tmpdir(), 'claimwatch-stream-'));
  for (const [i, source] of [...new Set(items.map((item) => item.source))].entries()) {
    const own = items.filter((item) => item.source === source);
    writeFileSync(join(served, `${i}.xml`), rss(source, own));
  }
  const close = () => rmSync(served, { recursive: true });
  return { name, baselineFile, baseline, items, gold, feeds: served, close };
}

async function readFeeds(folder: string): Promise<Item[]> {
  const now = new Date();
  const files = readdirSync(folder).toSorted();
  const feeds = await Promise.all(
    files.map((file) => parseDocument(readFileSync(join(folder, file), 'utf8'), 'http://feed.example/')),
  );
  return feeds
    .flatMap((feed) => recall(itemsOf(feed, now).items, NO_MEMORY, { now, replays: false }).dated)
    .map(({ item }) => item)
    .toSorted((a, b) => a.saidAt.localeCompare(b.saidAt));
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
