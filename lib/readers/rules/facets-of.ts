import type { Clause, Facet } from './facet.ts';

/** The facets of one kind in some clauses, in order. */
export function facetsOf<K extends Facet['kind']>(
  clauses: readonly Pick<Clause, 'facets'>[],
  kind: K,
): Extract<Facet, { kind: K }>[] {
  return clauses.flatMap(({ facets }) =>
    facets.filter((facet): facet is Extract<Facet, { kind: K }> => facet.kind === kind),
  );
}
