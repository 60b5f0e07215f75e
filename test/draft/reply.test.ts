import { describe, expect, test } from 'vitest';
import { readDraftReply } from '../../lib/draft/model/reply.ts';

/** What a model wrote, in any of the forms that models keep to, becomes a draft or the fault to tell it. */

const CLAIM = {
  id: 'visit',
  text: 'She will visit.',
  label: 'Visit',
  sentences: [1],
  speaker: null,
  watch: 'a date',
};
const NAMES = [{ name: 'Brandt', forms: ['Adela Brandt'] }];
const DRAFTED = { outcome: 'drafted', claims: [CLAIM], names: { Brandt: ['Adela Brandt'] } };

describe('reads', () => {
  test.each([
    ['one object', JSON.stringify({ claims: [CLAIM], names: NAMES })],
    ['a fenced one', `\`\`\`json\n${JSON.stringify({ claims: [CLAIM], names: NAMES })}\n\`\`\``],
    [
      'a line for each claim, and one for the names',
      `${JSON.stringify(CLAIM)}\n${JSON.stringify({ names: { Brandt: ['Adela Brandt'] } })}`,
    ],
    ['a broken claim beside a whole one', JSON.stringify({ claims: [{ text: 3 }, CLAIM], names: NAMES })],
  ])('%s', (_what, text) => {
    expect(readDraftReply(text)).toEqual(DRAFTED);
  });

  test('no names, and texts with signs that show nothing', () => {
    const text = JSON.stringify({ claims: [{ ...CLAIM, text: 'She\u202e will\n visit.' }] });
    expect(readDraftReply(text)).toEqual({ ...DRAFTED, names: {} });
  });
});

describe('says what is wrong with', () => {
  test.each([
    ['prose', 'Here are the claims:', 'it is no JSON with claims'],
    ['an empty list', '{"claims":[],"names":[]}', 'it holds no claim'],
    [
      'claims without text',
      '{"claims":[{"id":"a","sentences":[1]}],"names":[]}',
      'text: expected the key "text"',
    ],
  ])('%s', (_what, text, fault) => {
    expect(readDraftReply(text)).toEqual({ outcome: 'broken', fault });
  });
});
