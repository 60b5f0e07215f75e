import { describe, expect, test } from 'vitest';
import { bounded } from '../../lib/compare/bounded.ts';
import { type Decision, lastWords, type Verdict } from '../../lib/model/decision.ts';
import { MAX_DECISIONS, MAX_EVIDENCE } from '../../lib/model/limits.ts';
import type { Records } from '../../lib/monitor/ports.ts';
import { BRIDGE } from '../support/story.ts';
import { AT, CHANGE, evidence } from './changes-contract.ts';

/** What every store of editors' words must do. */
export function decisionsContract(open: () => Records): void {
  const addEvidence: Records['addEvidence'] = (...parts) => open().addEvidence(...parts);
  const changesOf = () => open().changes({ baseline: BRIDGE, isOlder: false });

  describe('an editor’s word', () => {
    const word = (verdict: Verdict, ...items: string[]): Decision => ({
      verdict,
      items,
      by: 'ada',
      at: AT,
      note: 'seen',
      mended: null,
    });
    const decide = (decision: Decision, seen: number) =>
      open().decide(CHANGE.story, CHANGE.id, decision, seen);
    const standing = async () => {
      const [change] = await changesOf();
      return Object.fromEntries(
        [...lastWords(change?.decisions ?? [])].map(([item, { verdict }]) => [item, verdict]),
      );
    };

    test('stays with the reports that it names, also when more come; the last word on each counts', async () => {
      await addEvidence(CHANGE, evidence(1), AT);
      expect(await decide(word('rejected', 'item1'), 0)).toBe('kept');
      await addEvidence(CHANGE, evidence(2), AT);
      const [kept] = await changesOf();
      expect(kept?.decisions).toEqual([word('rejected', 'item1')]);
      expect(kept?.evidence.map(({ itemId }) => itemId).toSorted()).toEqual(['item1', 'item2']);
      await decide(word('accepted', 'item2'), 1);
      expect(await standing()).toEqual({ item1: 'rejected', item2: 'accepted' });
      await decide(word('accepted', 'item1'), 2);
      expect(await standing()).toEqual({ item1: 'accepted', item2: 'accepted' });
      await decide(word('undone', 'item1', 'item2'), 3);
      expect(await standing()).toEqual({ item1: 'rejected' });
      expect((await changesOf())[0]?.decisions).toHaveLength(4);
    });

    test('of one who has not seen the last word is not kept; of several at once one is', async () => {
      await addEvidence(CHANGE, evidence(1), AT);
      await decide(word('rejected', 'item1'), 0);
      expect(await decide(word('accepted', 'item1'), 0)).toBe('overtaken');
      const answers = await Promise.all(
        ['ada', 'bob', 'eve'].map((by) => decide({ ...word('accepted', 'item1'), by }, 1)),
      );
      expect(answers.toSorted()).toEqual(['kept', 'overtaken', 'overtaken']);
      expect((await changesOf())[0]?.decisions).toHaveLength(2);
    });

    test('keeps with it what it puts in place of a value', async () => {
      await addEvidence(CHANGE, evidence(1), AT);
      const value = { kind: 'figure', amount: 23, upTo: null, bound: 'exactly', unit: null } as const;
      const mended = { claimId: 'c', aspect: 'figure:dead', kind: 'revised', value, words: null } as const;
      await decide({ ...word('accepted', 'item1'), mended }, 0);
      expect((await changesOf())[0]?.decisions[0]?.mended).toEqual(mended);
    });

    test('finds room for so many, and then for no more', async () => {
      await addEvidence(CHANGE, evidence(1), AT);
      for (let n = 0; n < MAX_DECISIONS; n += 1)
        expect(await decide(word(n % 2 ? 'accepted' : 'rejected', 'item1'), n)).toBe('kept');
      expect(await decide(word('accepted', 'item1'), MAX_DECISIONS)).toBe('full');
    });

    test('fits beside as many reports as a record may have, all of them as long as they may be', async () => {
      const long = (n: number) =>
        bounded({
          ...evidence(n),
          title: '語'.repeat(5_000),
          quote: '語'.repeat(5_000),
          words: '語'.repeat(5_000),
          link: `https://long.example/${'a'.repeat(1_150)}`,
          guid: `${n}${'g'.repeat(490)}`,
          source: '語'.repeat(500),
          origin: '語'.repeat(500),
        });
      for (let n = 1; n <= MAX_EVIDENCE; n += 1) await addEvidence(CHANGE, long(n), AT);
      const items = Array.from({ length: MAX_EVIDENCE }, (_, i) => long(i + 1).itemId);
      const said = { ...word('rejected', ...items), by: '語'.repeat(80), note: '語'.repeat(500) };
      for (let n = 0; n < MAX_DECISIONS; n += 1) expect(await decide(said, n)).toBe('kept');
      const [kept] = await changesOf();
      expect([kept?.evidence.length, kept?.decisions.length]).toEqual([MAX_EVIDENCE, MAX_DECISIONS]);
      expect(kept?.evidence[0]?.quote).toMatch(/^語{400}…$/);
    });

    test('that was a no keeps no new report out of a full record; a yes keeps its own in it', async () => {
      for (let n = 1; n <= MAX_EVIDENCE; n += 1) await addEvidence(CHANGE, evidence(n), AT);
      const [accepted, ...rejected] = Array.from({ length: MAX_EVIDENCE }, (_, i) => `item${i + 1}`);
      await decide(word('rejected', ...rejected), 0);
      await decide(word('accepted', accepted ?? ''), 1);
      const others = Array.from({ length: MAX_EVIDENCE }, (_, i) => ({
        ...evidence(100 + i),
        origin: `origin ${i}`,
      }));
      for (const [i, one] of others.entries())
        expect(await addEvidence(CHANGE, one, AT)).toBe(i < MAX_EVIDENCE - 1 ? 'added' : 'known');
      const items = (await changesOf())[0]?.evidence.map(({ itemId }) => itemId);
      expect(items).toHaveLength(MAX_EVIDENCE);
      expect(items).toContain('item1');
    });

    test('of a change that is not there is refused and makes none', async () => {
      expect(await decide(word('rejected', 'item1'), 0)).toBe('missing');
      expect(await changesOf()).toEqual([]);
    });
  });
}
