import { beforeEach, describe, expect, test } from 'vitest';
import type { FeedState } from '../../lib/model/feed.ts';
import type { ChangeKey, Evidence } from '../../lib/model/report.ts';
import type { Notices, Records } from '../../lib/monitor/ports.ts';
import { MAX_EVIDENCE } from '../../lib/store/dynamo-records.ts';
import { feedStateAt } from '../support/feed.ts';
import { BRIDGE } from '../support/story.ts';

const UNTIL = new Date('2030-01-01T00:00:00Z');
const AT = '2026-03-05T12:00:00.000Z';
const CHANGE: ChangeKey = {
  id: 'island-bridge.aaaa',
  story: 'island-bridge',
  claimId: 'brandt-visit',
  aspect: 'date',
  value: '2026-03-05',
};
const TURN: ChangeKey = {
  id: 'island-bridge.bbbb',
  story: 'island-bridge',
  claimId: null,
  aspect: 'turn',
  value: 'resigns',
};
const evidence = (n: number): Evidence => ({
  itemId: `item${n}`,
  guid: `guid ${n}`,
  title: 'Brandt to visit',
  link: '',
  source: 'The Paper',
  origin: 'AFP',
  publishedAt: new Date(Date.parse('2026-03-05T00:00:00Z') + n * 60_000).toISOString(),
  editedAt: new Date(Date.parse('2026-03-05T00:00:00Z') + n * 60_000).toISOString(),
  quote: 'Brandt to visit “Norhaven” 🏝️',
  when: null,
  confidence: 0.7,
});
const STATE: FeedState = feedStateAt('http://127.0.0.1:1/a', {
  id: '/feeds/a b.xml',
  validators: { etag: '"é"', lastModified: null, digest: 'd' },
  seen: ['1', '2'],
  asks: { skipHours: [1, 2] },
});

/** What every store must do, on the wire that `open` gives it: a fresh table each time. */
export function storeContract(open: () => Promise<{ records: Records; notices: Notices }>): void {
  let records: Records;
  let notices: Notices;
  beforeEach(async () => {
    ({ records, notices } = await open());
  });

  describe('an editor’s word', () => {
    test('stays with its change, also when more reports come', async () => {
      await records.addEvidence(CHANGE, evidence(1), AT);
      expect(await records.decide(CHANGE.story, CHANGE.id, 'rejected')).toBe(true);
      await records.addEvidence(CHANGE, evidence(2), AT);
      const [kept] = await records.changes(CHANGE.story);
      expect(kept?.decision).toBe('rejected');
      expect(kept?.evidence.map(({ itemId }) => itemId).toSorted()).toEqual(['item1', 'item2']);
      await records.decide(CHANGE.story, CHANGE.id, 'accepted');
      expect(await records.changes(CHANGE.story)).toMatchObject([{ decision: 'accepted' }]);
    });

    test('of a change that is not there is refused and makes none', async () => {
      expect(await records.decide(CHANGE.story, CHANGE.id, 'accepted')).toBe(false);
      expect(await records.changes(CHANGE.story)).toEqual([]);
    });
  });

  describe('stories', () => {
    test('come back as they were saved', async () => {
      await records.saveStory(BRIDGE);
      expect(await records.story('island-bridge')).toEqual(BRIDGE);
      expect(await records.stories()).toEqual([BRIDGE]);
    });

    test('a changed baseline takes the place of the old one and keeps the records', async () => {
      await records.saveStory(BRIDGE);
      await records.addEvidence(CHANGE, evidence(1), AT);
      await records.saveStory({ ...BRIDGE, claims: BRIDGE.claims.slice(0, 2) });
      expect((await records.story('island-bridge'))?.claims).toHaveLength(2);
      expect(await records.changes('island-bridge')).toHaveLength(1);
    });

    test('a retired one is not watched, but kept, until it is saved again', async () => {
      await records.saveStory(BRIDGE);
      await records.retireStory('island-bridge');
      expect(await records.stories()).toEqual([]);
      expect(await records.story('island-bridge')).toEqual(BRIDGE);
      await records.saveStory(BRIDGE);
      expect(await records.stories()).toEqual([BRIDGE]);
    });

    test('an unknown one is null', async () => {
      expect(await records.story('nowhere')).toBeNull();
    });
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
      await notices.settle(notice, 'delivered');
      expect(await notices.take(notice, later, '2026-03-06')).toBe('delivered');
      expect([...(await notices.delivered('island-bridge'))]).toEqual(['mail change.island-bridge.aaaa']);
      expect(await notices.take({ ...notice, channel: 'bus' }, now, until)).toBe('mine');
    });

    test('that failed, or whose taker died, may be taken again', async () => {
      await notices.take(notice, now, until);
      await notices.settle(notice, 'failed');
      expect(await notices.take(notice, now, until)).toBe('mine');
      expect(await notices.take(notice, later, '2026-03-06')).toBe('mine');
      expect([...(await notices.delivered('island-bridge'))]).toEqual([]);
    });

    test('is one taker’s, also where many try at once', async () => {
      const answers = await Promise.all([1, 2, 3, 4].map(() => notices.take(notice, now, until)));
      expect(answers.toSorted()).toEqual(['another', 'another', 'another', 'mine']);
    });
  });

  describe('evidence', () => {
    test('makes the record, adds to it, and is known the second time', async () => {
      expect(await records.addEvidence(CHANGE, evidence(1), AT)).toBe('created');
      expect(await records.addEvidence(CHANGE, evidence(2), AT)).toBe('added');
      expect(await records.addEvidence(CHANGE, evidence(1), AT)).toBe('known');
      const [change, ...others] = await records.changes('island-bridge');
      expect(others).toEqual([]);
      expect(change).toMatchObject(CHANGE);
      expect(change?.evidence.map(({ itemId }) => itemId).toSorted()).toEqual(['item1', 'item2']);
      expect(change?.evidence).toContainEqual(evidence(1));
    });

    test('of an item that was edited is brought up to date, whichever edition comes first', async () => {
      const first = evidence(1);
      const later = { ...first, quote: 'Brandt visits', editedAt: '2026-03-06T00:00:00.000Z' };
      const kept = async () => (await records.changes(CHANGE.story))[0]?.evidence;
      expect(await records.addEvidence(CHANGE, first, AT)).toBe('created');
      expect(await records.addEvidence(CHANGE, later, AT)).toBe('added');
      expect(await kept()).toEqual([later]);
      expect(await records.addEvidence(CHANGE, first, AT)).toBe('known');
      expect(await kept()).toEqual([later]);
    });

    test('of an item that was edited without a date has the words that its outlet has now', async () => {
      await records.addEvidence(CHANGE, evidence(1), AT);
      const elsewhere = { ...evidence(1), title: 'Elsewhere', source: 'Coast Radio' };
      expect(await records.addEvidence(CHANGE, elsewhere, AT)).toBe('known');
      expect(await records.addEvidence(CHANGE, { ...evidence(1), title: 'Now' }, AT)).toBe('added');
      expect((await records.changes(CHANGE.story))[0]?.evidence.map(({ title }) => title)).toEqual(['Now']);
    });

    test('keeps when it was published first, though its edition has a new date', async () => {
      const moved = {
        ...evidence(1),
        publishedAt: '2026-03-09T00:00:00.000Z',
        editedAt: '2026-03-09T00:00:00.000Z',
      };
      await records.addEvidence(CHANGE, moved, AT);
      await records.addEvidence(CHANGE, evidence(1), AT);
      const [kept] = (await records.changes(CHANGE.story))[0]?.evidence ?? [];
      expect([kept?.publishedAt, kept?.editedAt]).toEqual([evidence(1).publishedAt, moved.editedAt]);
    });

    test('two writers at once make one record with both reports', async () => {
      const answers = await Promise.all(
        [1, 2, 3, 4, 1, 2].map((n) => records.addEvidence(CHANGE, evidence(n), AT)),
      );
      expect(answers.filter((answer) => answer === 'created')).toHaveLength(1);
      expect(answers.filter((answer) => answer === 'known')).toHaveLength(2);
      expect((await records.changes('island-bridge'))[0]?.evidence).toHaveLength(4);
    });

    test('a turn belongs to no claim', async () => {
      await records.addEvidence(TURN, evidence(1), AT);
      expect((await records.changes('island-bridge'))[0]).toMatchObject(TURN);
    });

    test('is bounded: whatever the order, the earliest reports are kept', async () => {
      const all = Array.from({ length: MAX_EVIDENCE + 5 }, (_, n) => n);
      for (const n of all.toReversed()) await records.addEvidence(CHANGE, evidence(n), AT);
      const kept = (await records.changes('island-bridge'))[0]?.evidence ?? [];
      const byTime = kept.map(({ publishedAt }) => publishedAt).toSorted();
      expect(byTime).toEqual(all.slice(0, MAX_EVIDENCE).map((n) => evidence(n).publishedAt));
      expect(await records.addEvidence(CHANGE, evidence(MAX_EVIDENCE + 9), AT)).toBe('known');
    });

    test('belongs to its own story', async () => {
      await records.addEvidence(CHANGE, evidence(1), AT);
      expect(await records.changes('island')).toEqual([]);
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
