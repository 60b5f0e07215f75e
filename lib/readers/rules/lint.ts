import type { ClaimFault, LintedClaim } from '../../model/lint.ts';
import type { Kind } from '../../model/report.ts';
import type { Slots } from '../../model/story.ts';
import { readDates } from '../../text/dates.ts';
import type { PreparedClaim } from './claims.ts';
import type { EventMention } from './facet.ts';
import { areKin } from './facets/lifecycles.ts';
import { facetsOf } from './facets-of.ts';
import { prepareStory, type StoryText } from './prepared-story.ts';
import { slotsOf } from './slots.ts';

/** Words of one claim at most: the longest of the labelled streams has 49. */
const MOST_WORDS = 60;
/** Not the “it” that stands for nothing: `It is not known whether …`. */
const PRONOUN =
  /^["“‘']?(he|she|it(?! (?:is|was|remains|will be) )|they|this|that|these|those|his|her|its|their)\b/iu;

/** What the rules make of each claim of a baseline, and what is to be mended in it. */
export function lintClaims(text: StoryText): readonly LintedClaim[] {
  const story = prepareStory(text);
  const slots = slotsOf(story);
  const first = new Map<string, string>();
  return story.claims.map((prepared) => {
    const { claim } = prepared;
    const own = slots[claim.id] ?? { stage: 'stated', due: null, figures: [], silent: [] };
    const key = claim.text.toLowerCase().replace(/\W+/gu, ' ').trim();
    const twin = first.get(key);
    if (twin === undefined) first.set(key, claim.id);
    const faults = [
      ...faultsOf(prepared, own, story.publishedOn),
      ...(twin === undefined ? [] : [fault('twin', [twin])]),
    ];
    const silent = [...new Set(own.silent.map((party) => story.words.get(party) ?? party))];
    return { claim, slots: own, silent, kinds: kindsOf(prepared, own), faults };
  });
}

function faultsOf(prepared: PreparedClaim, { figures, silent }: Slots, publishedOn: string): ClaimFault[] {
  const { claim, heads, names } = prepared;
  const found: ClaimFault[] = [];
  if (heads.size === 0 && figures.length === 0 && names.size === 0 && silent.length === 0)
    found.push(fault('nothing', []));
  const ahead = eventsAhead(prepared);
  if (ahead.length > 1) found.push(fault('events', ahead));
  const pronoun = PRONOUN.exec(claim.text)?.[1];
  if (pronoun) found.push(fault('pronoun', [pronoun]));
  for (const { span, edtf, known } of readDates(claim.text, publishedOn, () => 'future'))
    if (known.includes('relative') || (known.includes('weekday') && !known.includes('day')))
      found.push(fault('relative', [claim.text.slice(span.start, span.end)], edtf));
  const words = claim.text.split(/\s+/).length;
  if (words > MOST_WORDS) found.push(fault('long', [String(words)]));
  return found;
}

function fault(name: ClaimFault['fault'], words: readonly string[], date: string | null = null): ClaimFault {
  return { fault: name, words, date };
}

/** The events of a claim that are planned, each in its own words, without those that one report settles together. */
function eventsAhead({ claim, clauses }: PreparedClaim): string[] {
  const planned = facetsOf(clauses, 'event').filter(
    ({ phase, background }) => phase === 'planned' && !background,
  );
  const words = ({ span }: EventMention) => claim.text.slice(span.start, span.end);
  const isOne = (event: EventMention, other: EventMention) =>
    other.head === event.head ||
    areKin(other.head, event.head) ||
    words(event).includes(words(other)) ||
    words(other).includes(words(event));
  return planned.filter((event, i) => !planned.slice(0, i).some((other) => isOne(event, other))).map(words);
}

function kindsOf({ attributed, heads }: PreparedClaim, { stage, due, figures, silent }: Slots): Kind[] {
  if (silent.length > 0) return ['responded'];
  const isOpen = stage === 'pending' || stage === 'running';
  return [
    ...(stage === 'pending' ? [due === null ? 'scheduled' : 'rescheduled', 'cancelled'] : []),
    ...(isOpen && heads.size > 0 ? ['occurred'] : []),
    ...(figures.length > 0 ? ['revised'] : []),
    ...(attributed || !isOpen ? ['confirmed', 'denied'] : []),
  ] as Kind[];
}
