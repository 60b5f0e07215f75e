import { describe, expect, test } from 'vitest';
import { foldStory } from '../../lib/compare/fold/story.ts';
import type { StoredChange } from '../../lib/model/report.ts';
import { correctionHtml, correctionNote, correctionText } from '../../lib/view/correction.ts';
import { toStoryView } from '../../lib/view/page/story-data.ts';
import { changeWith, decided, surely } from '../support/evidence.ts';
import { dead as countDead } from '../support/mended.ts';
import { CHANGES, dead, NOW, PAGE_STORY } from '../support/page.ts';
import { UNJUDGED } from '../support/story.ts';

const noteOf = (stored: readonly StoredChange[], now = NOW) => {
  const story = { ...PAGE_STORY, ...UNJUDGED };
  const changes = foldStory(story, stored);
  return correctionNote(toStoryView({ story, stored, changes }, new Set(), now), now, 'UTC');
};
const BEFORE = new Date('2026-03-06T00:00:00Z');

describe('a correction note', () => {
  test('says what the article said, who reported what on which day, and who says the same', () => {
    const toll = surely(
      dead(9, ['5 09:00 The Paper 0.9', '5 11:00 The Post 0.9'], { quote: 'nine were killed', link: '' }),
    );
    const told = {
      ...toll,
      evidence: toll.evidence.map((one) => ({
        ...one,
        link: `https://${one.origin.slice(4).toLowerCase()}.example/1`,
      })),
    };
    expect(correctionText(noteOf([told], BEFORE))).toBe(
      `What has changed since publication
Storm closes Norhaven bridge as minister Adela Brandt promises talks with ferry crews
https://islander.example/bridge

This article was first published on 2 March 2026. As of 6 March 2026, 1 statement in it has been overtaken or followed up.

The article said, in our words: At least 7 people were killed and 20 injured when the storm hit Norhaven on 1 March 2026. On 5 March 2026, The Paper reported: “nine were killed” (9 dead; one other source reports the same). https://paper.example/1`,
    );
  });

  test('is made from sure changes alone, and calls nothing a correction', () => {
    const text = correctionText(noteOf(CHANGES, BEFORE));
    expect(text).not.toMatch(/called off|12 March|correct/i);
    expect(text).toContain('(9 March 2026; no other source so far).');
  });

  test('gives an editor’s own value without a word about it', () => {
    const toll = surely(dead(9, ['5 09:00 The Paper 0.9']));
    const mended = decided(toll, 'accepted', undefined, { ...countDead(23), claimId: toll.claimId });
    expect(correctionText(noteOf([mended], BEFORE))).toContain('We have established: 23 dead.');
  });

  test('is of the day of publication where the article appeared', () => {
    const article = { ...PAGE_STORY.baseline.article, publishedAt: '2026-03-02T08:00:00+09:00' };
    const story = { ...PAGE_STORY, baseline: { ...PAGE_STORY.baseline, article }, ...UNJUDGED };
    const view = toStoryView({ story, stored: [], changes: [] }, new Set(), NOW);
    expect(correctionNote(view, NOW, 'UTC').publishedOn).toBe('2026-03-02');
  });

  test('counts what waits for an editor and is not in it', () => {
    expect(noteOf(CHANGES, BEFORE).waiting).toBeGreaterThan(0);
    expect(noteOf([], BEFORE).waiting).toBe(0);
  });

  test('leaves out what upholds a claim', () => {
    const upheld = surely(
      changeWith('operator-silent', 'stance', { kind: 'stance', stance: 'confirmed' }, ['5 10:00 A 0.9']),
    );
    expect(noteOf([upheld], BEFORE).changes).toEqual([]);
  });

  test('says of what lapsed that no report is known', () => {
    const text = correctionText(noteOf([]));
    expect(text).toContain('It was due 14 March 2026; no report is known that it came to pass.');
    expect(text).toContain('2 events that it announced were due by now, and no report is known of them.');
    expect(text).not.toContain('overtaken');
  });

  test('says so where nothing changed', () => {
    expect(correctionText(noteOf([], BEFORE))).toContain(
      'no later report is known that changes what this article',
    );
  });

  test('as HTML has links, and texts of feeds as text', async () => {
    const hostile = surely(dead(9, ['5 09:00 A 0.9'], { quote: '<script>', link: 'javascript:alert(1)' }));
    const linked = surely(dead(9, ['5 09:00 A 0.9'], { quote: 'nine', link: 'https://a.example/?a=1&b="' }));
    expect(String(await correctionHtml(noteOf([hostile], BEFORE)))).toMatch(
      /On 5 March 2026, A reported: “&lt;script&gt;”/,
    );
    expect(String(await correctionHtml(noteOf([linked], BEFORE)))).toContain(
      '<a href="https://a.example/?a=1&amp;b=%22">A</a>',
    );
  });
});
