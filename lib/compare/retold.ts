import type { Clause } from '../model/facet.ts';
import { addDays, bounds } from '../text/edtf.ts';
import { facetsOf } from './facets-of.ts';

/** What happened or was said so many days ago is not retold yet. */
const STILL_NEWS_DAYS = 2;

/** Whether a clause tells of days gone by alone: "In January the court had put off the hearing". */
export function isRetold(clause: Clause, saidOn: string): boolean {
  const oldest = addDays(saidOn, -STILL_NEWS_DAYS);
  const lasts = facetsOf([clause], 'when').map(({ edtf }) => bounds(edtf)[1]);
  return lasts.length > 0 && lasts.every((last) => last < oldest);
}
