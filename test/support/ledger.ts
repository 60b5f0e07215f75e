import { foldStory } from '../../lib/compare/fold/story.ts';
import type { StoredChange } from '../../lib/model/report.ts';
import type { Slots, Story } from '../../lib/model/story.ts';
import type { FigureValue, State, Value } from '../../lib/model/value.ts';
import { recordData } from '../../lib/view/worded.ts';
import { changeWith } from './evidence.ts';
import { BRIDGE } from './story.ts';

/** A claim that was never read: what reports of it come to takes no language. */

const SLOTS: Slots = {
  stage: 'pending',
  due: '2026-03-12',
  figures: [
    { id: 'dead', noun: 'dead', amount: 7, bound: 'at-least', unit: null, grows: true },
    { id: 'wind', noun: 'mph', amount: 160, bound: 'exactly', unit: 'mph', grows: false },
    { id: 'amount', noun: 'amount', amount: 30, bound: 'exactly', unit: '$', grows: false },
    { id: 'amount-2', noun: 'amount', amount: 4, bound: 'exactly', unit: '$', grows: false },
  ],
  silent: [],
};
export const STORY: Story = {
  baseline: { ...BRIDGE, story: 's', claims: [{ id: 'c', text: 'A claim.' }] },
  slots: { c: SLOTS },
  digest: 'd',
};
/** The ledger of some changes, `kind: before → after`, with `?` where it is only possible. */
export const ledgerOf = (...changes: readonly StoredChange[]) =>
  foldStory(STORY, changes)
    .map((record) => recordData(record, STORY))
    .map(({ kind, before, after, certainty, rejected }) =>
      [
        `${kind}: ${before} → ${after}`,
        certainty === 'possible' ? '?' : '',
        rejected > 0 ? ` (${rejected} rejected)` : '',
      ].join(''),
    );

export const date = (edtf: string, ...lines: string[]) =>
  changeWith('c', 'date', { kind: 'date', edtf }, lines);
export const state = (name: State, lines: readonly string[], on: string | null = null) =>
  changeWith('c', 'state', { kind: 'state', state: name, on }, lines);
export const held = (...lines: string[]) => state('held', lines);
export const figure = (
  amount: number,
  lines: readonly string[],
  change: Partial<FigureValue> = {},
  slot = 'dead',
) => {
  const value: Value = { kind: 'figure', amount, upTo: null, bound: 'exactly', unit: null, ...change };
  return changeWith('c', `figure:${slot}`, value, lines);
};
/** The same, by items that say that they correct it. */
export const corrected = (change: StoredChange): StoredChange => ({
  ...change,
  evidence: change.evidence.map((one) => ({ ...one, corrects: true })),
});
