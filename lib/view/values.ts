import type { Aspect } from '../model/report.ts';
import type { FigureSlot } from '../model/story.ts';
import type { FigureValue, StateValue, Value } from '../model/value.ts';
import { wordDate } from '../text/word-date.ts';

/** How dates are written within words: for people, or in EDTF for machines. */
export type WriteDate = (edtf: string) => string;

/** A value in words: the one place that says what a date, a state or a figure is called. */
export function wordValue(
  value: Value,
  slot: FigureSlot | undefined,
  writeDate: WriteDate = wordDate,
): string {
  switch (value.kind) {
    case 'date':
      return writeDate(value.edtf);
    case 'state':
      return wordState(value, writeDate);
    case 'figure':
      return wordFigure(value, slot);
    case 'addition':
      return `${NUMBERS.format(value.amount)} more`;
    case 'stance':
      return value.stance;
    case 'response':
      return value.on === null ? 'spoke' : `spoke on ${writeDate(value.on)}`;
    case 'arranged':
      return 'place or participants named';
    case 'turn':
      return value.name;
    default:
      return value satisfies never;
  }
}

/** What stood before a change of which neither the article nor a sure record said anything. */
export function wordNothing(aspect: Aspect): string {
  if (aspect.startsWith('figure:')) return 'no figure';
  return NOTHING.get(aspect) ?? 'nothing';
}

const NOTHING = new Map<Aspect, string>([
  ['date', 'no date'],
  ['state', 'planned'],
  ['stance', 'as reported'],
  ['response', 'no comment'],
  ['turn', 'not foreseen by any claim'],
]);

/**
 * A value as data in one text: an EDTF date, a number (from a million on with its scale, `175 billion`), or a few words.
 * @param words the reports' own, which tell more than that a thing took place on a day that nobody tells, or was confirmed
 */
export function valueData(value: Value, words: string | null = null): string {
  switch (value.kind) {
    case 'state': {
      const isTold = value.on !== null && !value.on.startsWith('../');
      if (words !== null && !isTold) return words;
      if (value.state === 'going-ahead') return value.on ?? 'as planned';
      return value.on ?? wordState(value, asItIs);
    }
    case 'stance':
    case 'arranged':
      return words ?? wordValue(value, undefined, asItIs);
    case 'figure':
      return value.upTo === null ? scaled(value.amount, String) : `${value.amount}–${value.upTo}`;
    case 'addition':
      return `+${value.amount}`;
    case 'response':
      return value.on ?? 'spoke';
    default:
      return wordValue(value, undefined, asItIs);
  }
}

/** Dates left in EDTF. */
export const asItIs: WriteDate = (edtf) => edtf;

function wordState({ state, on }: StateValue, writeDate: WriteDate): string {
  switch (state) {
    case 'planned':
      return on === null ? 'planned' : `planned for ${writeDate(on)}`;
    case 'under-way':
      return 'under way';
    case 'held':
      return `took place${wordDay(on, writeDate)}`;
    case 'over':
      return `over${wordDay(on, writeDate)}`;
    case 'called-off':
      return 'called off';
    case 'postponed':
      return 'postponed, no new date';
    case 'going-ahead':
      return `confirmed${on === null ? ' as planned' : wordDay(on, writeDate)}`;
    default:
      return state satisfies never;
  }
}

/** `on 2 December 2025`, `in December 2025`, `between` two days, or `by` one where no report tells it. */
function wordDay(on: string | null, writeDate: WriteDate): string {
  if (on === null) return '';
  const [first = '', last] = on.split('/');
  if (last === undefined) return ` ${first.length > 7 ? 'on' : 'in'} ${writeDate(first)}`;
  return first === '..' ? ` by ${writeDate(last)}` : ` between ${writeDate(first)} and ${writeDate(last)}`;
}

const SCALES = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
] as const;

/** A number with its scale, where three decimals are enough for it: `133.5 billion`. */
function scaled(amount: number, write: (number: number) => string): string {
  const [size, name] = SCALES.find(([each]) => amount >= each) ?? [1, ''];
  const number = amount / size;
  return name !== '' && Number(number.toFixed(3)) === number ? `${write(number)} ${name}` : write(amount);
}

const NUMBERS = new Intl.NumberFormat('en-GB', { notation: 'standard', maximumFractionDigits: 2 });

/** A figure with its unit or the claim's noun: `$133.5 billion`, `28 points`, `7 dead`, `282 km/h`. */
function wordFigure({ amount, upTo, unit }: FigureValue, slot: FigureSlot | undefined): string {
  const numbers = [amount, ...(upTo === null ? [] : [upTo])]
    .map((number) => scaled(number, (each) => NUMBERS.format(each)))
    .join('–');
  const own = unit ?? slot?.unit ?? null;
  if (own === null) return `${numbers} ${slot?.noun ?? ''}`.trim();
  return /[\p{L}²]$/u.test(own) ? `${numbers} ${own}` : `${own}${numbers}`;
}
