import type { Fate } from '../compare/fold/fate.ts';
import type { GateVerdict } from '../compare/gate.ts';
import type { Proven } from '../compare/prove.ts';
import type { Claim } from '../model/baseline.ts';
import type { Item } from '../model/item.ts';
import type { Report } from '../model/report.ts';
import type { Story } from '../model/story.ts';
import type { Judgement } from '../monitor/judge.ts';
import type { Step, WhyNot } from '../monitor/why-not.ts';
import type { Judgement as RulesJudgement } from '../readers/rules/judge.ts';
import { timeOf } from './dates.ts';
import { fateInWords } from './fate.ts';
import { indented, type Screen } from './layout.ts';
import { valueData } from './values.ts';

export interface Explained {
  /** Those that are asked about. */
  readonly claims: readonly Claim[];
  readonly item: Item;
  readonly gate: GateVerdict;
  /** The reader that judged, by its id. */
  readonly reader: string;
  readonly judgement: Judgement;
  /** What the rules saw, where they judged; else null. */
  readonly rules: RulesJudgement | null;
  /** One claim was asked for: it is told of though nothing was found on it. */
  readonly isNamed: boolean;
  /** What became of all that the item is said to report on a claim; on none for turns. */
  readonly fatesOn: (claimId: string | null) => readonly Fate[];
  readonly story: Pick<Story, 'baseline' | 'slots'>;
}

/** Why an item did or did not change a claim: gate, reader, value and proofs, each with its answer and its words. */
export function explanation(explained: Explained, screen: Screen): string {
  const { item, gate, reader, judgement, claims, isNamed } = explained;
  const line = (text: string) => indented(text, screen, '');
  return [
    `${screen.paint.bold(item.title)}`,
    `${item.source}, ${timeOf(item.saidAt, screen.zone)}  ${screen.paint.dim(item.guid)}`,
    ...(item.summary ? [line(item.summary)] : []),
    '',
    line(`1. Is it of the story? ${gate.passed ? 'Yes' : 'No'}: ${gateInWords(gate)}`),
    ...(gate.passed && judgement.outcome === 'failed'
      ? [
          '',
          line(`2. What does ${reader} find? It was not judged: ${judgement.why}.`),
          ...keptFates(explained, screen),
        ]
      : []),
    ...(gate.passed && judgement.outcome === 'read'
      ? foundOn(claims, judgement.proven, explained, screen)
      : []),
    ...(gate.passed && judgement.outcome === 'read' && !isNamed
      ? turnsIn(judgement.reports, explained, screen)
      : []),
    ...(gate.passed && judgement.outcome === 'read' && judgement.proven.length === 0 && !isNamed
      ? ['', line(`2. What does ${reader} find? Nothing on any claim.`)]
      : []),
  ].join('\n');
}

/** The turns of weight that no claim foresaw. */
function turnsIn(reports: readonly Report[], { fatesOn, story }: Explained, screen: Screen): string[] {
  const turns = new Map(
    reports.flatMap(({ evidence: { value, quote } }) =>
      value.kind === 'turn' ? [[value.name, quote] as const] : [],
    ),
  );
  return [...turns].flatMap(([name, quote]) => [
    '',
    screen.paint.bold('a turn that no claim foresaw'),
    indented(`“${quote}”: ${name}`, screen, '  '),
    ...fatesOn(null)
      .slice(-1)
      .map((fate) => indented(`6. Is it a record? ${fateInWords(fate, story, screen.zone)}`, screen, '  ')),
  ]);
}

/** What is kept of an item that its reader can't explain now. */
function keptFates({ claims, fatesOn, story }: Explained, screen: Screen): string[] {
  return claims.flatMap(({ id }) =>
    fatesOn(id).flatMap((fate) => [
      '',
      screen.paint.bold(id),
      indented(`6. Is it a record? ${fateInWords(fate, story, screen.zone)}`, screen, '  '),
    ]),
  );
}

const BY = {
  terms: 'its two most telling terms score',
  party: 'a party in its headline scores',
  name: 'a name that no other news has scores',
  paragraph: 'the terms of a paragraph score',
  feed: 'every item of its feed is:',
} as const;

function gateInWords({ by, score, needed, words }: GateVerdict): string {
  return `${BY[by]} ${score.toFixed(2)}, ${needed} is enough (${words.join(', ') || 'no term of the story'})`;
}

function foundOn(
  claims: readonly Claim[],
  proven: readonly Proven[],
  { reader, rules, isNamed, fatesOn, story, judgement }: Explained,
  screen: Screen,
): string[] {
  return claims.flatMap(({ id, text }) => {
    const own = proven.filter(({ finding }) => finding.claimId === id);
    if (own.length === 0 && !isNamed) return [];
    return [
      '',
      screen.paint.bold(id),
      indented(text, screen, '  '),
      indented(
        `2. What does ${reader} find? ${own.length === 0 ? 'Nothing on this claim.' : own.length === 1 ? 'This:' : `${own.length} things:`}`,
        screen,
        '  ',
      ),
      ...own.flatMap((each) => findingInWords(each, screen)),
      ...(rules && isNamed ? candidatesInWords(id, rules, screen) : []),
      ...siblingsInWords(id, judgement, isNamed, screen),
      ...fatesOn(id).map((fate) =>
        indented(`6. Is it a record? ${fateInWords(fate, story, screen.zone)}`, screen, '  '),
      ),
    ];
  });
}

function findingInWords({ finding, meant, refused, doubted, report }: Proven, screen: Screen): string[] {
  const { paint } = screen;
  const { kind, value, quote, likely } = finding;
  const line = (text: string) => indented(text, screen, '     ');
  return [
    line(`“${quote}”: ${kind}${value === null ? '' : `, ${value}`} (${likely.toFixed(2)})`),
    ...(meant
      ? [line(`3. What is its value by the item’s own words? ${meant.aspect} ${valueData(meant.value)}`)]
      : []),
    line(
      refused
        ? paint.yellow(`4. Does it stand? No, by the proof "${refused.proof}": ${refused.why}`)
        : paint.green(
            `4. Does it stand? Yes${report && report.evidence.likely < likely ? ', as possible only' : ''}`,
          ),
    ),
    ...doubted.map(({ proof, why }) => line(paint.yellow(`   doubted by the proof "${proof}": ${why}`))),
  ];
}

/** What the item is found to say of other claims, beside the one that was asked about. */
function siblingsInWords(claimId: string, judgement: Judgement, isNamed: boolean, screen: Screen): string[] {
  if (judgement.outcome !== 'read' || !isNamed) return [];
  const others = judgement.proven.filter(({ finding, report }) => report && finding.claimId !== claimId);
  return [
    indented(
      `5. Whose else is it? ${others.length === 0 ? 'Nobody’s.' : others.map(({ finding }) => `${finding.claimId}: ${finding.kind}`).join(', ')}`,
      screen,
      '  ',
    ),
  ];
}

/** What the rules weighed for a claim, whatever came of it. */
function candidatesInWords(claimId: string, { candidates }: RulesJudgement, screen: Screen): string[] {
  const { paint } = screen;
  return candidates
    .filter((candidate) => candidate.claimId === claimId)
    .flatMap(({ clause, aspect, key, score, because, refused }) => [
      indented(`“${clause.sentence.text.slice(clause.start, clause.end).trim()}”`, screen, '     '),
      indented(`${aspect} ${key}: ${because} (weighs ${score.toFixed(2)})`, screen, '       '),
      indented(
        refused === null ? paint.green('found') : paint.yellow(`passed over: ${refused}`),
        screen,
        '       ',
      ),
    ]);
}

const STEPS: Record<Step, string> = {
  gate: 'Step 1, gate: is it of the story?',
  reader: 'Step 2, reader: does it find anything on the claim?',
  value: 'Step 3, value: do the item’s own words give one?',
  proof: 'Step 4, proof: does the finding stand?',
  sibling: 'Step 5, sibling: is it this claim’s?',
  ledger: 'Step 6, ledger: is it a record?',
};

/** The first step that failed, what was found and what would have passed; or the record that it is in. */
export function whyNotInWords(why: WhyNot, story: Pick<Story, 'baseline' | 'slots'>, screen: Screen): string {
  if (why.step === 'ledger')
    return [
      screen.paint.bold(STEPS.ledger),
      indented(fateInWords(why.fate, story, screen.zone), screen, '  '),
    ].join('\n');
  return [
    screen.paint.bold(`${STEPS[why.step]} No.`),
    indented(`Found   ${why.found}`, screen, '  '),
    indented(`Needed  ${why.needed}`, screen, '  '),
  ].join('\n');
}
