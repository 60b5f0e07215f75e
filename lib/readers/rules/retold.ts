import { addDays, bounds } from '../../text/edtf.ts';
import type { Clause } from './facet.ts';
import { facetsOf } from './facets-of.ts';
import type { ItemPart } from './read-item.ts';

/** How many days old a date may be in a sentence that still tells news. */
const STILL_NEWS_DAYS = 2;
/** Days gone by that are not counted: "twelve years ago", "the then minister". */
const LONG_AGO = /\b(?:weeks|months?|years?|decades?) (?:ago|earlier|before)\b|\bthe then[ -]\w+/i;

/** Whether the sentence of a clause tells of days gone by alone: "In January the court had put off the hearing". */
export function isRetold(
  { sentence }: Clause,
  { sentences, saidOn }: Pick<ItemPart, 'sentences' | 'saidOn'>,
): boolean {
  if (LONG_AGO.test(sentence.text)) return true;
  const clauses = sentences.flatMap((each) => each.clauses).filter((clause) => clause.sentence === sentence);
  const oldest = addDays(saidOn, -STILL_NEWS_DAYS);
  const lasts = facetsOf(clauses, 'when').map(({ edtf }) => bounds(edtf)[1]);
  return lasts.length > 0 && lasts.every((last) => last < oldest);
}
