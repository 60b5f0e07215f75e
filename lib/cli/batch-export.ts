import { open } from 'node:fs/promises';
import pLimit from 'p-limit';
import { type Item, versionKey } from '../model/item.ts';
import type { ReaderSettings } from '../model/reader-settings.ts';
import type { KeptStory, Records } from '../monitor/ports.ts';
import { isHeldForBatch } from '../monitor/queue.ts';
import { WRITES_AT_ONCE } from '../monitor/unread.ts';
import { answerKeyOf, digest, storyTextDigest } from '../readers/digests.ts';
import { batchLine, MOST_BYTES, MOST_REQUESTS } from '../readers/model/batch.ts';
import { type HostedReader, hostedIdentity } from '../readers/named.ts';
import { requestsAbout, unanswered } from './requests-about.ts';

export interface BatchExport {
  readonly reader: HostedReader;
  readonly settings: ReaderSettings;
  /** The items are held for the batch until then; null where they go on waiting for their own reader. */
  readonly holdUntil: Date | null;
  readonly now: Date;
}

/** What an export came to. */
export interface Exported {
  readonly requests: number;
  readonly items: number;
  /** What one file may hold is reached: the others go into the next one. */
  readonly isFull: boolean;
}

/** So many items are looked at in one go. */
const ROUND = 1_000;
/** What was asked is remembered for so long, in milliseconds: a batch takes a day. */
const REMEMBERED_MS = 30 * 24 * 3_600_000;

/**
 * Writes requests about items of stories into a new file, a line each: of those that wait and are held from then on, or of all
 * kept ones that the reader has not answered.
 */
export async function exportBatch(
  file: string,
  stories: readonly KeptStory[],
  records: Records,
  batch: BatchExport,
): Promise<Exported> {
  const handle = await open(file, 'wx');
  let [requests, items, bytes] = [0, 0, 0];
  // A round more must not be too much.
  const isFull = () => requests > MOST_REQUESTS - ROUND || bytes > 0.9 * MOST_BYTES;
  try {
    for (const story of stories)
      for await (const round of roundsOf(story, records, batch)) {
        const written = await writeRequests(story, round, records, batch);
        for (const line of written) bytes += Buffer.byteLength(line) + 1;
        await handle.write(written.map((line) => `${line}\n`).join(''));
        requests += written.length;
        items += round.length;
        if (isFull()) return { requests, items, isFull: true };
      }
    return { requests, items, isFull: false };
  } finally {
    await handle.close();
  }
}

/** The items of a story to ask about, some at a time. */
async function* roundsOf(story: KeptStory, records: Records, batch: BatchExport): AsyncGenerator<Item[]> {
  const { holdUntil, now, reader, settings } = batch;
  const { id } = hostedIdentity(reader, settings);
  const slug = story.baseline.story;
  const limit = pLimit(WRITES_AT_ONCE);
  if (!holdUntil) {
    const waiting = await records.waitingItems(slug, now);
    const held = new Set(
      waiting.flatMap(({ item, waitsFor }) => (waitsFor === 'batch' ? [versionKey(item)] : [])),
    );
    const items = (await records.keptItems(slug, now)).filter((item) => !held.has(versionKey(item)));
    const kept = await unanswered(story, items, id, records);
    for (let i = 0; i < kept.length; i += ROUND) yield kept.slice(i, i + ROUND);
    return;
  }
  const time = now.toISOString();
  const keys = (await records.waitingKeys(slug)).filter((key) => !isHeldForBatch(key, time));
  for (let i = 0; i < keys.length; i += ROUND) {
    const taken = await limit.map(keys.slice(i, i + ROUND), (key) => records.take(key, now, holdUntil, true));
    const held = taken.flatMap((each) => each ?? []);
    const toAsk = new Set(
      await unanswered(
        story,
        held.map(({ item }) => item),
        id,
        records,
      ),
    );
    // An answer is kept of them: their reader asks nobody.
    const known = held.filter(({ item }) => !toAsk.has(item));
    await limit.map(known, ({ key }) => records.endBatch(key, '', now));
    if (toAsk.size > 0) yield [...toAsk];
  }
}

/** The lines of the requests about some items; each is remembered until its answer comes. */
async function writeRequests(
  story: KeptStory,
  items: readonly Item[],
  records: Records,
  { reader, settings, now, holdUntil }: BatchExport,
): Promise<string[]> {
  const { baseline } = story;
  const { id: readerId } = hostedIdentity(reader, settings);
  const storyText = storyTextDigest(baseline);
  const until = new Date(now.getTime() + REMEMBERED_MS);
  const isHeld = holdUntil !== null;
  return pLimit(WRITES_AT_ONCE).map(
    requestsAbout(story, items, settings),
    async ({ request, items: own }) => {
      const asked = own.map((item) => ({
        guid: item.guid,
        itemId: item.id,
        version: item.version,
        ...answerKeyOf(item),
      }));
      const slug = baseline.story;
      const held = isHeld ? 'held' : '';
      const id = digest([readerId, slug, storyText, held, ...asked.flatMap((each) => Object.values(each))]);
      await records.keepRequest(
        { id, reader: readerId, story: slug, storyText, items: asked, isHeld },
        until,
      );
      return batchLine(reader, id, request, settings.models[reader.model]);
    },
  );
}
