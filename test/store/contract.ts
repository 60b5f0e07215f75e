import { beforeEach, describe, expect, test } from 'vitest';
import type { FeedMemory, FeedState } from '../../lib/model/feed.ts';
import type { Notices } from '../../lib/monitor/notices.ts';
import type { Records } from '../../lib/monitor/ports.ts';
import { feedStateAt } from '../support/feed.ts';
import { item } from '../support/story.ts';
import { budgetContract } from './budget-contract.ts';
import { CHANGE, changesContract, evidence } from './changes-contract.ts';
import { decisionsContract } from './decisions-contract.ts';
import { deleteContract } from './delete-contract.ts';
import { storiesContract } from './stories-contract.ts';
import { waitingContract } from './waiting-contract.ts';

const UNTIL = new Date('2030-01-01T00:00:00Z');
const AT = '2026-03-05T12:00:00.000Z';
const STATE: FeedState = feedStateAt('http://127.0.0.1:1/a', {
  id: '/feeds/a b.xml',
  validators: { etag: '"é"', lastModified: null, digest: 'd' },
  asks: { skipHours: [1, 2] },
});

/** What every store must do, on the wire that `open` gives it: a fresh table each time. */
export function storeContract(open: () => Promise<{ records: Records; notices: Notices }>): void {
  let records: Records;
  let notices: Notices;
  beforeEach(async () => {
    ({ records, notices } = await open());
  });

  changesContract(() => records);
  decisionsContract(() => records);
  deleteContract(() => ({ records, notices }));
  waitingContract(() => records);
  budgetContract(() => records);

  storiesContract(() => records);

  describe('kept items', () => {
    const now = new Date(AT);
    const one = item({ guid: 'one', title: 'Brandt visits “Norhaven” 🏝️' });
    const kept = () => records.keptItems('island-bridge', now);

    test('come back, each version, for their own story', async () => {
      const edited = { ...one, version: 'later', title: 'Brandt leaves' };
      for (const each of [one, edited, one]) await records.keepItem('island-bridge', each, UNTIL, null);
      expect((await kept()).toSorted((a, b) => a.version.localeCompare(b.version))).toEqual(
        [one, edited].toSorted((a, b) => a.version.localeCompare(b.version)),
      );
      expect(await records.keptItems('island', now)).toEqual([]);
    });

    test('keep the earlier of two times, whichever comes first', async () => {
      const earlier = { ...one, saidAt: '2026-03-01T00:00:00.000Z' };
      for (const each of [one, earlier, one]) await records.keepItem('island-bridge', each, UNTIL, null);
      expect(await kept()).toEqual([earlier]);
    });

    test('are gone when their time is over, unless that was put off', async () => {
      await records.keepItem('island-bridge', one, new Date('2026-03-05T11:00:00Z'), null);
      expect(await kept()).toEqual([]);
      await records.keepItem('island-bridge', one, UNTIL, null);
      expect(await kept()).toEqual([one]);
      await records.keepItem('island-bridge', one, now, null);
      expect(await kept()).toEqual([one]);
    });
  });

  test('a feed’s memory comes back as it was saved, or is empty', async () => {
    const memory: FeedMemory = {
      judged: { 'island-bridge': 'd1' },
      items: [
        {
          id: 'a1',
          guid: 'b1',
          version: 'c1',
          firstAt: AT,
          saidAt: '2026-03-04T12:00:00.000Z',
          told: true,
          leftAt: null,
        },
        { id: 'a2', guid: 'b2', version: 'c2', firstAt: AT, saidAt: AT, told: false, leftAt: AT },
      ],
    };
    expect(await records.feedMemory(STATE.id)).toEqual({ items: [], judged: {} });
    await records.saveFeedMemory(STATE.id, memory, UNTIL);
    expect(await records.feedMemory(STATE.id)).toEqual(memory);
  });

  test('what the page of an article said comes back, of those that were looked at', async () => {
    const url = 'https://islander.example/bridge';
    const page = { headline: 'Toll rises “again”', modifiedAt: AT, correction: null };
    const state = { url, checkedAt: AT, failure: null, page };
    expect(await records.articleState(url)).toBeNull();
    await records.saveArticleState(state, UNTIL);
    expect(await records.articleState(url)).toEqual(state);
    expect(await records.articleStates([url, 'https://a.example/', url])).toEqual(new Map([[url, state]]));
    expect(await records.feedState(url)).toBeNull();
  });

  test('a feed state comes back as it was saved, or is null', async () => {
    expect(await records.feedState(STATE.id)).toBeNull();
    await records.saveFeedState(STATE, UNTIL);
    expect(await records.feedState(STATE.id)).toEqual(STATE);
  });

  test('the states of many feeds come at once, those that there are', async () => {
    const ids = Array.from({ length: 130 }, (_, n) => `https://paper.example/${n}`);
    for (const id of ids.slice(0, 120)) await records.saveFeedState({ ...STATE, id }, UNTIL);
    const states = await records.feedStates([...ids, ids[0] ?? '']);
    expect([...states.keys()].toSorted()).toEqual(ids.slice(0, 120).toSorted());
  });

  describe('a notice', () => {
    const notice = { story: 'island-bridge', id: 'change.island-bridge.aaaa', channel: 'mail' };
    const [now, until, later] = ['2026-03-05T12:00', '2026-03-05T12:05', '2026-03-05T12:06'] as const;

    test('is one taker’s until it is settled, and delivered for good', async () => {
      expect(await notices.take(notice, now, until)).toBe('mine');
      expect(await notices.take(notice, now, until)).toBe('another');
      await notices.settle(notice, 'delivered', '2026-03-05T12:00:30Z');
      expect(await notices.take(notice, later, '2026-03-06')).toBe('delivered');
      expect([...(await notices.delivered('island-bridge'))]).toEqual([
        ['mail change.island-bridge.aaaa', '2026-03-05T12:00:30Z'],
      ]);
      expect(await notices.take({ ...notice, channel: 'bus' }, now, until)).toBe('mine');
    });

    test('that failed, or whose taker died, may be taken again', async () => {
      await notices.take(notice, now, until);
      await notices.settle(notice, 'failed', '2026-03-05T12:00:30Z');
      expect(await notices.take(notice, now, until)).toBe('mine');
      expect(await notices.take(notice, later, '2026-03-06')).toBe('mine');
      expect([...(await notices.delivered('island-bridge'))]).toEqual([]);
    });

    test('is one taker’s, also where many try at once', async () => {
      const answers = await Promise.all([1, 2, 3, 4].map(() => notices.take(notice, now, until)));
      expect(answers.toSorted()).toEqual(['another', 'another', 'another', 'mine']);
    });
  });

  test('what is new since a time, by story', async () => {
    await records.addEvidence(CHANGE, evidence(1), '2026-03-05T12:00:00.000Z');
    await records.addEvidence(
      { ...CHANGE, story: 'other', id: 'other.cccc' },
      evidence(1),
      '2026-03-07T12:00:00.000Z',
    );
    expect(await records.storiesChangedSince('2026-03-01T00:00:00.000Z')).toEqual(['other', 'island-bridge']);
    expect(await records.storiesChangedSince('2026-03-06T00:00:00.000Z')).toEqual(['other']);
    expect(await records.storiesChangedSince('2026-03-08T00:00:00.000Z')).toEqual([]);
  });
}
