import type { ChangeRecord } from '../../model/report.ts';
import type { Slots } from '../../model/story.ts';
import { type Disputed, disputes, withoutTwins } from './contested.ts';
import { foldArranged, foldDate } from './date.ts';
import { foldFigure } from './figure.ts';
import { byFirstSeen, type Heard, isRecordable } from './hearing.ts';
import { type Folded, fromArticle, type Known } from './known.ts';
import { withReports } from './record.ts';
import { foldResponse, foldStance } from './stance.ts';
import { foldState, isDue, type Plan } from './state.ts';

/**
 * A claim's ledger: its changes in the order in which the world learned of them. Only what is sure is learnt; a date
 * that is possible serves what is only possible, to tell on which day it was.
 */
export function foldClaim(slots: Slots, changes: readonly Heard[]): ChangeRecord[] {
  let known = fromArticle(slots);
  let possible: Plan = known;
  const records: ChangeRecord[] = [];
  for (const change of inOrder(slots, changes)) {
    const { heard } = change;
    const plan = heard.sure ? known : possible;
    if (!isRecordable(heard) && !isDue(plan, heard)) continue;
    const folded = foldChange(slots, known, plan, change);
    if (!place(records, heard, folded)) continue;
    possible = { ...possible, ...folded?.learnt };
    if (heard.sure) known = { ...known, ...folded?.learnt };
  }
  return records;
}

/**
 * Puts a spell of a change among the records: as a record; in place of an earlier spell that was only possible; or with an
 * earlier one of which it tells nothing new.
 * @returns whether it tells anything new
 */
function place(records: ChangeRecord[], heard: Heard, folded: Folded | null): folded is Folded {
  const at = records.findLastIndex(({ changes }) => changes.includes(heard.id));
  const earlier = records[at];
  if (!folded || (earlier && earlier.certainty === 'possible' && !heard.sure)) {
    if (earlier) records[at] = withReports(earlier, heard);
    return false;
  }
  const rank = records.filter(({ changes }) => changes.includes(heard.id)).length + 1;
  if (earlier?.certainty === 'possible') records.splice(at, 1);
  const isAgain = earlier?.certainty === 'sure';
  records.push(isAgain ? { ...folded.record, id: `${folded.record.id}-${rank}` } : folded.record);
  return true;
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

function foldChange(slots: Slots, known: Known, plan: Plan, disputed: Disputed): Folded | null {
  const { heard } = disputed;
  const value = heard.evidence[0]?.value;
  switch (value?.kind) {
    case 'date':
      return foldDate(known, heard, value);
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
      return null;
  }
}
