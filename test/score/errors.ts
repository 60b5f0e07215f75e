import { createJudge } from '../../lib/readers/rules/judge.ts';
import { whyNotByRules } from '../../lib/readers/rules/why-not.ts';
import { guidsOf, pairsOf } from './measure.ts';
import type { ScoredRecord } from './records.ts';
import type { Stream } from './stream.ts';

/** Every miss (-), false pair (+) and wrong kind (~) of a story, each with its text and where it went wrong. */
export function errorsOf({ baseline, items, gold }: Stream, changes: readonly ScoredRecord[]): string {
  const judge = createJudge();
  const claimed = changes.filter(({ claimId }) => claimId !== null);
  const predicted = pairsOf(claimed.map((change) => ({ ...change, guids: guidsOf(change) })));
  const golden = pairsOf(
    gold.developments.flatMap(({ claim, kind, reports }) =>
      claim === null ? [] : [{ claimId: claim, kind, guids: reports }],
    ),
  );
  const lines = [...new Set([...predicted.keys(), ...golden.keys()])].flatMap((pair) => {
    const said = [...(predicted.get(pair) ?? [])];
    const wanted = [...(golden.get(pair) ?? [])];
    if (said.some((kind) => wanted.includes(kind))) return [];
    const [guid = '', claim = ''] = pair.split(' ');
    const item = items.find((each) => each.guid === guid);
    if (!item) return [];
    const sign = said.length === 0 ? '-' : wanted.length === 0 ? '+' : '~';
    const why =
      said.length === 0
        ? whyNotByRules(judge(baseline, item), claim).found
        : judge(baseline, item)
            .candidates.filter(({ claimId, refused }) => claimId === claim && refused === null)
            .map(({ aspect, key, because, score }) => `${aspect} ${key}: ${because} (${score.toFixed(2)})`)
            .join('; ');
    return [
      `${sign} ${claim}: ${said.join(', ') || 'nothing'} for ${wanted.join(', ') || `an item that ${gold.items[guid] ?? 'is not labelled'}`}`,
      `    ${item.title}${item.summary ? ` | ${item.summary}` : ''}`,
      `    ${why}`,
    ];
  });
  return lines.join('\n');
}
