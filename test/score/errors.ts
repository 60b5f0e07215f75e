import { claimwatch } from '../support/cli.ts';
import { guidsOf, pairsOf } from './measure.ts';
import type { ScoredRecord } from './records.ts';
import type { Stream } from './stream.ts';

/**
 * Every miss (-), false pair (+) and wrong kind (~) of a story, each with its text; of a miss, where `explain --why-not`
 * says that it fell short, and how often each step is the last. The run must be in the table of the current folder.
 */
export async function errorsOf(
  { baseline, items, gold }: Stream,
  changes: readonly ScoredRecord[],
): Promise<string> {
  const claimed = changes.filter(({ claimId }) => claimId !== null);
  const predicted = pairsOf(claimed.map((change) => ({ ...change, guids: guidsOf(change) })));
  const golden = pairsOf(
    gold.developments.flatMap(({ claim, kind, reports }) =>
      claim === null ? [] : [{ claimId: claim, kind, guids: reports }],
    ),
  );
  const ends = new Map<string, number>();
  const lines: string[] = [];
  for (const pair of new Set([...predicted.keys(), ...golden.keys()])) {
    const said = [...(predicted.get(pair) ?? [])];
    const wanted = [...(golden.get(pair) ?? [])];
    if (said.some((kind) => wanted.includes(kind))) continue;
    const [guid = '', claim = ''] = pair.split(' ');
    const item = items.find((each) => each.guid === guid);
    if (!item) continue;
    const sign = said.length === 0 ? '-' : wanted.length === 0 ? '+' : '~';
    const why = said.length === 0 ? await whyNot(baseline.story, guid, claim) : null;
    if (why) ends.set(why.step, (ends.get(why.step) ?? 0) + 1);
    lines.push(
      `${sign} ${claim}: ${said.join(', ') || 'nothing'} for ${wanted.join(', ') || `an item that ${gold.items[guid] ?? 'is not labelled'}`}`,
      `    ${item.title}${item.summary ? ` | ${item.summary}` : ''}`,
      ...(why ? [`    ${why.text}`] : []),
    );
  }
  const steps = [...ends].map(([step, count]) => `${step} ${count}`).join(', ');
  return [...lines, `Misses by the step at which they end: ${steps || 'none'}`].join('\n');
}

/** The step at which an item fell short of a claim, `unexplained` where the answer names none. */
async function whyNot(story: string, guid: string, claim: string): Promise<{ step: string; text: string }> {
  const argv = ['explain', '--why-not', '--story', story, '--item', guid, '--claim', claim];
  const { out, err } = await claimwatch(argv, { width: 2_000 });
  const text = `${out}${err}`.replace(/\s+/g, ' ');
  const step = /^Step \d, (\w+): /.exec(text)?.[1];
  return { step: step === undefined || / Yes: /.test(text) ? 'unexplained' : step, text };
}
