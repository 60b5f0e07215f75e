import { foldStory } from '../compare/fold/story.ts';
import { type Standing, standings } from '../compare/standing.ts';
import { lastWatched } from '../model/baseline.ts';
import type { ChangeRecord, Evidence, StoredChange } from '../model/report.ts';
import type { Story } from '../model/story.ts';

/** What is told to nobody: what was said, or kept, until a time, ISO 8601; null for nothing. */
export interface Quiet {
  /** Of a story that was put quietly. */
  readonly saidUntil: string | null;
  /** Of a channel that is younger than the records. */
  readonly keptUntil: string | null;
}

/** How records and claims stood by what is told to nobody. */
export interface QuietState {
  readonly certainties: ReadonlyMap<string, ChangeRecord['certainty']>;
  readonly standings: ReadonlyMap<string, Standing>;
  /** ISO 8601; empty where all is told. */
  readonly at: string;
}

export function stateAt(
  story: Story,
  changes: readonly StoredChange[],
  { saidUntil, keptUntil }: Quiet,
): QuietState {
  const at = [saidUntil ?? '', keptUntil ?? ''].toSorted().at(-1) ?? '';
  if (at === '') return { certainties: new Map(), standings: new Map(), at };
  // Reports of older versions tell not when they were kept: that was before any channel.
  const isQuiet = ({ saidAt, keptAt }: Evidence) =>
    saidAt <= (saidUntil ?? '') || (keptUntil !== null && (keptAt ?? '') <= keptUntil);
  const records = foldStory(
    story,
    changes.map((change) => ({
      ...change,
      evidence: change.evidence.filter(isQuiet),
      decisions: change.decisions.filter((decision) => (decision.at ?? '') <= at),
    })),
  );
  return {
    at,
    certainties: new Map(records.map(({ id, certainty }) => [id, certainty])),
    standings: new Map(
      standings(story, records, lastWatched(story.baseline, new Date(at))).map(({ claim, standing }) => [
        claim.id,
        standing === 'in question' ? 'stands' : standing,
      ]),
    ),
  };
}
