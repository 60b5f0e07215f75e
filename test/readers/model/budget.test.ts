import { describe, expect, test } from 'vitest';
import { type Budget, budgeted, type Limits } from '../../../lib/readers/model/budget.ts';
import { replyOf } from '../../../lib/readers/model/chat-completions.ts';
import { costOf, mostFor } from '../../../lib/readers/model/cost.ts';
import { requestFor } from '../../../lib/readers/model/request.ts';
import { politely, retrying } from '../../../lib/readers/model/send.ts';
import { failedReply, type Wire, type WireReply } from '../../../lib/readers/model/wire.ts';
import { BRIDGE, BRIDGE_COVERAGE, item } from '../../support/story.ts';

/** What a request may cost, and what was paid for it. */

const PRICE = { input: 1, cached: 0.1, written: 1.25, output: 5 };
const REQUEST = requestFor([{ ...BRIDGE, item: BRIDGE_COVERAGE[0] ?? item({}) }], 4_000);
const MOST = mostFor(PRICE, REQUEST);

/** A budget in memory, with what was held and what was spent. */
function memoryBudget(room: number) {
  const paid: number[] = [];
  let held = 0;
  const budget: Budget = {
    reserve: async (story, day, most) => {
      if (held + paid.reduce((sum, each) => sum + each, 0) + most > room) return null;
      held += most;
      return { id: 'one', story, day, most };
    },
    settle: async ({ most }, spent) => {
      held -= most;
      paid.push(spent);
    },
  };
  return { budget, paid };
}

function asking(answer: () => Promise<WireReply>, limits: Limits = { all: null, story: null }, room = 1e9) {
  const { budget, paid } = memoryBudget(room);
  let sent = 0;
  const wire: Wire = {
    ask: () => {
      sent += 1;
      return answer();
    },
  };
  const held = budgeted(wire, {
    budget,
    price: PRICE,
    limitsOf: () => limits,
    now: () => new Date('2026-03-05T23:59:59Z'),
    used: () => {},
  });
  return { wire: politely(retrying(held)), paid, sent: () => sent };
}

const saying = (usage: unknown) => async () =>
  replyOf({ choices: [{ finish_reason: 'stop', message: { content: '{}' } }], usage } as never);

describe('counts what the provider says, and the most where it says what cannot be', () => {
  test.each<[string, unknown, number]>([
    ['tokens', { prompt_tokens: 1_000, completion_tokens: 10 }, 1_050],
    [
      'tokens from its cache',
      { prompt_tokens: 1_000, completion_tokens: 10, prompt_tokens_details: { cached_tokens: 900 } },
      240,
    ],
    ['nothing', undefined, MOST],
    ['no tokens at all', { prompt_tokens: 0, completion_tokens: 0 }, MOST],
    ['fewer than none', { prompt_tokens: -1_000_000, completion_tokens: 10 }, MOST],
    ['an answer of fewer than none', { prompt_tokens: 1_000, completion_tokens: -1_000_000 }, MOST],
    ['words', { prompt_tokens: 'few', completion_tokens: 10 }, MOST],
    ['no number', { prompt_tokens: Number.NaN, completion_tokens: 10 }, MOST],
    [
      'more from its cache than there are',
      { prompt_tokens: 10, completion_tokens: 1, prompt_tokens_details: { cached_tokens: 1e9 } },
      MOST,
    ],
  ])('%s', async (_what, usage, cost) => {
    const { wire, paid } = asking(saying(usage));
    await wire.ask(REQUEST);
    expect(paid).toEqual([cost]);
  });
});

describe('pays for each attempt', () => {
  test.each<[string, WireReply, number]>([
    ['nothing where it was refused', failedReply('busy', true, { again: null }), 0],
    ['the most where nobody answered', failedReply('late', true, { usage: null }), MOST],
  ])('%s', async (_what, reply, cost) => {
    const { wire, paid } = asking(async () => reply);
    await wire.ask(REQUEST);
    expect(paid).toEqual([cost]);
  });

  test('and no more once the run is over', async () => {
    const { wire, paid, sent } = asking(saying(undefined));
    const reply = await wire.ask(REQUEST, AbortSignal.abort());
    expect([reply.outcome, sent(), paid]).toEqual(['failed', 0, []]);
  });
});

test('no tokenizer has more tokens than a request has bytes', () => {
  const foreign = item({ title: '台風がノルハーベンを襲い9人が死亡 🏝️🌊', summary: 'Шторм'.repeat(400) });
  const request = requestFor([{ ...BRIDGE, item: foreign }], 4_000);
  const bytes = Buffer.byteLength(request.system + request.user + JSON.stringify(request.schema));
  const most = mostFor({ ...PRICE, written: 1 }, request);
  expect(most).toBeGreaterThanOrEqual(bytes + 5 * request.maxTokens);
});

test('a cache that is written costs what its price says', () => {
  expect(costOf(PRICE, { input: 1_000, cached: 0, written: 800, output: 0 })).toBe(200 + 1_000);
});

test('requests side by side wait for the room that the others leave', async () => {
  const { wire, paid, sent } = asking(
    saying({ prompt_tokens: 1_000, completion_tokens: 10 }),
    { all: MOST + 3_500, story: null },
    MOST + 3_500,
  );
  const replies = await Promise.all([1, 2, 3, 4].map(() => wire.ask(REQUEST)));
  expect([replies.filter(({ outcome }) => outcome === 'text').length, sent(), paid.length]).toEqual([
    4, 4, 4,
  ]);
});

test('a limit below one request says what it would take', async () => {
  const { wire, sent } = asking(saying({}), { all: 100, story: null });
  const reply = await wire.ask(REQUEST);
  expect([sent(), reply]).toEqual([
    0,
    expect.objectContaining({
      unsent: 'limit',
      why: expect.stringMatching(
        /may cost up to 0\.0\d{3} US dollars, more than the limit of 0\.0001 a day: raise it/,
      ),
    }),
  ]);
});
