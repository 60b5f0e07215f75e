import type { ChangeRecord } from '../../lib/model/report.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import type { Judge } from '../../lib/readers/rules/judge.ts';
import { recordData, type WordedRecord } from '../../lib/view/worded.ts';
import { recordsOf as recordsOfStory } from '../support/records.ts';
import type { Stream } from './stream.ts';

/** A record as the command prints it, with which the labels are compared. */
export type ScoredRecord = Pick<
  WordedRecord,
  'claimId' | 'kind' | 'value' | 'certainty' | 'confidence' | 'evidence'
>;

/** The records that a stream causes, without feeds and table. */
export function recordsOf(
  { baseline, items }: Pick<Stream, 'baseline' | 'items'>,
  judge?: Judge,
): ScoredRecord[] {
  const story = storyOf(baseline);
  return recordsOfStory(story, items, judge).map((record: ChangeRecord) => recordData(record, story));
}
