import { NEWS_FREQUENCIES } from './data/news-frequencies.ts';
import { ORDINARY_WORDS } from './data/ordinary-words.ts';
import { countryKey } from './gazetteer.ts';
import { termKey } from './tokens.ts';

const ITEMS = 1657;
const counts = new Map<string, number>();
for (const entry of NEWS_FREQUENCIES.trim().split(/\s+/)) {
  const [stem = '', count = '0'] = entry.split(':');
  const key = termKey(stem);
  counts.set(key, Math.max(counts.get(key) ?? 0, Number(count)));
  const country = countryKey(stem.charAt(0).toUpperCase() + stem.slice(1));
  if (country) counts.set(country, Math.max(counts.get(country) ?? 0, Number(count)));
}
const ordinary = new Set(ORDINARY_WORDS.trim().split(/\s+/));

/** Words that newsrooms use in every story, more often than the counted items of 2014 show. */
const HOUSE_WORDS = new Set(
  'say said tell told report official minister president government leader country spokesman spokesperson statement add announce new year week day month people time first last monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december according accord told chief head state group nation national source authority'
    .split(' ')
    .map(termKey),
);

/** How much a term tells, from 0 (stands everywhere) to 1 (stands in no ordinary news item). */
export function informativeness(key: string): number {
  const count = HOUSE_WORDS.has(key) ? Math.max(150, counts.get(key) ?? 0) : (counts.get(key) ?? 0);
  return Math.log((ITEMS + 1) / (count + 1)) / Math.log(ITEMS + 1);
}

/** Whether a word is usually written in lower case, so that its capital in a headline names nobody. */
export function isOrdinary(lower: string): boolean {
  return ordinary.has(lower.replace(/'s?$/, ''));
}
