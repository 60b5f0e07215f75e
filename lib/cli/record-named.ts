import { foldStory } from '../compare/fold/story.ts';
import { InputError } from '../model/input-error.ts';
import type { ChangeRecord, StoredChange } from '../model/report.ts';
import type { KeptStory, Records } from '../monitor/ports.ts';
import { shortId } from '../view/changes.ts';
import { readLedger } from './ledger.ts';
import { UsageError } from './usage-error.ts';

export interface NamedRecord {
  readonly story: KeptStory;
  readonly record: ChangeRecord;
  /** No reader says so any more: another one has judged its items since. */
  readonly isSuperseded: boolean;
}

/**
 * A record by its id or the beginning of it, one that an editor rejected too, and one that no reader says any more. A contested record goes by the ids of all
 * its values.
 * @throws InputError where there is none, or several
 */
export async function recordNamed(records: Records, id: string): Promise<NamedRecord> {
  if (id === '')
    throw new UsageError('found an empty ID, expected one that `changes` prints, or its beginning');
  const stories = await records.stories();
  const shown = (
    await Promise.all(
      stories.map(async (story) => {
        const { changes } = await readLedger(records, story, null);
        return changes.map((record) => ({ story, record, isSuperseded: false }));
      }),
    )
  ).flat();
  const found = fitting(shown, id);
  const rejected = found.length > 0 ? found : fitting(await rejectedOf(records, stories), id);
  const all = rejected.length > 0 ? rejected : fitting(await supersededOf(records, stories), id);
  const [first] = all;
  if (!first)
    throw new InputError(
      `There is no record "${id}" among ${shown.length}: \`claimwatch changes\` and \`changes --possible\` list them with their ids`,
    );
  if (all.length > 1)
    throw new InputError(
      `"${id}" is the beginning of ${all.length} ids: give more of it, like ${first.record.id}`,
    );
  return first;
}

function fitting(all: readonly NamedRecord[], id: string): NamedRecord[] {
  // Records of one change that came to pass twice share the beginning of their ids.
  const exact = all.filter(({ record }) => record.id === id || shortId(record.id) === id);
  if (exact.length === 1) return exact;
  return all.filter(({ record }) =>
    record.changes.some((change) => change.startsWith(id) || shortId(change).startsWith(id)),
  );
}

/** What would be shown if nothing were rejected. */
async function rejectedOf(records: Records, stories: readonly KeptStory[]): Promise<NamedRecord[]> {
  const unrejected = (change: StoredChange) => ({ ...change, rejected: [] });
  const all = await Promise.all(
    stories.map(async (story) => {
      const changes = (await records.changes(story)).map(unrejected);
      return foldStory(story, changes).map((record) => ({ story, record, isSuperseded: false }));
    }),
  );
  return all.flat();
}

/** What superseded reports came to. */
async function supersededOf(records: Records, stories: readonly KeptStory[]): Promise<NamedRecord[]> {
  const all = await Promise.all(
    stories.map(async (story) => {
      const changes = new Map<string, StoredChange>();
      for (const { change, evidence } of await records.superseded(story.baseline.story)) {
        const known = changes.get(change.id)?.evidence ?? [];
        changes.set(change.id, { ...change, evidence: [...known, evidence], accepted: [], rejected: [] });
      }
      return foldStory(story, [...changes.values()]).map((record) => ({ story, record, isSuperseded: true }));
    }),
  );
  return all.flat();
}
