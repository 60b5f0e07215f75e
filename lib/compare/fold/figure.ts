import type { FigureSlot } from '../../model/story.ts';
import type { FigureValue } from '../../model/value.ts';
import { sameMeasure } from '../../text/units.ts';
import { type Disputed, isContested } from './contested.ts';
import type { Folded, Known, Refusal } from './known.ts';
import { toRecord } from './record.ts';

/** Another number for one of a claim's figures. */
export function foldFigure(
  slotId: string,
  slot: FigureSlot | undefined,
  known: Known,
  disputed: Disputed,
): Folded | Refusal {
  const { heard, values } = disputed;
  const before = known.figures.get(slotId);
  const totals = values.map(({ value }) => totalOf(value, before?.value ?? null));
  const amounts = totals.map(({ amount }) => amount);
  const [first] = totals;
  if (!first) return { reason: 'withdrawn', by: null };
  const value = isContested(disputed)
    ? { ...first, amount: Math.min(...amounts), upTo: Math.max(...amounts) }
    : first;
  if (!heard.edit && before && says(before.value, value)) return { reason: 'known', by: before.id };
  const corrects = heard.edit !== null || heard.evidence.some((one) => one.corrects);
  if (slot?.grows && before && !corrects && (value.upTo ?? value.amount) < before.value.amount)
    return { reason: 'falls', by: before.id };
  return {
    record: toRecord(heard, {
      kind: 'revised',
      value,
      before: before?.value ?? null,
      contested: isContested(disputed)
        ? totals.map((total, i) => ({ value: total, origins: values[i]?.origins ?? [] }))
        : [],
      supersedes: before?.id ?? null,
    }),
    learnt: { figures: new Map([...known.figures, [slotId, { value, id: heard.id }]]) },
  };
}

/** What is added comes on top of what stands. */
function totalOf(value: Disputed['values'][number]['value'], before: FigureValue | null): FigureValue {
  if (value.kind === 'figure') return value;
  return {
    kind: 'figure',
    amount: (before?.amount ?? 0) + value.amount,
    upTo: null,
    bound: 'exactly',
    unit: value.unit,
  };
}

/** Whether what stands says the new value already. */
function says(before: FigureValue, value: FigureValue): boolean {
  if (before.upTo !== value.upTo) return false;
  const isOneUnit = before.unit === null || value.unit === null || before.unit === value.unit;
  return isOneUnit ? before.amount === value.amount : sameMeasure(before, value);
}
