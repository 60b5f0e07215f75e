import { prepareStory } from '../../lib/compare/claims.ts';
import { foldStory } from '../../lib/compare/fold.ts';
import { parseBaseline } from '../../lib/model/baseline.ts';
import type { Item } from '../../lib/model/item.ts';
import type { ChangeRecord, StoredChange } from '../../lib/model/report.ts';
import { changeId, judge } from '../../lib/monitor/engine.ts';
import { item } from './story.ts';

/** A story of 2 March 2026 with the claims given. */
export function storyOf(claims: Readonly<Record<string, string>>) {
  return prepareStory(
    parseBaseline(
      {
        story: 'test-story',
        article: {
          title: 'Minister Adela Brandt promises Norhaven islanders a new bridge',
          publisher: 'The Islander',
          url: 'https://islander.example/',
          publishedAt: '2026-03-02T08:00:00Z',
        },
        claims: Object.entries(claims).map(([id, text]) => ({ id, text })),
      },
      'the test story',
    ),
  );
}

/** The records that items cause, in the order in which the world learned of them. */
export function recordsOf(story: ReturnType<typeof storyOf>, items: readonly Item[]): ChangeRecord[] {
  const changes = new Map<string, StoredChange>();
  for (const each of items) {
    for (const report of judge(story, each).reports) {
      const id = changeId('test-story', report);
      const { claimId, aspect, value } = report;
      const evidence = [...(changes.get(id)?.evidence ?? []), report.evidence];
      changes.set(id, { id, story: 'test-story', claimId, aspect, value, evidence });
    }
  }
  return foldStory(story, [...changes.values()]);
}

/** What headlines of Wednesday 4 March 2026 on do to claims, an hour apart: `claim kind value`. */
export function changesBy(claims: Readonly<Record<string, string>>, headlines: readonly string[]): string[] {
  const items = headlines.map((title, i) =>
    item({ title, publishedAt: `2026-03-04T${String(9 + i).padStart(2, '0')}:00:00.000Z` }),
  );
  return recordsOf(storyOf(claims), items).map(
    ({ claimId, kind, value }) => `${claimId ?? 'turn'} ${kind} ${value}`,
  );
}
