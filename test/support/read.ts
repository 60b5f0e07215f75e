import type { Facet } from '../../lib/readers/rules/facet.ts';
import { readText } from '../../lib/readers/rules/facets/read.ts';
import { facetsOf } from '../../lib/readers/rules/facets-of.ts';

/** A Wednesday. */
const SAID_ON = '2026-03-04';

/** The facets of one kind in a sentence that was written on SAID_ON; `#` before a text makes it a headline. */
export function facets<K extends Facet['kind']>(text: string, kind: K): Extract<Facet, { kind: K }>[] {
  const headline = text.startsWith('#');
  return facetsOf(readText(text.replace(/^# ?/, ''), headline, SAID_ON), kind);
}
