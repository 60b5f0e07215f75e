import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { ArticleText } from '../../lib/draft/article.ts';
import { extractArticle } from '../../lib/draft/extract/extract.ts';
import { finishDraft, MOST_CLAIMS } from '../../lib/draft/finish.ts';
import { readDraftReply } from '../../lib/draft/model/reply.ts';
import type { DraftArticle } from '../../lib/draft/model/request.ts';
import { draftByRules } from '../../lib/draft/rules/draft-by-rules.ts';
import { sentencesOf } from '../../lib/draft/sentences.ts';

/** The kept drafts come from their articles, and each of their claims was judged. */

const CASES = join(import.meta.dirname, 'cases');
const text = (story: string, file: string) => readFileSync(join(CASES, story, file), 'utf8');
const lines = (story: string, file: string) =>
  text(story, file)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

async function articleOf(story: string): Promise<ArticleText> {
  const bytes = readFileSync(join(CASES, story, 'article.html'));
  const extracted = await extractArticle({ bytes, contentType: 'text/html', url: null });
  return extracted.outcome === 'article' ? extracted.article : expect.fail(extracted.why);
}

describe.each(['listeria-recall', 'orley-park-tram', 'brandel-suspension'])('%s', (story) => {
  test.each(['hosted', 'rules'] as const)('drafted anew, the %s draft is the kept one', async (by) => {
    const article = (await articleOf(story)) as DraftArticle;
    const sentences = sentencesOf(article.paragraphs);
    const proposed =
      by === 'rules'
        ? draftByRules(article, sentences, MOST_CLAIMS)
        : readDraftReply(text(story, 'hosted.json'));
    if (!('claims' in proposed)) return expect.fail(proposed.fault);
    const { claims } = finishDraft(proposed.claims, proposed.names, article, sentences);
    const kept = parse(text(story, `${by}.yaml`)).claims;
    expect(claims.map(({ id, text: own }) => ({ id, text: own }))).toEqual(
      kept.map(({ id, text: own }: { id: string; text: string }) => ({ id, text: own })),
    );
  });

  test('each claim was judged once, each hand-written one matched once', () => {
    const judged = lines(story, 'judged.jsonl');
    for (const by of ['hosted', 'rules']) {
      const ids = parse(text(story, `${by}.yaml`)).claims.map(({ id }: { id: string }) => id);
      expect(
        judged
          .filter(({ draft }) => draft === by)
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(ids.toSorted());
      for (const match of lines(story, 'matched.jsonl'))
        for (const id of match[by]) expect(ids).toContain(id);
    }
    const hand = JSON.parse(text(story, 'baseline.json')).claims.map(({ id }: { id: string }) => id);
    expect(lines(story, 'matched.jsonl').map((match) => match.hand)).toEqual(hand);
  });

  test('its stream fits its labels', () => {
    const coverage: { guid: string; publishedAt: string }[] = JSON.parse(text(story, 'coverage.json'));
    const { developments, items } = JSON.parse(text(story, 'gold.json'));
    const reported = new Set(developments.flatMap((each: { reports: string[] }) => each.reports));
    expect(Object.keys(items)).toEqual(coverage.map(({ guid }) => guid));
    expect(coverage.map(({ publishedAt }) => publishedAt)).toEqual(
      coverage.map(({ publishedAt }) => publishedAt).toSorted(),
    );
    for (const [guid, label] of Object.entries(items)) expect(reported.has(guid)).toBe(label === 'develops');
    expect(existsSync(join(CASES, story, 'article.html'))).toBe(true);
  });
});
