import { type Spent, spentLine } from '../../lib/view/read-by.ts';
import { pairsOf } from './measure.ts';
import type { ScoredRecord } from './records.ts';
import type { Stream } from './stream.ts';

/** A story as a reader judged it, and what that took. */
export interface ScoredRun {
  readonly stream: Stream;
  readonly changes: readonly ScoredRecord[];
  readonly spent: Spent;
  readonly unread: number;
}

/** What reading took: time, requests, tokens, money; and of a model, how often it is right, in the words of the settings. */
export function readingLines(scored: readonly ScoredRun[], reader: string, seconds: number): string {
  const unread = scored.reduce((all, each) => all + each.unread, 0);
  const total = together(scored.map(({ spent }) => spent));
  const took = [
    `${seconds.toFixed(0)} s`,
    ...(total.requests > 0 ? [spentLine(total)] : []),
    ...(unread > 0 ? [`${unread} items not judged`] : []),
  ].join('; ');
  return /^(?:openai|bedrock):/.test(reader) ? `${took}\n${measuredLines(scored, reader)}` : took;
}

function together(spent: readonly Spent[]): Spent {
  const sum = (of: (one: Spent) => number) => spent.reduce((total, one) => total + of(one), 0);
  return {
    requests: sum((one) => one.requests),
    input: sum((one) => one.input),
    cached: sum((one) => one.cached),
    output: sum((one) => one.output),
    cost: spent.some(({ cost }) => cost === null) ? null : sum((one) => one.cost ?? 0),
  };
}

function measuredLines(scored: readonly ScoredRun[], reader: string): string {
  const findings = scored.flatMap(({ stream, changes }) => {
    const golden = pairsOf(
      stream.gold.developments.map(({ claim, kind, reports }) => ({ claimId: claim, kind, guids: reports })),
    );
    return changes
      .filter(({ claimId }) => claimId !== null)
      .flatMap(({ claimId, evidence }) =>
        evidence.map(({ guid, likely }) => ({ likely, right: golden.has(`${guid} ${claimId}`) })),
      );
  });
  if (findings.length === 0) return 'It found nothing, so nothing was measured.';
  // What a model calls sure is what it is likeliest right in, whatever that is taken for.
  const most = Math.max(...findings.map(({ likely }) => likely));
  const [sure, possible] = [
    findings.filter(({ likely }) => likely === most),
    findings.filter(({ likely }) => likely < most),
  ];
  const name = reader.replace(/^bedrock:|^.*#/, '');
  return [
    `What it calls sure is right in ${shareOf(sure)} of 100 findings (${sure.length}), the rest in ${shareOf(possible)} (${possible.length}).`,
    'These streams were in view when the proofs were made; on others it may be less. If that is good enough for you, in .claimwatch/settings.yaml:',
    `  models: { "${name}": { measured: { sure: ${shareOf(sure)}, possible: ${shareOf(possible)} } } }`,
  ].join('\n');
}

function shareOf(findings: readonly { readonly right: boolean }[]): number {
  const right = findings.filter((finding) => finding.right).length;
  return findings.length === 0 ? 0 : Math.floor((100 * right) / findings.length);
}
