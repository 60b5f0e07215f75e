import type { Kind } from '../../lib/model/report.ts';
import type { State } from '../../lib/model/value.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import type { Candidate, QuestionName } from '../../lib/readers/rules/candidate.ts';
import { createJudge } from '../../lib/readers/rules/judge.ts';
import { LEARNT_REFUSALS } from '../../lib/readers/rules/weigh.ts';
import type { Sample } from './logistic.ts';
import type { Stream } from './stream.ts';

export interface StorySample extends Sample {
  readonly story: string;
  readonly question: QuestionName;
}

/**
 * Every candidate that no rule vetoes, with whether a reader recorded such a change. The items of all other
 * stories are held against each story as well: whatever they give is wrong.
 */
export function samplesOf(streams: readonly Stream[]): StorySample[] {
  const judge = createJudge();
  return streams.flatMap((stream) => {
    const story = storyOf(stream.baseline);
    return streams.flatMap((other) =>
      other.items.flatMap((item) =>
        judge(story.baseline, item)
          .candidates.filter(({ refused }) => refused === null || LEARNT_REFUSALS.test(refused))
          .flatMap((candidate) => {
            const kinds = other === stream ? labelled(stream, item.guid, candidate.claimId) : new Set<Kind>();
            const right = kindsOf(candidate).some((kind) => kinds.has(kind));
            // The right claim with another kind teaches neither.
            if (!right && kinds.size > 0) return [];
            return [
              { story: stream.name, question: candidate.question, features: candidate.features, right },
            ];
          }),
      ),
    );
  });
}

function labelled({ gold }: Stream, guid: string, claim: string): Set<Kind> {
  return new Set(
    gold.developments
      .filter((development) => development.claim === claim && development.reports.includes(guid))
      .map(({ kind }) => kind),
  );
}

const STATES: Partial<Record<State, Kind>> = {
  held: 'occurred',
  'called-off': 'cancelled',
  postponed: 'rescheduled',
  'going-ahead': 'confirmed',
};

function kindsOf({ value }: Candidate): Kind[] {
  if (value.kind === 'date') return ['scheduled', 'rescheduled'];
  if (value.kind === 'state') return [STATES[value.state] ?? 'occurred'];
  if (value.kind === 'stance') return [value.stance];
  return [value.kind === 'response' ? 'responded' : 'revised'];
}
