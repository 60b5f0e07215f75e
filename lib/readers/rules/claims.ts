import type { Claim } from '../../model/baseline.ts';
import type { Stage } from '../../model/story.ts';
import { informativeness } from '../../text/frequencies.ts';
import { termsOf } from '../../text/terms.ts';
import { inSameClause, principalOf, stageOf, weighHeads } from './claim-event.ts';
import { actorsOf, clausesOf, givenNames, sidesOf, whereOf } from './claim-names.ts';
import type { Clause, Figure, Place } from './facet.ts';
import { type Act, announcedAct } from './facets/act.ts';
import { isRepeat } from './facets/repeat.ts';
import { facetsOf } from './facets-of.ts';
import { silentParties } from './silent.ts';

/** A claim read into slots, once a run. */
export interface PreparedClaim {
  readonly claim: Claim;
  readonly clauses: readonly Clause[];
  /** Its telling terms, each with its weight: rare in the news and rare among the story's claims. */
  readonly terms: ReadonlyMap<string, number>;
  /** The terms that are names. */
  readonly names: ReadonlySet<string>;
  /** Its telling terms by their weight in the news alone, whatever its siblings say. */
  readonly matter: ReadonlyMap<string, number>;
  /** The names in the clause of its main event: who does it, with whom. */
  readonly actors: ReadonlySet<string>;
  /** The countries that act in it, by their keys. */
  readonly sides: ReadonlySet<string>;
  /** Where it takes place. */
  readonly where: readonly Place[];
  /** Its events by head, each with how much it is what the claim is about, from 0 to 1. */
  readonly heads: ReadonlyMap<string, number>;
  /** What it announces in a verb that no lifecycle knows; null where its event is known, or it announces nothing. */
  readonly act: Act | null;
  /** Its event is one more of its kind (`a second rehearsal`). */
  readonly repeat: boolean;
  readonly stage: Stage;
  /** When its event is due or was, in EDTF; null where the claim gives no date. */
  readonly date: string | null;
  readonly figures: readonly Figure[];
  /** The names of its figures' slots (lib/model/story.ts). */
  readonly slots: ReadonlyMap<Figure, string>;
  /** The keys of the party that keeps silent, where the claim says that one does. */
  readonly silent: readonly string[];
  /** Somebody's word, expectation or suspicion, so that others may confirm or deny it. */
  readonly attributed: boolean;
}

const ATTRIBUTED =
  /\b(?:says?|said|according to|reported(?:ly)?|claims?|claimed|alleged(?:ly)?|suspects?|suspected|believes?|believed|expects?|hopes?|takes the view|describes?|thinks?|warns?|accuses?|accused|suggests?|argues?|estimates?|reason to believe|insists?|prepared|ready|denies|denied)\b/i;

interface ClaimText {
  readonly claim: Claim;
  readonly clauses: readonly Clause[];
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

export function prepareClaim({ claim, clauses, counts, total }: ClaimText): PreparedClaim {
  const terms = new Map<string, number>();
  const matter = new Map<string, number>();
  const given = givenNames(clauses);
  for (const key of termsOf(clauses)) {
    if (given.has(key)) continue;
    const rarity = total === 1 ? 1 : 1 - ((counts.get(key) ?? 1) - 1) / (total - 1);
    terms.set(key, informativeness(key) * (0.3 + 0.7 * rarity));
    matter.set(key, informativeness(key));
  }
  const events = facetsOf(clauses, 'event');
  const principal = principalOf(events);
  const act =
    principal && !principal.background && principal.phase !== 'mentioned' ? null : announcedAct(clauses);
  const stage = act
    ? 'pending'
    : stageOf(claim.text, principal?.background && principal.phase === 'done' ? undefined : principal);
  const dates = facetsOf(clauses, 'when').filter((when) => !when.ofSpeech);
  const dated = principal
    ? dates.find((when) => inSameClause(clauses, when.span.start, principal.span.start))
    : undefined;
  const figures = facetsOf(clauses, 'figure').filter((figure) => !figure.compared);
  const silent = silentParties(claim.text, clauses).filter((key) => !given.has(key));
  return {
    claim,
    clauses,
    terms,
    matter,
    actors: actorsOf(clauses, principal),
    sides: sidesOf(clauses, principal),
    names: new Set(facetsOf(clauses, 'party').flatMap((party) => party.keys)),
    where: whereOf(clauses, events, principal),
    heads: act ? weighHeads(events, undefined).set(act.head, 1) : weighHeads(events, principal),
    act,
    repeat: clausesOf(clauses, principal).some(
      ({ tokens }) => principal !== undefined && isRepeat(tokens, principal.span),
    ),
    stage,
    date: /\bno date\b|\bdid not say when\b/i.test(claim.text) ? null : ((dated ?? dates[0])?.edtf ?? null),
    figures,
    slots: slotNames(figures),
    silent,
    attributed: ATTRIBUTED.test(claim.text),
  };
}

/**
 * Figures that count the same are told apart by their rank: a price is `amount`, the fee after it `amount-2`. One that
 * is given twice is one slot.
 */
function slotNames(figures: readonly Figure[]): Map<Figure, string> {
  const names = new Map<Figure, string>();
  for (const figure of figures) {
    const same = [...names].filter(([{ counts }]) => counts === figure.counts);
    const twin = same.find(([{ value, unit }]) => value === figure.value && unit === figure.unit);
    const rank = new Set(same.map(([, name]) => name)).size + 1;
    names.set(figure, twin?.[1] ?? (rank === 1 ? figure.counts : `${figure.counts}-${rank}`));
  }
  return names;
}
