import { describe, expect, test } from 'vitest';
import { quoted } from '../../../lib/compare/proof/quote.ts';
import { item } from '../../support/story.ts';

const ITEM = item({
  title: 'Brandt “will visit” Norhaven – at last',
  summary: 'The minister said so on Tuesday. Talks with the crews-union follow... in March, she added.',
  text: 'A first paragraph.\nThe ferry operator kept silent.',
});

describe('a quote stands where the item says it', () => {
  test.each([
    ['as it is', 'The minister said so on Tuesday.', 'The minister said so on Tuesday.'],
    ['with other quotation marks', 'Brandt "will visit" Norhaven', ITEM.title],
    ['with another dash', 'Norhaven - at last', ITEM.title],
    ['with other blanks', 'The  minister\nsaid so', 'The minister said so on Tuesday.'],
    ['with invisible characters left out', 'minis\u200bter said', 'The minister said so on Tuesday.'],
    ['in its text', 'operator kept silent', 'The ferry operator kept silent.'],
    [
      'over two sentences',
      'on Tuesday. Talks with',
      'The minister said so on Tuesday. Talks with the crews-union follow... in March, she added.',
    ],
    [
      'in parts, with an ellipsis between them',
      'Brandt … said so on Tuesday',
      `${ITEM.title} The minister said so on Tuesday.`,
    ],
  ])('%s', (_what, quote, sentences) => expect(quoted(ITEM, quote)).toBe(sentences));
});

describe('a short one stands where it is the whole headline, or dense', () => {
  test.each([
    ['two words', 'Talks fail', 'Talks fail', true],
    ['of a longer headline', 'Talks fail', 'Talks fail to start in Norhaven', false],
    ['four characters of a dense script', '会議延期', '会議延期へ', true],
    ['with an acronym before them', 'WTO会議延期', 'WTO会議延期へ', true],
    ['of Arabic, which is not', 'في مصر', 'اجتماع جديد في مصر اليوم', false],
  ])('%s', (_what, quote, title, stands) => expect(quoted(item({ title }), quote) !== null).toBe(stands));
});

describe('and not', () => {
  test.each([
    ['in other words', 'Brandt is going to visit Norhaven'],
    ['with a word put in', 'The minister never said so on Tuesday'],
    ['with one part missing', 'Brandt … cancelled'],
    ['empty', ''],
    ['of signs alone', '“…”'],
    ['of a letter', 'e'],
    ['of a word', 'Norhaven'],
    ['of letters with ellipses between them', 'B…v…N…s…T'],
    ['in parts the other way round', 'said so on Tuesday … Brandt'],
  ])('%s', (_what, quote) => expect(quoted(ITEM, quote)).toBe(null));
});
