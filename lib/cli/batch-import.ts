import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import pLimit from 'p-limit';
import { InputError } from '../model/input-error.ts';
import { versionKey } from '../model/item.ts';
import type { ReaderSettings } from '../model/reader-settings.ts';
import type { Micros } from '../model/spending.ts';
import type { Records } from '../monitor/ports.ts';
import { readWaiting } from '../monitor/read-waiting.ts';
import { readerIdOf } from '../monitor/stale.ts';
import { KEPT_DAYS } from '../readers/answers.ts';
import type { BatchRequest } from '../readers/batches.ts';
import { storyTextDigest } from '../readers/digests.ts';
import { openKept } from '../readers/hosted.ts';
import { type BatchReply, readBatchLine } from '../readers/model/batch.ts';
import { BATCH_SHARE, costOf } from '../readers/model/cost.ts';
import { priceOf } from '../readers/model/models.ts';
import { readReply } from '../readers/model/reply.ts';
import { hostedIdentity, hostedOfId } from '../readers/named.ts';
import { daysAfter } from '../text/edtf.ts';

/** What an import came to. */
export interface Imported {
  /** Requests that were answered, and that failed. */
  readonly answered: number;
  readonly failed: number;
  /** Answers to what this table does not remember to have asked, or that were imported already. */
  readonly unknown: number;
  readonly items: number;
  /** Items that wait again: their request failed, or its answer lacks them. */
  readonly waitAgain: number;
  /** New change records. */
  readonly changes: number;
  /** Of the provider's usage, at half the price; null where no price is known. */
  readonly cost: Micros | null;
  /** Why requests failed, each reason once. */
  readonly reasons: readonly string[];
}

const AT_ONCE = 16;
const IDS_AT_ONCE = 1_000;

/** Answers that were kept, by story: the versions of items that they are to. */
type Answered = Map<string, { readonly reader: string; readonly versions: Set<string> }>;

/** Keeps the answers of a batch, in whatever order they come, and judges by them what waited for them. @throws InputError for a line that is no answer; nothing is imported then */
export async function importBatch(
  file: string,
  records: Records,
  settings: ReaderSettings,
  now: Date,
): Promise<Imported> {
  const replies = await readReplies(file);
  const counts = { answered: 0, failed: 0, unknown: 0, items: 0, waitAgain: 0 };
  const reasons = new Set<string>();
  const answered: Answered = new Map();
  const costs = new Map<string, Micros>();
  let isPriced = true;
  const limit = pLimit(AT_ONCE);
  for (let i = 0; i < replies.length; i += IDS_AT_ONCE) {
    const some = replies.slice(i, i + IDS_AT_ONCE);
    const asked = await records.requestsOf(some.map(({ id }) => id));
    await limit.map(some, async ({ id, reply }) => {
      const request = asked.get(id);
      if (!request) {
        counts.unknown += 1;
        return;
      }
      const read = await keepAnswers(request, reply, records, now, answered);
      // One that was imported at the same time elsewhere is counted there.
      if (!(await records.endRequest(id))) {
        counts.unknown += 1;
        return;
      }
      counts[read.why === null ? 'answered' : 'failed'] += 1;
      if (read.why !== null) reasons.add(read.why);
      counts.items += read.items;
      counts.waitAgain += request.items.length - read.items;
      const model = hostedOfId(request.reader)?.model ?? '';
      const price = priceOf(model, settings.models[model]);
      if (!price) isPriced = false;
      else if (reply.usage)
        costs.set(request.story, (costs.get(request.story) ?? 0) + costOf(price, reply.usage) * BATCH_SHARE);
    });
  }
  const day = now.toISOString().slice(0, 10);
  for (const [story, cost] of costs) await records.noteBatch(story, day, Math.ceil(cost));
  const changes = await judgeAnswered(answered, records, settings, now);
  const cost = isPriced ? [...costs.values()].reduce((sum, each) => sum + Math.ceil(each), 0) : null;
  return { ...counts, changes, cost, reasons: [...reasons] };
}

async function readReplies(file: string): Promise<BatchReply[]> {
  const replies: BatchReply[] = [];
  let number = 0;
  try {
    for await (const line of createInterface({
      input: createReadStream(file),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      number += 1;
      if (line.trim() === '') continue;
      const reply = readBatchLine(line);
      if (!reply)
        throw new InputError(
          `${file}, line ${number}: found ${JSON.stringify(line.slice(0, 80))}, expected an answer of a batch, {"custom_id":…,"response":…} or {"recordId":…,"modelOutput":…}, not a request; nothing was imported`,
        );
      replies.push(reply);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new InputError(
      `${file} cannot be read (${code}): expected the answers of a batch, a JSON object a line`,
    );
  }
  return replies;
}

/** Keeps what a reply answers and gives back the items that it does not. @returns how many items it answers, and why not all */
async function keepAnswers(
  request: BatchRequest,
  reply: BatchReply['reply'],
  records: Records,
  now: Date,
  answered: Answered,
): Promise<{ readonly items: number; readonly why: string | null }> {
  const numbers = request.items.map((_, i) => String(i + 1));
  const read = reply.outcome === 'text' ? readReply(reply.text, numbers) : null;
  const answers = read?.outcome === 'answers' ? read.answers : new Map<string, never>();
  const why =
    reply.outcome === 'failed'
      ? reply.why
      : read?.outcome === 'broken'
        ? `the batch’s answer breaks its form: ${read.fault}`
        : null;
  const until = daysAfter(now, KEPT_DAYS);
  const { story, storyText, reader, isHeld } = request;
  for (const [i, { guid, text, source, itemId, version }] of request.items.entries()) {
    const answer = answers.get(String(i + 1));
    if (answer) {
      await records.keepAnswer(reader, storyText, { guid, text, source, answer }, until);
      const known = answered.get(`${story} ${storyText} ${reader}`) ?? { reader, versions: new Set() };
      known.versions.add(versionKey({ id: itemId, version }));
      answered.set(`${story} ${storyText} ${reader}`, known);
    }
    const left = answer ? '' : (why ?? 'the batch’s answer lacks it');
    if (isHeld) await records.endBatch({ story, itemId, version }, left, now);
  }
  return { items: answers.size, why };
}

/** Judges what waited for these answers, by them alone. @returns how many change records are new */
async function judgeAnswered(
  answered: Answered,
  records: Records,
  settings: ReaderSettings,
  now: Date,
): Promise<number> {
  let changes = 0;
  for (const [key, { reader: id, versions }] of answered) {
    const [slug = '', storyText] = key.split(' ');
    const story = await records.story(slug);
    const named = hostedOfId(id);
    // Another reader's answers are kept, no more; where the claims have changed the items wait to be asked about anew.
    const isOwn = story !== null && readerIdOf(story) === id && storyTextDigest(story.baseline) === storyText;
    if (!isOwn || !named || hostedIdentity(named, settings).id !== id) continue;
    const reader = await openKept(named, { settings, answers: records, now: () => now });
    const ports = {
      records,
      readerOf: () => reader,
      meanwhile: null,
      now: () => now,
      leaseMs: 0,
      only: versions,
    };
    changes += (await readWaiting(slug, ports)).changes;
  }
  return changes;
}
