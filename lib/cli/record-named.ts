import { foldRejected, foldStory } from '../compare/fold/story.ts';
import { InputError } from '../model/input-error.ts';
import type { ChangeRecord, StoredChange } from '../model/report.ts';
import { shortId } from '../model/report.ts';
import { type Ledger, readLedger } from '../monitor/ledger.ts';
import type { KeptStory, Records } from '../monitor/ports.ts';
import { UsageError } from './usage-error.ts';

export interface NamedRecord {
  readonly story: KeptStory;
  readonly record: ChangeRecord;
  /** The story's changes as they are kept. */
  readonly stored: readonly StoredChange[];
  /** No reader says so any more: another one has judged its items since. */
  readonly isSuperseded: boolean;
}

/**
 * A record by its id or the beginning of it, one that an editor rejected too, and one that no reader says any more. A record
 * of several changes goes by the ids of all of them.
 * @throws InputError where there is none, or several
 */
export async function recordNamed(records: Records, id: string): Promise<NamedRecord> {
  if (id === '')
    throw new UsageError('found an empty ID, expected one that `changes` prints, or its beginning');
  const found = await findRecord(records, id);
  if ('record' in found) return found;
  throw new InputError(
    `There is no record "${id}" among ${found.shown}: \`claimwatch changes\` and \`changes --possible\` list them with their ids`,
  );
}

/** The same, or among how many there is none. @throws InputError where there are several */
export async function findRecord(
  records: Records,
  id: string,
): Promise<NamedRecord | { readonly shown: number }> {
  const stories = await records.everyStory();
  const ledgers = await Promise.all(stories.map((story) => readLedger(records, story, null)));
  const shown = ledgers.flatMap((ledger) => named(ledger, ledger.changes));
  const found = [
    () => shown,
    () => ledgers.flatMap((ledger) => named(ledger, foldRejected(ledger.story, ledger.stored))),
    () => supersededOf(records, ledgers),
  ];
  for (const look of found) {
    const all = fitting(await look(), id);
    const [first] = all;
    if (!first) continue;
    if (all.length === 1) return first;
    throw new InputError(
      `"${id}" is the beginning of ${all.length} ids: give more of it, like ${first.record.id}`,
    );
  }
  return { shown: shown.length };
}

function named({ story, stored }: Ledger, changes: readonly ChangeRecord[]): NamedRecord[] {
  return changes.map((record) => ({ story, record, stored, isSuperseded: false }));
}

function fitting(all: readonly NamedRecord[], id: string): NamedRecord[] {
  // Records of one change that came to pass twice share the beginning of their ids.
  const exact = all.filter(({ record }) => record.id === id || shortId(record.id) === id);
  if (exact.length === 1) return exact;
  return all.filter(({ record }) =>
    [record.id, ...record.changes].some((each) => each.startsWith(id) || shortId(each).startsWith(id)),
  );
}

/** What superseded reports came to. */
async function supersededOf(records: Records, ledgers: readonly Ledger[]): Promise<NamedRecord[]> {
  const all = await Promise.all(
    ledgers.map(async ({ story, stored }) => {
      const changes = new Map<string, StoredChange>();
      for (const { change, evidence } of await records.superseded(story.baseline.story)) {
        const known = changes.get(change.id)?.evidence ?? [];
        changes.set(change.id, { ...change, evidence: [...known, evidence], decisions: [] });
      }
      return foldStory(story, [...changes.values()]).map((record) => ({
        story,
        record,
        stored,
        isSuperseded: true,
      }));
    }),
  );
  return all.flat();
}
