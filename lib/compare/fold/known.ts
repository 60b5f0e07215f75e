import type { ChangeRecord, Evidence } from '../../model/report.ts';
import type { Slots } from '../../model/story.ts';
import type { FigureValue, StanceValue, StateValue } from '../../model/value.ts';

/** What is known of a claim at a point of its ledger: by the article and by what is sure or accepted, nothing else. */
export interface Known {
  readonly date: string | null;
  /** The record that each of these comes from; null for the article. */
  readonly dateId: string | null;
  readonly state: StateValue;
  readonly stateId: string | null;
  /** When it became known that the event was held; null while it is open. */
  readonly closedAt: string | null;
  /** By slot. */
  readonly figures: ReadonlyMap<string, { readonly value: FigureValue; readonly id: string | null }>;
  /** The record that tells where or with whom it will happen; null where none does. */
  readonly arrangedId: string | null;
  /** The record by which the silent party has spoken; null where it has not. */
  readonly spokenId: string | null;
  readonly stance: StanceValue | null;
  readonly stanceId: string | null;
}

/** A record with what is known once it is sure. */
export interface Folded {
  readonly record: ChangeRecord;
  readonly learnt: Partial<Known>;
}

/**
 * Why what was heard makes no record:
 * - `unlikely`: less likely than is worth recording
 * - `known`: the article or a record says so already
 * - `over`: the event was held before this was said
 * - `falls`: a lower number for a toll that only grows
 * - `withdrawn`: who gave this number gave another one in the same hours
 * - `few`: fewer origins tell of the turn, within days, than a turn needs
 * - `one-turn`: it marks the same turn as a mark that counted before
 */
export type Reason = 'unlikely' | 'known' | 'over' | 'falls' | 'withdrawn' | 'few' | 'one-turn';

/** That what was heard makes no record, why, and the record that took its place; `by` is null for the article's own word. */
export interface Refusal {
  readonly reason: Reason;
  readonly by: string | null;
}

/** What was heard of a change and makes no record. */
export interface Passed extends Refusal {
  readonly changes: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly likelihood: number;
}

/** What the article says. */
export function fromArticle({ due, stage, figures }: Slots): Known {
  return {
    date: due,
    dateId: null,
    state: { kind: 'state', state: stage === 'running' ? 'under-way' : 'planned', on: null },
    stateId: null,
    closedAt: null,
    figures: new Map(
      figures.map(({ id, amount, bound, unit }) => [
        id,
        { value: { kind: 'figure', amount, upTo: null, bound, unit }, id: null },
      ]),
    ),
    arrangedId: null,
    spokenId: null,
    stance: null,
    stanceId: null,
  };
}
