import { prepareStory } from '../../lib/compare/claims.ts';
import { foldStory } from '../../lib/compare/fold.ts';
import type { ChangeRecord, StoredChange } from '../../lib/model/report.ts';
import { changeId, judge } from '../../lib/monitor/engine.ts';
import type { Stream } from './stream.ts';

/** The records that a stream causes, without feeds and table: the engine alone. */
export function recordsOf({ baseline, items }: Pick<Stream, 'baseline' | 'items'>): ChangeRecord[] {
  const story = prepareStory(baseline);
  const changes = new Map<string, StoredChange>();
  for (const item of items) {
    for (const report of judge(story, item).reports) {
      const id = changeId(baseline.story, report);
      const { claimId, aspect, value } = report;
      const evidence = [...(changes.get(id)?.evidence ?? []), report.evidence];
      changes.set(id, { id, story: baseline.story, claimId, aspect, value, evidence });
    }
  }
  return foldStory(story, [...changes.values()]);
}
