import { describe, expect, test } from 'vitest';
import { itemTextDigest, storyTextDigest } from '../../lib/readers/digests.ts';
import { RECORDED, UNMEASURED } from '../../lib/readers/measured.ts';
import { readRecorded, recordedReader } from '../../lib/readers/recorded.ts';
import { BRIDGE, item } from '../support/story.ts';

const ITEM = item({ guid: 'a', title: 'Brandt to visit Norhaven on Thursday' });
const ASKED = { ...BRIDGE, item: ITEM };
const LINE = {
  item: 'a',
  changes: [{ claim: 'brandt-visit', kind: 'scheduled', value: '2026-03-05', quote: ITEM.title, sure: true }],
  new: [],
};
const readerOf = (...lines: object[]) =>
  recordedReader(
    readRecorded(lines.map((line) => JSON.stringify(line)).join('\n'), 'answers.jsonl'),
    () => UNMEASURED,
  );
const outcomeOf = async (line: object, asked = ASKED) => {
  const [answer] = await readerOf(line).read([asked]);
  return answer?.outcome === 'read' ? answer.findings.map(({ likely }) => likely) : answer?.why;
};
const DIGESTS = { story: storyTextDigest(BRIDGE), text: itemTextDigest(ITEM) };
const LACKING = 'there is no recorded answer for its text';

test('what another measure of a named reader makes of it is judged again', () => {
  const named = { ...LINE, reader: 'openai:http://h/v1#small@1' };
  expect(readerOf(LINE).worth).not.toBe(readerOf(LINE, named).worth);
});

describe('a recorded answer answers', () => {
  test.each<[string, object, Parameters<typeof outcomeOf>[1] | undefined, unknown]>([
    ['for the item that it names', LINE, undefined, [RECORDED.sure]],
    ['for the very text, whatever its guid', { ...LINE, ...DIGESTS, item: 'b' }, undefined, [RECORDED.sure]],
    ['not for an item that it does not name', { ...LINE, item: 'b' }, undefined, LACKING],
    [
      'not for a text that was edited',
      { ...LINE, ...DIGESTS },
      { ...ASKED, item: { ...ITEM, title: 'Brandt stays away' } },
      LACKING,
    ],
    ['not for other claims', { ...LINE, ...DIGESTS }, { ...ASKED, claims: BRIDGE.claims.slice(1) }, LACKING],
    [
      'not for another time',
      { ...LINE, ...DIGESTS },
      { ...ASKED, item: { ...ITEM, saidAt: '2026-03-06T00:00:00.000Z' } },
      LACKING,
    ],
    [
      'as possible, by a model that nobody measured',
      { ...LINE, reader: 'openai:http://h/v1#small@1' },
      undefined,
      [UNMEASURED.sure],
    ],
  ])('%s', async (_what, line, asked, expected) => expect(await outcomeOf(line, asked)).toEqual(expected));

  test('whatever the names and the feeds of the baseline', async () => {
    const other = { ...ASKED, names: { Brandt: ['Брандт'] }, feeds: ['https://f.example/'] };
    expect(await outcomeOf({ ...LINE, ...DIGESTS }, other)).toEqual([RECORDED.sure]);
  });
});

describe('a line that is none is named', () => {
  test.each([
    ['no JSON', 'answers.jsonl, line 2: '],
    ['{"item":"a"}', 'answers.jsonl, line 2, changes: '],
    [
      JSON.stringify({ ...LINE, changes: [{ ...LINE.changes[0], kind: 'exploded' }] }),
      'line 2, changes.0.kind: ',
    ],
  ])('%s', (line, message) => {
    expect(() => readRecorded(`${JSON.stringify(LINE)}\n${line}`, 'answers.jsonl')).toThrow(message);
  });
});
