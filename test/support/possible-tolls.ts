import { openTable } from '../../lib/cli/table.ts';
import { parseBaseline } from '../../lib/model/parse-baseline.ts';
import type { Evidence } from '../../lib/model/report.ts';
import { changeOf } from '../../lib/monitor/judge.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { BRIDGE } from './story.ts';

export const COUNT = 40;
const nth = (n: number) => String(n).padStart(2, '0');
const STORY = storyOf(
  parseBaseline(
    {
      ...BRIDGE,
      claims: Array.from({ length: COUNT }, (_, i) => ({
        id: `toll-${nth(i + 1)}`,
        text: `At least 7 people were killed in district ${i + 1} of Norhaven on 1 March 2026.`,
      })),
    },
    'the test story',
  ),
);

/** A possible report of another number, one hour after the other. */
function report(n: number): Evidence {
  const at = new Date(Date.parse('2026-03-03T00:00:00Z') + n * 3_600_000).toISOString();
  return {
    itemId: `item-${n}`,
    guid: `item-${n}`,
    title: `District ${n}: toll rises to ${n + 10}`,
    link: `https://paper.example/${n}`,
    source: 'The Paper',
    origin: 'paper.example',
    publishedAt: at,
    saidAt: at,
    wordedAt: at,
    quote: `toll rises to ${n + 10}`,
    kind: 'revised',
    value: { kind: 'figure', amount: n + 10, upTo: null, bound: 'exactly', unit: null },
    likely: 0.7,
    reader: 'rules/2',
    corrects: false,
    heldAgainst: STORY.digest,
  };
}

/** Forty possible records in the table of the current folder, each on a claim of its own. */
export async function possibleTolls(): Promise<void> {
  const { records, close } = await openTable({});
  await records.saveStory(STORY);
  for (let n = 1; n <= COUNT; n += 1) {
    const claimId = `toll-${nth(n)}`;
    const slot = STORY.slots[claimId]?.figures[0]?.id;
    const key = { claimId, aspect: `figure:${slot}` as const, key: String(n + 10) };
    await records.addEvidence(changeOf(STORY.baseline.story, key), report(n), report(n).saidAt);
  }
  await close();
}
