import { describe, expect, test } from 'vitest';
import { facets } from '../../../support/read.ts';

const read = (text: string) =>
  facets(text, 'when').map(({ edtf, ofSpeech }) => `${edtf}${ofSpeech ? ' (of speech)' : ''}`);

describe('reads, on Wednesday 4 March 2026', () => {
  test.each([
    ['The envoy will travel on 12 March 2026.', '2026-03-12'],
    ['The talks were held on March 2.', '2026-03-02'],
    ['The vote took place on 20 November.', '2025-11-20'],
    ['The trial will open on 20 November.', '2026-11-20'],
    ['The ministers met on Friday.', '2026-02-27'],
    ['The ministers will meet on Friday.', '2026-03-06'],
    ['# Brandt to visit Norhaven on Friday', '2026-03-06'],
    ['# Brandt visited Norhaven on Monday', '2026-03-02'],
    ['The bridge is to reopen next week.', '2026-03-09/2026-03-15'],
    ['The ruling is expected later this month.', '2026-03-04/2026-03-31'],
    ['The operator hopes to sail again in the coming days.', '2026-03-05/2026-03-14'],
    ['The launch will be in April 2026.', '2026-04'],
    ['A summit is planned for early June.', '2026-06-01/2026-06-10'],
    ['The deal must be signed by Friday.', '2026-03-06'],
    ['They meet tomorrow.', '2026-03-05'],
    ['The strike ended yesterday.', '2026-03-03'],
    ['The union said on Tuesday it will strike.', '2026-03-03 (of speech)'],
  ])('%s', (text, ...expected) => expect(read(text)).toEqual(expected));
});

describe('leaves alone', () => {
  test.each([
    ['a modal verb', 'The minister may visit.'],
    ['a number of things', 'The plan has 19 points.'],
    ['a verb of motion', 'Crowds march through the city.'],
    ['a time span', 'The journey takes 12 hours.'],
  ])('%s', (_what, text) => expect(read(text)).toEqual([]));
});
