import { describe, expect, test } from 'vitest';
import { MAX_EVIDENCE } from '../../lib/model/limits.ts';
import type { ChangeKey, Evidence } from '../../lib/model/report.ts';
import type { Records } from '../../lib/monitor/ports.ts';
import { BRIDGE } from '../support/story.ts';

export const AT = '2026-03-05T12:00:00.000Z';
const LATER = '2026-03-07T12:00:00.000Z';
export const CHANGE: ChangeKey = {
  id: 'island-bridge.aaaa',
  story: 'island-bridge',
  claimId: 'brandt-visit',
  aspect: 'date',
};
const TURN: ChangeKey = {
  id: 'island-bridge.bbbb',
  story: 'island-bridge',
  claimId: null,
  aspect: 'turn',
};
/** A report as it comes back: with the time at which it was written. */
const written = (report: Evidence): Evidence => ({ ...report, keptAt: AT });
export const evidence = (n: number): Evidence => ({
  itemId: `item${n}`,
  guid: `guid ${n}`,
  title: 'Brandt to visit',
  link: '',
  source: 'The Paper',
  origin: 'AFP',
  publishedAt: minute(n),
  saidAt: minute(n),
  wordedAt: minute(n),
  quote: 'Brandt to visit “Norhaven” 🏝️',
  value: { kind: 'figure', amount: 33.5, upTo: null, bound: 'about', unit: '$' },
  likely: 0.7,
  reader: 'test',
  corrects: false,
  heldAgainst: 'd',
});

function minute(n: number): string {
  return new Date(Date.parse('2026-03-05T00:00:00Z') + n * 60_000).toISOString();
}

/** What every store of change records must do. */
export function changesContract(open: () => Records): void {
  const addEvidence: Records['addEvidence'] = (...parts) => open().addEvidence(...parts);
  const changesOf = (slug = 'island-bridge') =>
    open().changes({ baseline: { ...BRIDGE, story: slug }, isOlder: false });

  describe('evidence', () => {
    test('makes the record, adds to it, and is known the second time', async () => {
      expect(await addEvidence(CHANGE, evidence(1), AT)).toBe('created');
      expect(await addEvidence(CHANGE, evidence(2), AT)).toBe('added');
      expect(await addEvidence(CHANGE, evidence(1), AT)).toBe('known');
      const [change, ...others] = await changesOf();
      expect(others).toEqual([]);
      expect(change).toMatchObject(CHANGE);
      expect(change?.evidence.map(({ itemId }) => itemId).toSorted()).toEqual(['item1', 'item2']);
      expect(change?.evidence).toContainEqual(written(evidence(1)));
    });

    test('keeps the time at which it was first written', async () => {
      await addEvidence(CHANGE, evidence(1), AT);
      await addEvidence(CHANGE, { ...evidence(1), quote: 'Brandt visits', wordedAt: minute(9) }, LATER);
      await addEvidence(CHANGE, evidence(2), LATER);
      const [change] = await changesOf();
      expect(change?.evidence.map(({ keptAt }) => keptAt).toSorted()).toEqual([AT, LATER]);
    });

    test('of an item that was edited has the words of its later version, whichever comes first', async () => {
      const first = evidence(1);
      const later = {
        ...first,
        quote: 'Brandt visits',
        saidAt: '2026-03-06T00:00:00.000Z',
        wordedAt: '2026-03-06T00:00:00.000Z',
      };
      const kept = async () => (await changesOf())[0]?.evidence;
      const merged = written({ ...later, saidAt: first.saidAt });
      expect(await addEvidence(CHANGE, first, AT)).toBe('created');
      expect(await addEvidence(CHANGE, later, AT)).toBe('added');
      expect(await kept()).toEqual([merged]);
      expect(await addEvidence(CHANGE, first, AT)).toBe('known');
      expect(await kept()).toEqual([merged]);
      const other = { ...CHANGE, id: 'island-bridge.cccc' };
      await addEvidence(other, later, AT);
      await addEvidence(other, first, AT);
      expect((await changesOf()).find(({ id }) => id === other.id)?.evidence).toEqual([merged]);
    });

    test('of one time in two wordings is the same, whichever comes first', async () => {
      const elsewhere = { ...evidence(1), title: 'Elsewhere', source: 'Coast Radio' };
      const other = { ...CHANGE, id: 'island-bridge.cccc' };
      for (const one of [evidence(1), elsewhere]) await addEvidence(CHANGE, one, AT);
      for (const one of [elsewhere, evidence(1)]) await addEvidence(other, one, AT);
      const [a, b] = await changesOf();
      expect(a?.evidence).toEqual(b?.evidence);
    });

    test('two writers at once make one record with both reports', async () => {
      const answers = await Promise.all([1, 2, 3, 4, 1, 2].map((n) => addEvidence(CHANGE, evidence(n), AT)));
      expect(answers.filter((answer) => answer === 'created')).toHaveLength(1);
      expect(answers.filter((answer) => answer === 'known')).toHaveLength(2);
      expect((await changesOf())[0]?.evidence).toHaveLength(4);
    });

    test('a turn belongs to no claim', async () => {
      await addEvidence(TURN, evidence(1), AT);
      expect((await changesOf())[0]).toMatchObject(TURN);
    });

    test('is bounded: whatever the order, the earliest reports are kept', async () => {
      const all = Array.from({ length: MAX_EVIDENCE + 5 }, (_, n) => n);
      for (const n of all.toReversed()) await addEvidence(CHANGE, evidence(n), AT);
      const kept = (await changesOf())[0]?.evidence ?? [];
      const byTime = kept.map(({ publishedAt }) => publishedAt).toSorted();
      expect(byTime).toEqual(all.slice(0, MAX_EVIDENCE).map((n) => evidence(n).publishedAt));
      expect(await addEvidence(CHANGE, evidence(MAX_EVIDENCE + 9), AT)).toBe('known');
    });

    test('is bounded: no outlet keeps another one out', async () => {
      for (let n = 0; n < MAX_EVIDENCE; n += 1) await addEvidence(CHANGE, evidence(n), AT);
      const later = { ...evidence(MAX_EVIDENCE + 9), origin: 'Herald' };
      expect(await addEvidence(CHANGE, later, AT)).toBe('added');
      const kept = (await changesOf())[0]?.evidence ?? [];
      expect(kept.map(({ origin }) => origin)).toContain('Herald');
      expect(kept).toHaveLength(MAX_EVIDENCE);
    });

    test('held against other claims counts as it was judged last', async () => {
      await addEvidence(CHANGE, evidence(1), AT);
      const again = { ...evidence(1), likely: 0.95, heldAgainst: 'other claims' };
      expect(await addEvidence(CHANGE, again, AT)).toBe('added');
      expect((await changesOf())[0]?.evidence).toEqual([written(again)]);
    });

    test('belongs to its own story', async () => {
      await addEvidence(CHANGE, evidence(1), AT);
      expect(await changesOf('island')).toEqual([]);
    });
  });
}
