import type { Fate } from '../compare/fold/fate.ts';
import type { Passed, Reason } from '../compare/fold/known.ts';
import { POSSIBLE, SURE } from '../compare/fold/likelihood.ts';
import { type Decision, lastWords } from '../model/decision.ts';
import type { ChangeRecord } from '../model/report.ts';
import { shortId } from '../model/report.ts';
import type { Story } from '../model/story.ts';
import { percent } from './count.ts';
import { timeOf } from './dates.ts';
import { worded } from './worded.ts';

type StoryRead = Pick<Story, 'baseline' | 'slots'>;

/** What became of a report, with the record that it is in or that took its place. */
export function fateInWords(fate: Fate, story: StoryRead, zone: string): string {
  switch (fate.outcome) {
    case 'record':
      return `Yes: ${named(fate.record, story)}, ${certaintyOf(fate.record)}.`;
    case 'passed':
      return `No: ${REASONS[fate.passed.reason](fate.passed)}${fate.by ? `, by ${named(fate.by, story)}` : ''}.`;
    case 'replaced':
      return `No: ${named(fate.by, story)} took its place.`;
    case 'rejected':
      return `No: ${rejectedBy(fate.decision, zone)}.`;
    case 'unkept':
      return fate.isFull
        ? 'No: its record holds as many reports as it may, and others are kept before it.'
        : 'No: the table has no such report. Another reader judged the item, or it was not read yet: run again.';
    default:
      return fate satisfies never;
  }
}

/** Why what was heard makes no record of its own. */
const REASONS: Record<Reason, (passed: Passed) => string> = {
  unlikely: ({ likelihood }) => `${percent(likelihood)} likely; it is recorded from ${percent(POSSIBLE)} on`,
  known: ({ by }) => (by === null ? 'the article says so already' : 'it is known already'),
  over: () => 'the event was over before it was said',
  falls: () => 'it is lower, and the toll only grows unless an item corrects it',
  withdrawn: () => 'who gave this number gave another one in the same hours',
  few: () => 'fewer outlets than a turn needs tell of it within days',
  'one-turn': () => 'it is told of the same turn',
};

function named(record: ChangeRecord, story: StoryRead): string {
  const { kind, before, after } = worded(record, story);
  return `${shortId(record.id)} (${kind}, ${before} → ${after})`;
}

function certaintyOf({ certainty, confidence, decisions, evidence }: ChangeRecord): string {
  const words = lastWords(decisions);
  if (certainty === 'sure')
    return evidence.some(({ itemId }) => words.get(itemId)?.verdict === 'accepted')
      ? 'accepted by an editor: `changes` lists it'
      : 'sure: `changes` lists it';
  return `possible, ${percent(confidence)} likely; a report of at least ${percent(SURE)} would make it sure: \`changes --possible\` lists it`;
}

function rejectedBy({ by, at, note }: Decision, zone: string): string {
  const when = at === null ? '' : ` at ${timeOf(at, zone)}`;
  return `${by ?? 'an editor'} rejected it${when}${note ? ` (“${note}”)` : ''}`;
}
