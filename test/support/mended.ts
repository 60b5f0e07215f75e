import type { Mended } from '../../lib/model/decision.ts';
import { decided } from './evidence.ts';
import { figure } from './ledger.ts';

/** What an editor puts on the claim, another number of dead unless told otherwise. */
export const to = (change: Partial<Mended>): Mended => ({
  claimId: 'c',
  aspect: 'figure:dead',
  kind: 'revised',
  value: { kind: 'figure', amount: 0, upTo: null, bound: 'exactly', unit: null },
  words: null,
  ...change,
});
export const dead = (amount: number) =>
  to({ value: { kind: 'figure', amount, upTo: null, bound: 'exactly', unit: null } });
export const due = (edtf: string, kind: Mended['kind'] = 'rescheduled') =>
  to({ aspect: 'date', kind, value: { kind: 'date', edtf } });
export const mended = (change: Parameters<typeof decided>[0], mend: Mended, items?: readonly string[]) =>
  decided(change, 'accepted', items, mend);

export const NINE = figure(9, ['3 10:00 The Paper 0.7']);
export const TWELVE = figure(12, ['4 10:00 Herald 0.7']);
