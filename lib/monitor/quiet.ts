import { foldStory } from '../compare/fold/story.ts';
import { type Standing, standings } from '../compare/standing.ts';
import { lastWatched } from '../model/baseline.ts';
import type { ChangeRecord, Evidence, StoredChange } from '../model/report.ts';
import type { Story } from '../model/story.ts';

/** What is told to nobody; ISO 8601, null for nothing. */
export interface Quiet {
  /** What was said until then: of a story that was put quietly. */
  readonly saidUntil: string | null;
  /** What was kept until then: of a channel that is younger than the records. */
  readonly keptUntil: string | null;
  /** What a replay that began then has found or taken back. */
  readonly replayedAt: string | null;
}

/** How records and claims stood by what is told to nobody. */
export interface QuietState {
  readonly certainties: ReadonlyMap<string, ChangeRecord['certainty']>;
  /** Of claims that were told of before. */
  readonly standings: ReadonlyMap<string, Standing>;
  /** Of those that never were: what a replay did not touch is still to be told. */
  readonly untold: ReadonlyMap<string, Standing>;
  /** ISO 8601; empty where all is told. */
  readonly at: string;
}

export function stateAt(
  story: Story,
  changes: readonly StoredChange[],
  { saidUntil, keptUntil, replayedAt }: Quiet,
): QuietState {
  const at = [saidUntil ?? '', keptUntil ?? ''].toSorted().at(-1) ?? '';
  // Reports of older versions tell not when they were kept: that was before any channel.
  const isQuiet = ({ saidAt, keptAt }: Evidence) =>
    saidAt <= (saidUntil ?? '') || (keptUntil !== null && (keptAt ?? '') <= keptUntil);
  const quiet = at === '' ? NOTHING_QUIET : stateBy(story, changes, isQuiet, at);
  if (replayedAt === null) return quiet;
  const isBefore = (one: Evidence) => isQuiet(one) || (!one.isReplayed && (one.keptAt ?? '') <= replayedAt);
  const before = stateBy(story, changes, isBefore, replayedAt);
  const replayed = stateBy(story, changes, (one) => isBefore(one) || one.isReplayed === true, replayedAt);
  // What would be there without the replay is told, or still to be told, as ever.
  const found = [...replayed.certainties].filter(([id, as]) => before.certainties.get(id) !== as);
  const touched = [...replayed.standings].filter(([id, as]) => before.standings.get(id) !== as);
  return {
    certainties: new Map([...quiet.certainties, ...found]),
    standings: replayedAt >= at ? replayed.standings : quiet.standings,
    untold: new Map([...quiet.untold, ...touched]),
    at: replayedAt >= at ? replayedAt : at,
  };
}

const NOTHING_QUIET: QuietState = { certainties: new Map(), standings: new Map(), untold: new Map(), at: '' };

/** How all stands by some of the reports, and by what editors decided until a time. */
function stateBy(
  story: Story,
  changes: readonly StoredChange[],
  counts: (one: Evidence) => boolean,
  at: string,
): QuietState {
  const records = foldStory(
    story,
    changes.map((change) => ({
      ...change,
      evidence: change.evidence.filter(counts),
      decisions: change.decisions.filter((decision) => (decision.at ?? '') <= at),
    })),
  );
  const stood = new Map(
    standings(story, records, lastWatched(story.baseline, new Date(at))).map(({ claim, standing }) => [
      claim.id,
      standing === 'in question' ? ('stands' as const) : standing,
    ]),
  );
  const certainties = new Map(records.map(({ id, certainty }) => [id, certainty]));
  return { at, certainties, standings: stood, untold: stood };
}
