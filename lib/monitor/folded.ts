import { foldRejected, foldStory } from '../compare/fold/story.ts';
import type { ChangeRecord, StoredChange } from '../model/report.ts';
import type { Story } from '../model/story.ts';
import { type Quiet, type QuietState, stateAt } from './quiet.ts';

/** A story's changes, folded once for all who are told of them. */
export interface Folded {
  readonly records: readonly ChangeRecord[];
  /** What an editor rejected. */
  readonly rejected: readonly ChangeRecord[];
  /** When each change was first recorded, ISO 8601, by its id. */
  readonly recordedAt: ReadonlyMap<string, string | undefined>;
  /** How all stood by what is told to nobody, folded once for each who shares it. */
  readonly quietAt: (until: Quiet) => QuietState;
}

export function foldedOf(story: Story, changes: readonly StoredChange[], now: Date): Folded {
  const states = new Map<string, QuietState>();
  return {
    records: foldStory(story, changes, now),
    rejected: foldRejected(story, changes),
    recordedAt: new Map(changes.map(({ id, recordedAt }) => [id, recordedAt])),
    quietAt: (until) => {
      const key = JSON.stringify([until.saidUntil, until.keptUntil, until.replayedAt]);
      const state = states.get(key) ?? stateAt(story, changes, until);
      states.set(key, state);
      return state;
    },
  };
}
