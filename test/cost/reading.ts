import { readFileSync } from 'node:fs';
import type { Item } from '../../lib/model/item.ts';
import { parseBaseline } from '../../lib/model/parse-baseline.ts';
import { BATCH_SHARE, costOf, usageExpected } from '../../lib/readers/model/cost.ts';
import { priceOf } from '../../lib/readers/model/models.ts';
import { inRequests, requestFor } from '../../lib/readers/model/request.ts';
import { item } from '../support/story.ts';

/**
 * What a day of reading by a model costs. Played: in each of a day's 96 checks feeds have items, of which some are let
 * through by the gate of their story; those of one feed go into one request. The requests are those that are sent, of the
 * shipped story's 18 claims; their tokens are estimated at four bytes each (o200k_base has 4.2 on these very requests).
 */

const SIZES = [
  { stories: 1, feeds: 20 },
  { stories: 20, feeds: 500 },
  { stories: 200, feeds: 5_000 },
] as const;
const MODELS = ['amazon.nova-lite-v1:0', 'gpt-6-luna', 'anthropic.claude-haiku-4-5-v1:0'] as const;

const CHECKS = 96;
/** Items that a feed publishes in a day. */
const ITEMS_A_FEED = 40;
/** Of unrelated news so much passes a gate, as `npm run score` and the quiet news measure; and of a story's own coverage all. */
const UNRELATED_SHARE = 0.033;
/** Items on a story's very matter, in all its feeds, on a lively day. */
const COVERAGE = 40;
const REQUEST_ITEMS = 6;
const TEXT_LENGTH = 4_000;

const baseline = parseBaseline(
  JSON.parse(readFileSync('baseline/ukraine-peace-plan.json', 'utf8')),
  'the shipped story',
);
/** As long as the fixtures' are in the middle: a headline and a lead. */
const ITEM: Item = item({
  title: 'Kremlin confirms Witkoff will visit Moscow next week for talks on the peace plan',
  summary: 'A. '.repeat(70),
});

/** Requests of a day, by how many items are in them, and the items. */
interface Day {
  readonly items: number;
  readonly requests: ReadonlyMap<number, number>;
}

/** Items come at times of their own: a fixed sequence, so that each run counts the same. */
function sequence(): () => number {
  let state = 20_261_129;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

export function dayOf(stories: number, feeds: number): Day {
  const next = sequence();
  const perStory = feeds / stories;
  const share = UNRELATED_SHARE + COVERAGE / (perStory * ITEMS_A_FEED);
  const requests = new Map<number, number>();
  let items = 0;
  for (let feed = 0; feed < feeds; feed += 1) {
    const gated = new Array<number>(CHECKS).fill(0);
    for (let i = 0; i < ITEMS_A_FEED; i += 1) {
      const check = Math.floor(next() * CHECKS);
      if (next() < share) gated[check] = (gated[check] ?? 0) + 1;
    }
    for (const count of gated) {
      items += count;
      for (const { length } of inRequests(new Array<null>(count).fill(null), REQUEST_ITEMS))
        requests.set(length, (requests.get(length) ?? 0) + 1);
    }
  }
  return { items, requests };
}

const requestOf = (items: number) =>
  requestFor(
    new Array<null>(items).fill(null).map(() => ({ ...baseline, item: ITEM })),
    TEXT_LENGTH,
  );

const out = (text: string) => process.stdout.write(`${text}\n`);
const whole = (n: number) => Math.round(n).toLocaleString('en-GB');

/** @param bulk the items of a feed's day go into requests of six, as a batch once a day sends them */
function row(stories: number, feeds: number, bulk: boolean): string {
  const day = dayOf(stories, feeds);
  const requests = bulk ? new Map([[REQUEST_ITEMS, Math.ceil(day.items / REQUEST_ITEMS)]]) : day.requests;
  const counts = [...requests].map(([items, count]) => ({
    count,
    usage: usageExpected(requestOf(items), items),
  }));
  const sum = (of: (each: (typeof counts)[number]) => number) =>
    counts.reduce((total, each) => total + of(each) * each.count, 0);
  const dollars = MODELS.map((model) => {
    const price = priceOf(model);
    if (!price) throw new Error(`There is no price for ${model}`);
    return (sum(({ usage }) => costOf(price, usage)) / 1e6) * (bulk ? BATCH_SHARE : 1);
  });
  const cells = [
    `${stories} with ${feeds}${bulk ? ', in bulk' : ''}`.padEnd(24),
    whole(day.items).padStart(8),
    whole(sum(() => 1)).padStart(9),
    whole(sum(({ usage }) => usage.input) / 1000).padStart(12),
    whole(sum(({ usage }) => usage.output) / 1000).padStart(12),
    ...dollars.map((each) => each.toFixed(each < 1 ? 3 : 2).padStart(18)),
  ];
  return cells.join('');
}

export function reportReading(): void {
  out(
    `\nA day of reading by a model, ${ITEMS_A_FEED} items a feed, ${COVERAGE} on each story's matter, ${(100 * UNRELATED_SHARE).toFixed(1)} % of the others let through, in US dollars:`,
  );
  const names = MODELS.map((model) =>
    model
      .replace(/^\w+\./, '')
      .replace(/-v\d.*/, '')
      .padStart(18),
  );
  out(`${'stories with feeds'.padEnd(24)}   items requests  tokens in k tokens out k${names.join('')}`);
  for (const { stories, feeds } of SIZES) for (const bulk of [false, true]) out(row(stories, feeds, bulk));
}
