import { guidsOf, pairsOf } from './measure.ts';
import type { ScoredRecord } from './records.ts';
import type { Stream } from './stream.ts';

/** Where confidence is cut for the table. */
const STEPS = [0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 1.01];

/** How often pairs are right whose record has a confidence: what is said to be 80 % should be right in 80 of 100. */
export function calibrationTable(
  scored: readonly { readonly stream: Stream; readonly changes: readonly ScoredRecord[] }[],
): string {
  const pairs = scored.flatMap(({ stream, changes }) => {
    const golden = pairsOf(
      stream.gold.developments.map(({ claim, kind, reports }) => ({ claimId: claim, kind, guids: reports })),
    );
    return changes
      .filter(({ claimId }) => claimId !== null)
      .flatMap((change) =>
        guidsOf(change).map((guid) => ({
          confidence: change.confidence,
          right: golden.has(`${guid} ${change.claimId}`),
        })),
      );
  });
  const lines = STEPS.slice(0, -1).map((from, i) => {
    const to = STEPS[i + 1] ?? 1;
    const own = pairs.filter(({ confidence }) => confidence >= from && confidence < to);
    const right = own.filter((pair) => pair.right).length;
    const share = own.length === 0 ? '  –' : `${((100 * right) / own.length).toFixed(0)} %`;
    return `${from.toFixed(2)} to ${Math.min(1, to).toFixed(2)}  ${String(own.length).padStart(5)}  ${share.padStart(6)}`;
  });
  return ['confidence    pairs   right', ...lines].join('\n');
}
