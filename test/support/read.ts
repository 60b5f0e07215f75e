import { facetsOf } from '../../lib/compare/facets-of.ts';
import { readText } from '../../lib/facets/read.ts';
import type { Facet } from '../../lib/model/facet.ts';

/** A Wednesday. */
const SAID_ON = '2026-03-04';

/** The facets of one kind in a sentence that was written on SAID_ON; `#` before a text makes it a headline. */
export function facets<K extends Facet['kind']>(text: string, kind: K): Extract<Facet, { kind: K }>[] {
  const headline = text.startsWith('#');
  return facetsOf(readText(text.replace(/^# ?/, ''), headline, SAID_ON), kind);
}
