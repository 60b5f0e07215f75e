import type { Baseline } from '../model/baseline.ts';
import type { Item } from '../model/item.ts';
import type { Judgement } from '../monitor/judge.ts';
import type { WhyNot } from '../monitor/why-not.ts';
import { minuteOf } from './dates.ts';
import { indented, type Screen } from './layout.ts';

export interface Explained {
  readonly baseline: Baseline;
  readonly item: Item;
  readonly judgement: Judgement;
  /** Only this claim; null for all. */
  readonly claimId: string | null;
}

/** Why an item did or did not change a claim: the engine's questions, each with its answer and its words. */
export function explanation({ baseline, item, judgement, claimId }: Explained, screen: Screen): string {
  const { gate } = judgement;
  const claims = baseline.claims.filter(({ id }) =>
    claimId === null ? judgement.candidates.some((candidate) => candidate.claimId === id) : id === claimId,
  );
  return [
    `${screen.paint.bold(item.title)}`,
    `${item.source}, ${minuteOf(item.saidAt)} UTC  ${screen.paint.dim(item.guid)}`,
    ...(item.summary ? [indented(item.summary, screen, '')] : []),
    '',
    indented(
      `1. Is it of the story? ${gate.passed ? 'Yes' : 'No'}: ${gate.score.toFixed(2)} of the ${gate.needed} needed, by ${gate.words.join(', ') || 'no term of the story'}`,
      screen,
      '',
    ),
    ...(gate.passed
      ? claims.flatMap(({ id, text }) => ['', ...aboutClaim(id, text, judgement, screen)])
      : []),
    ...(gate.passed && claims.length === 0
      ? [
          '',
          '2. Which claims does it speak to? None: no clause holds an event, a figure or a word of any claim.',
        ]
      : []),
  ].join('\n');
}

const QUESTIONS = {
  1: 'Is it of the story?',
  2: 'Does a clause speak to the claim?',
  3: 'Does it report anything new on it?',
  4: 'Is it this claim’s rather than a sibling’s?',
} as const;

/** The first question that failed, what was found and what would have passed. */
export function whyNotInWords({ question, found, needed }: WhyNot, screen: Screen): string {
  if (question === null)
    return indented(
      `Nothing failed: ${found}; \`changes\` and \`changes --possible\` say how sure it is.`,
      screen,
      '',
    );
  return [
    screen.paint.bold(`Question ${question} failed: ${QUESTIONS[question]}`),
    indented(`Found   ${found}`, screen, '  '),
    indented(`Needed  ${needed}`, screen, '  '),
  ].join('\n');
}

function aboutClaim(id: string, text: string, { candidates }: Judgement, screen: Screen): string[] {
  const { paint } = screen;
  const own = candidates.filter(({ claimId }) => claimId === id);
  const made = own.filter(({ refused }) => refused === null);
  return [
    `${paint.bold(id)}`,
    indented(text, screen, '  '),
    own.length === 0
      ? indented(
          '2. Does a clause speak to it? No: none has its event or its figure, upholds or disputes it, or answers for it.',
          screen,
          '  ',
        )
      : `  2. Does a clause speak to it? ${own.length} might:`,
    ...own.flatMap(({ clause, aspect, key, score, because, refused }) => [
      indented(`“${clause.sentence.text.slice(clause.start, clause.end).trim()}”`, screen, '     '),
      indented(`${aspect} ${key}: ${because} (${score.toFixed(2)})`, screen, '       '),
      indented(
        refused === null ? paint.green('taken') : paint.yellow(`refused: ${refused}`),
        screen,
        '       ',
      ),
    ]),
    indented(
      `3. What does it report? ${made.length === 0 ? 'Nothing on this claim.' : made.map(({ aspect, key }) => `${aspect} ${key}`).join('; ')}`,
      screen,
      '  ',
    ),
  ];
}
