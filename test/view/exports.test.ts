import picocolors from 'picocolors';
import { describe, expect, test } from 'vitest';
import { foldStory } from '../../lib/compare/fold/story.ts';
import { changesCsv, changesMarkdown } from '../../lib/view/changes.ts';
import { recordData } from '../../lib/view/worded.ts';
import { surely } from '../support/evidence.ts';
import { figure, STORY } from '../support/ledger.ts';

/** A record whose one report says so in these words, on a claim of this text. */
const recordOf = (quote: string, text = 'A claim.') => {
  const change = surely(figure(9, ['3 10:00 The Paper 0.7']));
  const evidence = change.evidence.map((one) => ({ ...one, quote, link: 'https://paper.example/1' }));
  const story = { ...STORY, baseline: { ...STORY.baseline, claims: [{ id: 'c', text }] } };
  return foldStory(story, [{ ...change, evidence }]).map((record) => recordData(record, story));
};

describe('a text from outside stays a text', () => {
  test.each([
    ['a formula', '=HYPERLINK("x")'],
    ['one behind a sign that turns the line', '\u202e=HYPERLINK("x")'],
    ['one behind a sign that shows nothing', '\u200b\u0007=HYPERLINK("x")'],
  ])('in CSV: %s', (_what, text) => {
    expect(changesCsv(recordOf('9 dead', text))).not.toMatch(/(?:^|,)"?\p{Cf}*=HYPERLINK/u);
  });

  test.each([
    ['a link', '[here](https://evil.example)', '\\[here\\](https\\://evil.example)'],
    ['a bare address', 'see https://evil.example', 'see https\\://evil.example'],
    ['a mention', 'ask @everyone', 'ask \\@everyone'],
    ['markup', '<img src=x> *now* `rm`', '\\<img src=x\\> \\*now\\* \\`rm\\`'],
    ['several lines', 'one\n# two', 'one \\# two'],
  ])('in Markdown: %s', (_what, quote, expected) => {
    const screen = { width: 110, paint: picocolors.createColors(false), zone: 'UTC' };
    expect(changesMarkdown(recordOf(quote), screen)).toContain(`“${expected}”`);
  });
});
