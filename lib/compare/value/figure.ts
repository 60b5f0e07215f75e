import type { FigureSlot, Slots } from '../../model/story.ts';
import type { AdditionValue, FigureValue } from '../../model/value.ts';
import { westernDigits } from '../../text/calendar-words.ts';
import { type ToldNumber, toldNumbers } from '../../text/sums.ts';
import { converted } from '../../text/units.ts';
import type { Words } from './date.ts';

/** Words that say that a figure is corrected, or has fallen. */
export const CORRECTED = /\b(?:revis|correct|lower|fall|fell|drop|down|reduc|fewer|cut)\w*/i;

/** A reader's number and one that is told so nearly alike are the same: `about 134` for 133.5. */
const ROUNDED = 0.01;

/** Which figure of its claim a finding gives another number for, and the number. */
export interface FigureMeant {
  readonly slot: string;
  readonly value: FigureValue | AdditionValue;
}

/** The number that a reader means among those that stand near its quote, else in the item; null where it stands nowhere. */
export function figureMeant(
  wanted: string | null,
  words: Words,
  slots: Slots,
  slot?: string,
): FigureMeant | null {
  const number = numberIn(wanted);
  if (number === null) return null;
  const texts = [words.near, words.all].map((text) => toldNumbers(westernDigits(text)));
  const told = texts.map((numbers) => nearest(number, numbers)).find((each) => each !== null);
  if (!told) return added(number, texts.flat(), slots, slot) ?? none(number, words, slots, slot);
  const { amount, unit, bound } = told;
  const isAddition = wanted?.startsWith('+') || told.adds;
  return {
    slot: slot ?? slotFor(told, slots.figures)?.id ?? 'amount',
    value: isAddition
      ? { kind: 'addition', amount, unit }
      : { kind: 'figure', amount, upTo: null, bound, unit },
  };
}

/** The number in a reader's value: `$175 billion` → 175e9, `21 injured` → 21. */
function numberIn(value: string | null): number | null {
  return toldNumbers(westernDigits(value ?? '').replace(/^\+/, ''))[0]?.amount ?? null;
}

function nearest(wanted: number, told: readonly ToldNumber[]): ToldNumber | null {
  const off = ({ amount }: ToldNumber) => Math.abs(amount - wanted) / Math.max(1, Math.abs(wanted));
  const best = told.toSorted((a, b) => off(a) - off(b))[0];
  return best && off(best) <= ROUNDED ? best : null;
}

/** The figure of a claim that a number may replace: of the same sort of unit, the one of the nearest size; none where a share stands for a count. */
export function slotFor(
  { amount, unit }: Pick<ToldNumber, 'amount' | 'unit'>,
  figures: readonly FigureSlot[],
): FigureSlot | undefined {
  const sort = (one: string | null) => (one === null ? 'count' : one === 'percent' ? 'share' : 'amount');
  const fitting = figures.filter(
    (own) =>
      sort(own.unit) === sort(unit) ||
      (unit !== null && own.unit !== null && converted(1, unit, own.unit) !== null),
  );
  const distance = (own: FigureSlot) => Math.abs(Math.log((amount + 1) / (own.amount + 1)));
  return fitting.toSorted((a, b) => distance(a) - distance(b))[0];
}

/** A total that a reader made of the claim's own figure and what comes on top of it: three and `eight more` are 11. */
function added(
  total: number,
  told: readonly ToldNumber[],
  { figures }: Slots,
  slot?: string,
): FigureMeant | null {
  for (const own of figures.filter(({ id }) => slot === undefined || id === slot)) {
    const more = told.find(({ adds, amount }) => adds && own.amount + amount === total);
    if (more) return { slot: own.id, value: { kind: 'addition', amount: more.amount, unit: more.unit } };
  }
  return null;
}

/** Words that say of all that they are none any more: `every missing person is accounted for`. */
const ALL_OR_NONE = /\b(?:all|every|everyone|everybody|each|none|no|nobody|zero)\b/i;

function none(number: number, { near }: Words, { figures }: Slots, slot?: string): FigureMeant | null {
  if (number !== 0 || !ALL_OR_NONE.test(near)) return null;
  const value = { kind: 'figure', amount: 0, upTo: null, bound: 'exactly', unit: null } as const;
  return { slot: slot ?? figures[0]?.id ?? 'amount', value };
}
