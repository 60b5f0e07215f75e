import { describe, expect, test } from 'vitest';
import { prove } from '../../../lib/compare/prove.ts';
import type { Finding } from '../../../lib/model/answer.ts';
import { storyOf } from '../../../lib/monitor/story.ts';
import { BRIDGE, item } from '../../support/story.ts';

const STORY = storyOf({ ...BRIDGE, names: { Sundline: ['Сандлайн'] } });

/** What becomes of a finding whose quote is the headline of an item of 5 March 2026: the proof that refuses or doubts it, else what it comes to. */
function fateOf(title: string, [claimId, kind, value, ...rest]: readonly string[], likely = 0.96): string {
  const finding = {
    claimId,
    kind,
    value: value ?? null,
    quote: title,
    likely,
    ...rest,
  } as unknown as Finding;
  const [proven] = prove(STORY, item({ title }), { findings: [finding] }, 'test');
  if (!proven) return 'nothing';
  if (proven.refused) return `refused by ${proven.refused.proof}`;
  const { aspect, key, evidence } = proven.report ?? {};
  const doubts = proven.doubted.map(({ proof }) => `, doubted by ${proof} (${evidence?.likely})`).join('');
  return `${aspect} ${key}${doubts}`;
}

describe('a finding stands', () => {
  test.each<[string, string, string[], string]>([
    [
      'by a date of the item',
      'Brandt will visit Norhaven on 12 March',
      ['brandt-visit', 'scheduled', '2026-03-12'],
      'date 2026-03-12',
    ],
    ['as held', 'Brandt visited Norhaven', ['brandt-visit', 'occurred', '2026-03-05'], 'state held'],
    ['as called off', 'Brandt stays away', ['brandt-visit', 'cancelled', 'off'], 'state called-off'],
    [
      'as put off, where no date is told',
      'Brandt puts off her visit',
      ['brandt-visit', 'rescheduled', 'postponed'],
      'state postponed',
    ],
    [
      'as arranged, where no date is meant',
      'Brandt takes a delegation to Norhaven',
      ['brandt-visit', 'scheduled', 'with a delegation'],
      'date arranged',
    ],
    ['as another figure', 'Toll rises to 9', ['storm-toll', 'revised', '9'], 'figure:dead 9'],
    ['as disputed', 'Nobody died, council says', ['storm-toll', 'denied', 'nobody died'], 'stance denied'],
    [
      'as upheld',
      'Ministry bears out the toll',
      ['storm-toll', 'confirmed', 'borne out'],
      'stance confirmed',
    ],
    [
      'as answered by its own party',
      'Sundline: ferries are safe',
      ['operator-silent', 'responded', 'safe'],
      'response spoke',
    ],
    [
      'as answered in another script',
      'Сандлайн: пороми безпечні',
      ['operator-silent', 'responded', 'safe'],
      'response spoke',
    ],
  ])('%s', (_what, title, finding, fate) => expect(fateOf(title, finding)).toBe(fate));
});

describe('a finding is refused, or only possible', () => {
  test.each<[string, string, string[], string]>([
    ['on a claim that is none', 'Brandt visits', ['no-claim', 'occurred', 'x'], 'refused by claim'],
    [
      'of a figure that stands nowhere',
      'The toll rises again',
      ['storm-toll', 'revised', '12'],
      'refused by figure',
    ],
    [
      'of the figure that the article has',
      'Seven dead on Norhaven',
      ['storm-toll', 'revised', '7'],
      'refused by news',
    ],
    [
      'of the date that the article has',
      'Bridge to reopen on 14 March',
      ['bridge-reopening', 'scheduled', '2026-03-14'],
      'refused by news',
    ],
    [
      'of what was over before the article',
      'They met on 25 February',
      ['ferry-talks', 'occurred', '2026-02-25'],
      'refused by news',
    ],
    [
      'of an answer by somebody else',
      'The union: ferries are safe',
      ['operator-silent', 'responded', 'safe'],
      'refused by silence',
    ],
    [
      'with a date that no words give',
      'Brandt will come',
      ['brandt-visit', 'scheduled', '2026-04-20'],
      'date arranged, doubted by date (0.7)',
    ],
    [
      'of a figure where the claim has none',
      'Brandt sends 3 envoys',
      ['brandt-visit', 'revised', '3'],
      'figure:amount 3, doubted by fit (0.7)',
    ],
    [
      'of an answer where nobody kept silent',
      'Brandt answers',
      ['brandt-visit', 'responded', 'yes'],
      'response spoke, doubted by fit (0.7)',
    ],
  ])('%s', (_what, title, finding, fate) => expect(fateOf(title, finding)).toBe(fate));

  test('whose words the item does not have', () => {
    const finding = {
      claimId: 'brandt-visit',
      kind: 'cancelled',
      value: null,
      quote: 'called off',
      likely: 0.96,
    } as const;
    expect(
      prove(STORY, item({ title: 'Brandt visits' }), { findings: [finding] }, 'test')[0]?.refused?.proof,
    ).toBe('quote');
  });

  test('twice in one item, once', () => {
    const finding = {
      claimId: 'brandt-visit',
      kind: 'cancelled',
      value: null,
      quote: 'Brandt stays away',
      likely: 0.96,
    } as const;
    const proven = prove(
      STORY,
      item({ title: 'Brandt stays away' }),
      {
        findings: [{ ...finding, likely: 0.7 }, finding],
      },
      'test',
    );
    expect(proven.map(({ refused }) => refused?.proof ?? 'stands')).toEqual(['once', 'stands']);
  });
});
