import { foldStory } from '../../lib/compare/fold/story.ts';
import { createGate, type Gate } from '../../lib/compare/gate.ts';
import type { Item } from '../../lib/model/item.ts';
import { parseBaseline } from '../../lib/model/parse-baseline.ts';
import type { ChangeRecord, Report, StoredChange } from '../../lib/model/report.ts';
import type { Story } from '../../lib/model/story.ts';
import { changeOf, judgementOf } from '../../lib/monitor/judge.ts';
import { storyOf as watched } from '../../lib/monitor/story.ts';
import { RULES } from '../../lib/readers/rules/id.ts';
import { createJudge, type Judge } from '../../lib/readers/rules/judge.ts';
import { answerByRules } from '../../lib/readers/rules/reader.ts';
import { valueData } from '../../lib/view/values.ts';
import { item } from './story.ts';

/** A story of 2 March 2026 with the claims given. */
export function storyOf(claims: Readonly<Record<string, string>>): Story {
  return watched(
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

/** What an item reports by the rules, where the gate lets it through. */
function reportsByRules(story: Story, each: Item, judge: Judge, gate: Gate): readonly Report[] {
  if (!gate(story, each).passed) return [];
  const answer = answerByRules(judge, { ...story.baseline, item: each });
  const judgement = judgementOf(story, each, answer, RULES);
  return judgement.outcome === 'read' ? judgement.reports : [];
}

/** What items come to in the table by the rules, without a table. */
export function changesOf(
  story: Story,
  items: readonly Item[],
  judge: Judge = createJudge(),
): StoredChange[] {
  const changes = new Map<string, StoredChange>();
  const gate = createGate();
  for (const each of items) {
    for (const report of reportsByRules(story, each, judge, gate)) {
      const key = changeOf(story.baseline.story, report);
      const evidence = [...(changes.get(key.id)?.evidence ?? []), report.evidence];
      changes.set(key.id, { ...key, evidence, decisions: [] });
    }
  }
  return [...changes.values()];
}

/** The records that items cause, in the order in which the world learned of them. */
export function recordsOf(story: Story, items: readonly Item[], judge?: Judge): readonly ChangeRecord[] {
  return foldStory(story, changesOf(story, items, judge));
}

/** What headlines of Wednesday 4 March 2026 on do to claims, an hour apart: `claim kind value`. */
export function changesBy(claims: Readonly<Record<string, string>>, headlines: readonly string[]): string[] {
  const items = headlines.map((title, i) =>
    item({ title, publishedAt: `2026-03-04T${String(9 + i).padStart(2, '0')}:00:00.000Z` }),
  );
  return recordsOf(storyOf(claims), items).map(
    ({ claimId, kind, value }) => `${claimId ?? 'turn'} ${kind} ${valueData(value)}`,
  );
}
