import { type Decision, lastWords, type Mended } from '../../model/decision.ts';
import type { Evidence, Reported, StoredChange } from '../../model/report.ts';
import type { Slots } from '../../model/story.ts';
import { type Value, valueKey } from '../../model/value.ts';
import { bySigns } from '../../text/order.ts';

/** What an editor put in place of what a report says. */
export interface Edit extends Mended {
  /** What it says itself. */
  readonly reported: Reported;
  /** When the editor did, ISO 8601. */
  readonly at: string;
}

/** A report as editors left it. */
export interface Told {
  /** The id of the change that it is kept in. */
  readonly change: string;
  /** With the editor's value, where it was mended. */
  readonly evidence: Evidence;
  readonly word: 'accepted' | 'rejected' | null;
  readonly edit: Edit | null;
}

/** The reports that come to one value on one claim. */
export interface Part extends Pick<StoredChange, 'id' | 'story' | 'claimId' | 'aspect'> {
  readonly told: readonly Told[];
  readonly decisions: readonly Decision[];
}

/**
 * A story's changes as editors left them: a report that was mended goes with those that say so themselves, else it makes a
 * part of its own, named by the decision. All others stay where they are.
 */
export function partsOf(
  stored: readonly StoredChange[],
  slots: Readonly<Record<string, Slots>>,
): readonly Part[] {
  const all = stored.toSorted((a, b) => bySigns(a.id, b.id)).map(settled);
  if (all.every(({ told }) => told.every(({ edit }) => edit === null)))
    return all.map(({ change: { id, story, claimId, aspect, decisions }, told }) => ({
      id,
      story,
      claimId,
      aspect,
      decisions,
      told,
    }));
  const parts = new Map<string, Part>();
  const add = (key: string, part: Part) => {
    const known = parts.get(key);
    if (!known) parts.set(key, part);
    else
      parts.set(key, {
        ...known,
        told: [...known.told, ...part.told],
        decisions: [...new Set([...known.decisions, ...part.decisions])],
      });
  };
  // What nobody mended has its name already.
  for (const { change, told } of all) {
    const own = told.filter(({ edit }) => edit === null);
    const key = own[0] ? keyOf(change, own[0].evidence.value, slots) : '';
    if (own.length > 0) add(parts.has(key) ? change.id : key, { ...named(change), told: own });
  }
  for (const { change, told } of all)
    for (const one of told) {
      if (!one.edit) continue;
      const { claimId, aspect, at, value } = one.edit;
      const made = change.decisions.findIndex((decision) => decision.at === at);
      const part = { ...named(change), id: `${change.id}-m${made + 1}`, claimId, aspect, told: [one] };
      add(keyOf(part, value, slots), part);
    }
  return [...parts.values()];
}

function named({ id, story, claimId, aspect, decisions }: StoredChange) {
  return { id, story, claimId, aspect, decisions };
}

/** Each report of a change with the last word on it. */
function settled(change: StoredChange): { readonly change: StoredChange; readonly told: readonly Told[] } {
  if (change.decisions.length === 0) {
    const untouched = (evidence: Evidence): Told => ({ change: change.id, evidence, word: null, edit: null });
    return { change, told: change.evidence.map(untouched) };
  }
  const words = lastWords(change.decisions);
  const told = change.evidence.map((evidence): Told => {
    const word = words.get(evidence.itemId);
    const { mended = null, at } = word ?? {};
    const edit = mended && {
      ...mended,
      reported: { value: evidence.value, words: evidence.words ?? null },
      at: at ?? '',
    };
    return {
      change: change.id,
      evidence: edit ? { ...evidence, value: edit.value } : evidence,
      word: word && word.verdict !== 'undone' ? word.verdict : null,
      edit,
    };
  });
  return { change, told };
}

/** What makes reports say the same. */
function keyOf(
  { claimId, aspect }: Pick<StoredChange, 'claimId' | 'aspect'>,
  value: Value,
  slots: Readonly<Record<string, Slots>>,
): string {
  const slot = slots[claimId ?? '']?.figures.find(({ id }) => aspect === `figure:${id}`);
  return `${claimId} ${aspect} ${valueKey(value, slot?.unit)}`;
}
