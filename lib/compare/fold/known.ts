import type { ChangeRecord } from '../../model/report.ts';
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
  /** Where or with whom it will happen was told. */
  readonly isArranged: boolean;
  /** The silent party has. */
  readonly hasSpoken: boolean;
  readonly stance: StanceValue | null;
  readonly stanceId: string | null;
}

/** A record with what is known once it is sure. */
export interface Folded {
  readonly record: ChangeRecord;
  readonly learnt: Partial<Known>;
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
    isArranged: false,
    hasSpoken: false,
    stance: null,
    stanceId: null,
  };
}
