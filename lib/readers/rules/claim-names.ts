import { isOrdinary } from '../../text/frequencies.ts';
import { placeOf } from '../../text/gazetteer.ts';
import type { Clause, EventMention, Place } from './facet.ts';
import { facetsOf } from './facets-of.ts';

export function clausesOf(clauses: readonly Clause[], event: EventMention | undefined): readonly Clause[] {
  return event
    ? clauses.filter(({ start, end }) => event.span.start >= start && event.span.start < end)
    : clauses;
}

export function sidesOf(clauses: readonly Clause[], principal: EventMention | undefined): Set<string> {
  const places = facetsOf(clausesOf(clauses, principal), 'place');
  return new Set(
    places.filter((place) => !place.where && place.within.length === 0).map((place) => place.key),
  );
}

/** Names in the clause of the main event, save those that only say where or who speaks. */
export function actorsOf(clauses: readonly Clause[], principal: EventMention | undefined): Set<string> {
  const own = clausesOf(clauses, principal);
  // `Trump says he hopes to meet …`: the speaker acts as well.
  const acts = own.some(({ tokens }) => tokens.some((token) => /^(?:he|she|they)$/.test(token.lower)));
  const speakers = new Set(acts ? [] : facetsOf(own, 'speaker').map((speaker) => speaker.span.start));
  const places = new Set(
    facetsOf(own, 'place')
      .filter((place) => place.where)
      .map((place) => place.span.start),
  );
  const parties = facetsOf(own, 'party').filter(
    (party) => !speakers.has(party.span.start) && !places.has(party.span.start),
  );
  return new Set(parties.flatMap((party) => party.keys));
}

/** The places that say where; one that stands nearer to another event is that one's. */
export function whereOf(
  clauses: readonly Clause[],
  events: readonly EventMention[],
  principal: EventMention | undefined,
): Place[] {
  const gap = (place: Place, event: EventMention) =>
    Math.max(place.span.start - event.span.end, event.span.start - place.span.end);
  return facetsOf(clauses, 'place').filter((place) => {
    if (!place.where || !principal) return place.where;
    const own = gap(place, principal);
    return events.every((event) => gap(place, event) >= own);
  });
}

/** Names before a rare last name: outlets that call somebody `Witkoff` mean `Steve Witkoff`. */
export function givenNames(clauses: readonly Clause[]): Set<string> {
  const given = new Set<string>();
  for (const { span } of facetsOf(clauses, 'party')) {
    const words = clauses
      .flatMap(({ tokens }) => tokens)
      .filter(({ start, end, capital }) => capital && start >= span.start && end <= span.end);
    const last = words.at(-1);
    if (
      !last ||
      last.text.length < 4 ||
      isOrdinary(last.lower.replace(/'s?$/, '')) ||
      placeOf(last.text) !== null
    )
      continue;
    for (const { key } of words.slice(0, -1)) if (key !== last.key) given.add(key);
  }
  return given;
}
