import { type Decision, lastWords, type Mended, together } from '../../model/decision.ts';
import type { Evidence, StoredChange } from '../../model/report.ts';
import type { Slots } from '../../model/story.ts';
import { valueKey } from '../../model/value.ts';

/** What an editor put in place of what reports say, and what they said. */
export interface Edit extends Mended {
  readonly reported: Evidence['value'];
}

/** The reports that come to one value on one claim: a change as it is kept, or what an editor made of a part of it. */
export interface Part extends StoredChange {
  readonly edit: Edit | null;
  /** The ids of the changes that its reports come from. */
  readonly changes: readonly string[];
}

/**
 * A story's changes as editors left them: reports that were mended say what the editor put, beside those that say so
 * themselves. What an editor did not name stays as it is, under a name of its own.
 */
export function asMended(
  stored: readonly StoredChange[],
  slots: Readonly<Record<string, Slots>>,
): readonly Part[] {
  if (stored.every(({ decisions }) => decisions.every(({ mended }) => mended === null)))
    return stored.map(whole);
  const parts = new Map<string, Part>();
  // What nobody edited has its own name already.
  const inOrder = stored
    .flatMap(partsOf)
    .toSorted((a, b) => Number(a.edit !== null) - Number(b.edit !== null));
  for (const part of inOrder) {
    const value = part.edit?.value ?? part.evidence[0]?.value;
    const slot = slots[part.claimId ?? '']?.figures.find(({ id }) => part.aspect === `figure:${id}`);
    const key = value ? `${part.claimId} ${part.aspect} ${valueKey(value, slot?.unit)}` : part.id;
    const known = parts.get(key);
    parts.set(key, known ? joined(known, part) : part);
  }
  return [...parts.values()];
}

function whole(change: StoredChange): Part {
  return { ...change, edit: null, changes: [change.id] };
}

/** The reports of a change by what editors put in their place: the first edit has the change's name, the others a number. */
function partsOf(change: StoredChange): Part[] {
  const words = lastWords(change.decisions);
  const groups = new Map<Decision | null, Evidence[]>();
  for (const decision of [...change.decisions, null]) groups.set(decision, []);
  for (const one of change.evidence) {
    const word = words.get(one.itemId);
    groups.get(word?.mended ? word : null)?.push(one);
  }
  return [...groups]
    .filter(([, evidence]) => evidence.length > 0)
    .map(([decision, evidence], i): Part => {
      const id = i === 0 ? change.id : `${change.id}-${i + 1}`;
      const own = { ...whole(change), id, evidence };
      const mended = decision?.mended;
      const [first] = evidence;
      if (!mended || !first) return own;
      const { claimId, aspect, value } = mended;
      return {
        ...own,
        claimId,
        aspect,
        evidence: evidence.map((one) => ({ ...one, value })),
        edit: { ...mended, reported: first.value },
      };
    });
}

/** Parts that come to the same: under the name of the first, each item once. */
function joined(one: Part, other: Part): Part {
  const items = new Set(one.evidence.map(({ itemId }) => itemId));
  return {
    ...one,
    edit: one.edit ?? other.edit,
    evidence: [...one.evidence, ...other.evidence.filter(({ itemId }) => !items.has(itemId))],
    decisions: together([...one.decisions, ...other.decisions]),
    changes: [...one.changes, ...other.changes],
  };
}
