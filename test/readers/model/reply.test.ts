import { describe, expect, test } from 'vitest';
import { readReply } from '../../../lib/readers/model/reply.ts';

const item = (number: string | number, changes: readonly object[] = []) => ({
  item: number,
  changes,
  new: [],
});
const CHANGE = { claim: 'c', kind: 'occurred', value: '2026-03-05', quote: 'They met', sure: true };
const answered = (text: string) => {
  const reply = readReply(text, ['1', '2']);
  return reply.outcome === 'answers' ? [...reply.answers.keys()] : reply.fault;
};

describe('reads', () => {
  test.each<[string, string, string[]]>([
    ['an object with items', JSON.stringify({ items: [item('1'), item('2', [CHANGE])] }), ['1', '2']],
    ['a list of items', JSON.stringify([item('2')]), ['2']],
    ['a line for each item', `${JSON.stringify(item('1'))}\n\n${JSON.stringify(item('2'))}`, ['1', '2']],
    ['what is fenced', `\`\`\`json\n${JSON.stringify({ items: [item('1')] })}\n\`\`\``, ['1']],
    ['numbers that are numbers', JSON.stringify({ items: [item(1)] }), ['1']],
    ['a figure that is a number', JSON.stringify({ items: [item('1', [{ ...CHANGE, value: 9 }])] }), ['1']],
    ['an answer without turns', JSON.stringify({ items: [{ item: '1', changes: [] }] }), ['1']],
    [
      'one item beside another that breaks the form',
      JSON.stringify({ items: [item('1', [{ ...CHANGE, kind: 'x' }]), item('2')] }),
      ['2'],
    ],
    [
      'the first of two answers to one item',
      JSON.stringify({ items: [item('1'), item('1', [CHANGE])] }),
      ['1'],
    ],
  ])('%s', (_what, text, expected) => expect(answered(text)).toEqual(expected));
});

test('a name, a value and a quote are one line each, and no character of them is halved', () => {
  const turn = { name: `ferry fire\r\nBcc: a@b.example \u202eX${'\u{1f525}'.repeat(60)}`, quote: 'a\n\nb' };
  const reply = readReply(JSON.stringify({ items: [{ ...item('1'), new: [turn] }] }), ['1']);
  const [found] = (reply.outcome === 'answers' && reply.answers.get('1')?.new) || [];
  expect(found?.quote).toBe('a b');
  expect(found?.name).toMatch(/^ferry fire Bcc: a@b\.example X\u{1f525}+$/u);
});

describe('says what is wrong with', () => {
  test.each([
    ['words', 'I am sorry.', /no JSON/],
    ['half an object', '{"items":[{"item":"1"', /no JSON/],
    ['another item’s answer', JSON.stringify({ items: [item('7')] }), /none of the items 1, 2/],
    [
      'a kind that is none',
      JSON.stringify({ items: [item('1', [{ ...CHANGE, kind: 'x' }])] }),
      /changes\.0\.kind/,
    ],
    ['nothing', '', /no JSON/],
    [
      'more findings than an item can have',
      JSON.stringify({ items: [item('1', Array(41).fill(CHANGE))] }),
      /changes/,
    ],
  ])('%s', (_what, text, fault) => expect(answered(text)).toMatch(fault));
});
