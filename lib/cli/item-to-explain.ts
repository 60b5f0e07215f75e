import { NO_MEMORY } from '../model/feed.ts';
import { InputError } from '../model/input-error.ts';
import { type Item, versionKey } from '../model/item.ts';
import type { StoredChange } from '../model/report.ts';
import type { Story } from '../model/story.ts';
import type { KeptStory, Records } from '../monitor/ports.ts';
import { readerIdOf } from '../monitor/stale.ts';
import { storyOf } from '../monitor/story.ts';
import { waitingLines } from '../view/waiting.ts';
import { readBaselineFile } from './baseline-file.ts';
import { type FeedItems, isNamed, keptItemNamed, readItems } from './item-named.ts';
import { recallRun } from './last-run.ts';
import { storyNamed } from './story-named.ts';
import type { Terminal } from './terminal.ts';

/** What is asked about. */
export interface Wanted {
  readonly item: string;
  readonly claim: string | undefined;
  readonly feeds: readonly string[] | undefined;
}

/** An item with its story, and what is kept of both. */
export interface Found {
  readonly story: Story;
  readonly item: Item;
  /** The reader by which the story was last judged, by its id; null where that is not known. */
  readonly judged: string | null;
  /** What is kept of the story; null without a table. */
  readonly stored: readonly StoredChange[] | null;
  /** Why the item was not judged yet; null where it was, or is not kept. */
  readonly waits: string | null;
}

/** A story and the item from a baseline file and feeds, without a table. */
export async function inFeeds(wanted: Wanted, file: string, { note }: Terminal): Promise<Found> {
  const story = storyOf(await readBaselineFile(file, note));
  checkClaim(story, wanted.claim);
  const sources = wanted.feeds ?? story.baseline.feeds;
  const read = await readItems(sources, async () => NO_MEMORY);
  const item = read.items.find((each) => isNamed(each, wanted.item));
  if (!item) throw notFound(wanted.item, [read]);
  return { story, item, judged: null, stored: null, waits: null };
}

export async function inTable(wanted: Wanted, slug: string | undefined, records: Records): Promise<Found> {
  const stories =
    slug === undefined ? await withClaim(records, wanted.claim) : [await storyNamed(records, slug)];
  for (const story of stories) checkClaim(story, wanted.claim);
  for (const story of wanted.feeds ? [] : stories) {
    const item = await keptItemNamed(records, story.baseline.story, wanted.item);
    if (item) return found(story, item, records);
  }
  const looked: FeedItems[] = [];
  for (const story of stories) {
    const sources = wanted.feeds ?? (await recallRun(story.baseline.story))?.feeds ?? [];
    const read = await readItems(sources.length > 0 ? sources : story.baseline.feeds, (feed) =>
      records.feedMemory(feed),
    );
    looked.push(read);
    const item = read.items.find((each) => isNamed(each, wanted.item));
    if (item) return found(story, item, records);
  }
  throw notFound(wanted.item, looked);
}

async function found(story: KeptStory, item: Item, records: Records): Promise<Found> {
  const waiting = await records.waitingItems(story.baseline.story, new Date());
  const own = waiting.filter((each) => versionKey(each.item) === versionKey(item));
  const [waits = null] = waitingLines(own);
  return { story, item, judged: readerIdOf(story), stored: await records.changes(story), waits };
}

function notFound(item: string, looked: readonly FeedItems[]): InputError {
  const read = looked.reduce((sum, { items }) => sum + items.length, 0);
  const failures = looked.flatMap((each) => each.failures);
  return new InputError(
    [
      ...failures,
      `There is no item "${item}" among those that are kept, nor among the ${read} that the feeds hold now: check the guid, or name the feeds with --feeds`,
    ].join('\n'),
  );
}

function checkClaim({ baseline }: Story, claim: string | undefined): void {
  if (claim === undefined || baseline.claims.some(({ id }) => id === claim)) return;
  throw new InputError(
    `The story "${baseline.story}" has no claim "${claim}", expected one of ${baseline.claims.map(({ id }) => id).join(', ')}`,
  );
}

/** Every story, or those that have the claim. */
async function withClaim(records: Records, claim: string | undefined): Promise<KeptStory[]> {
  const stories = await records.everyStory();
  if (stories.length === 0)
    throw new InputError(
      'The table holds no story: run claimwatch run --baseline FILE first, or give --baseline FILE',
    );
  const found =
    claim === undefined
      ? stories
      : stories.filter(({ baseline }) => baseline.claims.some(({ id }) => id === claim));
  if (found.length === 0)
    throw new InputError(
      `No story has a claim "${claim}": \`claimwatch story SLUG\` lists the claims of ${stories.map(({ baseline }) => baseline.story).join(', ')}`,
    );
  return found;
}
