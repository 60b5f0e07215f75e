import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStream } from '../score/stream.ts';
import { claimwatch } from '../support/cli.ts';

/**
 * How much each draft finds of what the claims written by hand should: `npx tsx test/draft/watched.ts`. A change of a
 * hand-written claim is found where a draft's record has its item on a claim that is matched to it (`matched.jsonl`).
 */

const CASES = join(import.meta.dirname, 'cases');
/** What drafted the claims, and the file of each. */
const DRAFTS = { hand: 'baseline.json', hosted: 'hosted.yaml', rules: 'rules.yaml' } as const;
type By = keyof typeof DRAFTS;

interface Found {
  /** Pairs of an item and a hand-written claim that it changes. */
  readonly wanted: number;
  readonly found: number;
  /** Of the claims that are matched, pairs that no label has. */
  readonly wrong: number;
  /** Items that change nothing and are in a record. */
  readonly noisy: number;
  /** Pairs on claims without a hand-written counterpart, for which there are no labels. */
  readonly others: number;
}

async function watched(story: string, by: By, reader: string): Promise<Found> {
  const folder = join(CASES, story);
  const stream = await openStream(folder);
  try {
    const ran = await claimwatch([
      'run',
      '--baseline',
      join(folder, DRAFTS[by]),
      '--feeds',
      stream.feeds,
      '--reader',
      reader === 'rules' ? reader : `answers:${join(folder, `answers-${by}.jsonl`)}`,
      '--ephemeral',
      '--json',
    ]);
    const changes: { claimId: string | null; evidence: { guid: string }[] }[] = JSON.parse(ran.out).changes;
    const handOf = matches(folder, by);
    const gold = new Set(
      stream.gold.developments.flatMap(({ claim, reports }) => reports.map((guid) => `${claim} ${guid}`)),
    );
    const pairs = [
      ...new Set(
        changes.flatMap(({ claimId, evidence }) => evidence.map(({ guid }) => `${claimId} ${guid}`)),
      ),
    ].map((pair) => pair.split(' ') as [string, string]);
    const found = new Set<string>();
    let wrong = 0;
    let others = 0;
    for (const [claim, guid] of pairs) {
      const hands = handOf.get(claim) ?? [];
      const right = hands.filter((hand) => gold.has(`${hand} ${guid}`));
      for (const hand of right) found.add(`${hand} ${guid}`);
      if (hands.length === 0) others += 1;
      else if (right.length === 0) wrong += 1;
    }
    const noisy = new Set(
      pairs.map(([, guid]) => guid).filter((guid) => stream.gold.items[guid] !== 'develops'),
    );
    return { wanted: gold.size, found: found.size, wrong, noisy: noisy.size, others };
  } finally {
    stream.close();
  }
}

/** The hand-written claims that each claim of a draft stands for. */
function matches(folder: string, by: By): Map<string, string[]> {
  const rows: { hand: string; hosted: string[]; rules: string[] }[] = readFileSync(
    join(folder, 'matched.jsonl'),
    'utf8',
  )
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const handOf = new Map<string, string[]>();
  for (const row of rows)
    for (const id of by === 'hand' ? [row.hand] : row[by])
      handOf.set(id, [...(handOf.get(id) ?? []), row.hand]);
  return handOf;
}

const stories = readdirSync(CASES).toSorted();
for (const reader of ['answers', 'rules'])
  for (const by of Object.keys(DRAFTS) as By[]) {
    const all = await Promise.all(stories.map((story) => watched(story, by, reader)));
    const sum = (key: keyof Found) => all.reduce((total, each) => total + each[key], 0);
    const each = all.map(({ found, wanted }) => `${found}/${wanted}`).join(', ');
    process.stdout.write(
      `judged by ${reader.padEnd(7)} claims by ${by.padEnd(6)} found ${sum('found')} of ${sum('wanted')} (${each}), wrong ${sum('wrong')}, noisy ${sum('noisy')}, on other claims ${sum('others')}\n`,
    );
  }
