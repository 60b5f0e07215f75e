import type { ChangeRecord } from '../../model/report.ts';
import type { Slots } from '../../model/story.ts';
import { type Disputed, disputes, withoutTwins } from './contested.ts';
import { foldArranged, foldDate } from './date.ts';
import { foldFigure } from './figure.ts';
import { byFirstSeen, type Heard, isRecordable } from './hearing.ts';
import { type Folded, fromArticle, type Known, type Passed, type Refusal } from './known.ts';
import { type Entry, enter, passedBy, repeat } from './ledger.ts';
import { foldResponse, foldStance } from './stance.ts';
import { foldState, isDue, type Plan } from './state.ts';

/**
 * A claim's ledger: its changes in the order in which the world learned of them. Only what is sure is learnt; a date
 * that is possible serves what is only possible, to tell on which day it was.
 */
export function foldClaim(slots: Slots, changes: readonly Heard[]): Ledger {
  let known = fromArticle(slots);
  let possible: Plan = known;
  const entries: Entry[] = [];
  const passed: Passed[] = [];
  for (const change of inOrder(slots, changes)) {
    const { heard } = change;
    const plan = heard.sure ? known : possible;
    const folded: Folded | Refusal =
      isRecordable(heard) || isDue(plan, heard)
        ? foldChange(slots, known, plan, change)
        : { reason: 'unlikely', by: null };
    if ('reason' in folded) {
      const isRepeated = folded.reason !== 'unlikely' && repeat(entries, known, heard);
      if (!isRepeated) passed.push(passedBy(heard, folded));
      continue;
    }
    const id = enter(entries, heard, folded.record);
    if (id === null) continue;
    const learnt = underId(folded.learnt, heard.id, id);
    possible = { ...possible, ...learnt };
    if (heard.sure) known = { ...known, ...learnt };
  }
  return { records: entries.map(({ record }) => record), passed };
}

/** A claim's records in order, and what was heard of it and makes none. */
export interface Ledger {
  readonly records: readonly ChangeRecord[];
  readonly passed: readonly Passed[];
}

/** What was learnt, from the record as it is called. */
function underId(learnt: Partial<Known>, change: string, id: string): Partial<Known> {
  if (id === change) return learnt;
  const named = Object.entries(learnt).map(([name, value]) => [name, value === change ? id : value]);
  const { figures } = learnt;
  return {
    ...Object.fromEntries(named),
    ...(figures && {
      figures: new Map(
        [...figures].map(([slot, figure]) => [slot, figure.id === change ? { ...figure, id } : figure]),
      ),
    }),
  };
}

/** The changes, figures that are contested as one. */
function inOrder({ figures }: Slots, changes: readonly Heard[]): Disputed[] {
  const plain = changes.filter((change) => slotOf(change) === null).map((heard) => ({ heard, values: [] }));
  const slotIds = new Set(changes.flatMap((change) => slotOf(change) ?? []));
  const counted = [...slotIds].flatMap((slotId) =>
    disputes(
      withoutTwins(changes.filter((change) => slotOf(change) === slotId)),
      figures.find(({ id }) => id === slotId),
    ),
  );
  return [...plain, ...counted].toSorted((a, b) => byFirstSeen(a.heard, b.heard));
}

/** The figure that a change is about; null for one that is about none. */
function slotOf({ aspect }: Heard): string | null {
  return aspect.startsWith('figure:') ? aspect.slice('figure:'.length) : null;
}

function foldChange(slots: Slots, known: Known, plan: Plan, disputed: Disputed): Folded | Refusal {
  const { heard } = disputed;
  const value = heard.evidence[0]?.value;
  switch (value?.kind) {
    case 'date':
      return foldDate(known, plan, heard, value);
    case 'arranged':
      return foldArranged(known, heard, value);
    case 'state':
      return foldState(slots.stage, known, plan, heard, value);
    case 'stance':
      return foldStance(known, heard, value);
    case 'response':
      return foldResponse(known, heard);
    case 'figure':
    case 'addition': {
      const id = slotOf(heard) ?? '';
      return foldFigure(
        id,
        slots.figures.find((slot) => slot.id === id),
        known,
        disputed,
      );
    }
    default:
      throw new Error(`The change ${heard.id} has ${value?.kind ?? 'no value'} on a claim`);
  }
}
