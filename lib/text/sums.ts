import type { Bound } from '../model/value.ts';
import { NUMBER, readNumber } from './numbers.ts';
import type { Span } from './span.ts';
import { unitAt } from './units.ts';
import { anyOf } from './words.ts';

/** What a writer puts before a number to say how far to trust it. */
export const BOUNDS = new Map<string, Bound>([
  ['at least', 'at-least'],
  ['more than', 'at-least'],
  ['no fewer than', 'at-least'],
  ['over', 'at-least'],
  ['above', 'at-least'],
  ['at most', 'at-most'],
  ['up to', 'at-most'],
  ['fewer than', 'at-most'],
  ['less than', 'at-most'],
  ['as many as', 'at-most'],
  ['about', 'about'],
  ['around', 'about'],
  ['roughly', 'about'],
  ['approximately', 'about'],
  ['nearly', 'about'],
  ['almost', 'about'],
  ['close to', 'about'],
  ['some', 'about'],
]);

/** Letters that run on from a number make it part of a word; in scripts without blanks they are the next word. */
const LETTER = '\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}';

/** A number in a text, with its bound before it and its currency. */
export const SUM = new RegExp(
  `(?:\\b(?<bound>${anyOf(BOUNDS.keys())})\\s)?(?:an? (?:estimated|further|additional)\\s)?(?<![${LETTER}\\d.:/-])(?<currency>(?:US|HK|A|C|NZ|S)?[$€£¥₹]\\s?)?(?<number>${NUMBER})(?![${LETTER}\\d:])`,
  'giu',
);

const CURRENCY_AFTER =
  /^(?:dollars?|euros?|pounds?|yen|yuan|rupees?|won|francs?|baht|roubles?|rubles?|hryvnia|usd|eur|gbp)\b/i;
const PERCENT = /^(?:%|per\s?cent\b|percent\b|percentage points?\b)/i;

const CURRENCIES = new Map(
  Object.entries({
    us$: '$',
    dollar: '$',
    usd: '$',
    euro: '€',
    eur: '€',
    pound: '£',
    gbp: '£',
    yen: '¥',
    rupee: '₹',
    ruble: 'roubles',
    rouble: 'roubles',
  }),
);

/** `percent` or a currency, before its number or at the beginning of what stands behind it; null for neither. */
export function sumUnit(before: string | undefined, after: string): string | null {
  if (before) return currencyOf(before);
  if (PERCENT.test(after)) return 'percent';
  const named = CURRENCY_AFTER.exec(after)?.[0];
  return named === undefined ? null : currencyOf(named);
}

/** A currency by one sign, however it is written: `US$`, `dollars` and `usd` are `$`. */
function currencyOf(written: string): string {
  const name = written.trim().toLowerCase();
  return CURRENCIES.get(name) ?? CURRENCIES.get(name.replace(/s$/, '')) ?? written.trim();
}

/** A number as a text gives it. */
export interface ToldNumber {
  readonly span: Span;
  readonly amount: number;
  readonly bound: Bound;
  /** A currency, `percent` or a unit of measure; null for a plain count. */
  readonly unit: string | null;
  /** It comes on top of what stood before: `eight more`. */
  readonly adds: boolean;
}

/** The numbers of a text, in order. */
export function toldNumbers(text: string): ToldNumber[] {
  return Array.from(text.matchAll(SUM)).flatMap((match) => {
    const { bound = '', currency, number = '' } = match.groups ?? {};
    const amount = readNumber(number);
    if (!(amount <= Number.MAX_SAFE_INTEGER) || isNoOne(text, match.index, number)) return [];
    const span = { start: match.index, end: match.index + match[0].length };
    const after = text.slice(span.end).toLowerCase();
    return [
      {
        span,
        amount,
        bound: BOUNDS.get(bound.toLowerCase()) ?? 'exactly',
        unit: sumUnit(currency, after.trimStart()) ?? unitAt(after),
        adds: isAdded(text.slice(0, span.start).toLowerCase(), after),
      },
    ];
  });
}

/** `no one` counts nobody. */
export function isNoOne(text: string, at: number, number: string): boolean {
  return /^one$/i.test(number) && /\bno\s$/i.test(text.slice(Math.max(0, at - 4), at));
}

/** `eight more`, `a further eight`, by what stands around the number, in lower case. */
export function isAdded(before: string, after: string): boolean {
  return (
    /^\s(?!or )(?:\w+ )?(?:more|further|additional|others)\b/.test(after) ||
    /\b(?:another|further|additional)\s$/.test(before)
  );
}
