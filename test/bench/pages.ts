import { parseBaseline } from '../../lib/model/parse-baseline.ts';
import type { Evidence, StoredChange } from '../../lib/model/report.ts';
import type { KeptStory } from '../../lib/monitor/ports.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import type { PageRecords } from '../../lib/page/ledgers.ts';
import { dynamoRecords } from '../../lib/store/dynamo-records.ts';
import { openLocalTable } from '../../lib/store/local-table.ts';
import { pagesOn } from '../support/page.ts';
import { UNJUDGED } from '../support/story.ts';
import { clientAt } from '../support/table.ts';

/** Large pages: time from what is kept to the answer, bytes, and apart from them what reading it takes. */

const RUNS = 7;
const WORDS =
  'officials said on Thursday that the count had been revised once more after the search ended '.repeat(2);

function storyWith(slug: string, claims: number): KeptStory {
  const baseline = parseBaseline(
    {
      story: slug,
      article: {
        title: `The matter of ${slug} in a headline of an ordinary length for a newspaper`,
        publisher: 'The Paper',
        url: `https://paper.example/${slug}`,
        publishedAt: '2026-01-02T08:00:00Z',
      },
      claims: Array.from({ length: claims }, (_, i) => ({
        id: `claim-${i}`,
        text: `At least ${i + 2} people were hurt in the accident at site number ${i} of the works, its operator says.`,
      })),
    },
    slug,
  );
  return { ...storyOf(baseline), ...UNJUDGED };
}

/** Reports of an ordinary size, in changes that come a day apart. */
function changesOf(story: KeptStory, changes: number, reports: number): StoredChange[] {
  const { story: slug, claims } = story.baseline;
  return Array.from({ length: changes }, (_, n): StoredChange => {
    const claim = claims[n % claims.length];
    const round = Math.floor(n / claims.length);
    const evidence = Array.from({ length: reports }, (_each, i): Evidence => {
      const at = new Date(Date.UTC(2026, 0, 3 + 2 * round, n % 12, i % 60)).toISOString();
      return {
        itemId: `item-${n}-${i}`,
        guid: `https://outlet-${i}.example/news/2026/01/${n}-${i}`,
        title: `Count at site ${n % claims.length} revised: ${WORDS.slice(0, 50)}`,
        link: `https://outlet-${i}.example/news/2026/01/${n}-${i}-some-words-of-the-headline`,
        source: `Outlet ${i}`,
        origin: `Outlet ${i}`,
        publishedAt: at,
        saidAt: at,
        wordedAt: at,
        quote: WORDS.slice(0, 130),
        value: { kind: 'figure', amount: 1_000 * (round + 1) + n, upTo: null, bound: 'exactly', unit: null },
        likely: n % 10 === 0 ? 0.7 : 0.96,
        reader: 'bedrock:amazon.nova-lite-v1:0@0123abcd',
        corrects: false,
        heldAgainst: 'd',
      };
    });
    const slot = story.slots[claim?.id ?? '']?.figures[0]?.id ?? 'people';
    return {
      id: `${slug}.c${n}`,
      story: slug,
      claimId: claim?.id ?? null,
      aspect: `figure:${slot}`,
      evidence,
      decisions: [],
    };
  });
}

type Kept = ReadonlyMap<string, { readonly story: KeptStory; readonly changes: readonly StoredChange[] }>;

function keptIn(all: Kept): PageRecords {
  return {
    stories: async () => [...all.values()].map(({ story }) => story),
    story: async (slug) => all.get(slug)?.story ?? null,
    saveStory: async () => {},
    changes: async ({ baseline }) => [...(all.get(baseline.story)?.changes ?? [])],
    decide: async () => 'kept',
    articleState: async () => null,
    waitingItems: async () => [],
    feedStates: async () => new Map(),
  };
}

const one = (story: KeptStory, changes: readonly StoredChange[]): Kept =>
  new Map([[story.baseline.story, { story, changes }]]);

const large = storyWith('large', 400);
const wide = storyWith('wide', 17);
const [single] = changesOf(wide, 1, 1_000);
const index: Kept = new Map(
  Array.from({ length: 200 }, (_, i) => {
    const story = storyWith(`story-${i}`, 17);
    return [story.baseline.story, { story, changes: changesOf(story, 25, 3) }] as const;
  }),
);
const CASES: readonly [what: string, path: string, kept: Kept][] = [
  ['a story of 400 claims and 5,000 reports', '/stories/large/', one(large, changesOf(large, 1_000, 5))],
  ['the same in 500 records of 10 reports', '/stories/large/', one(large, changesOf(large, 500, 10))],
  ['a record of 1,000 reports', '/stories/wide/records/c0/', one(wide, single ? [single] : [])],
  ['the index of 200 stories, 15,000 reports', '/', index],
  [
    'the feed of a story with 5,000 reports',
    '/stories/large/feed.atom',
    one(large, changesOf(large, 1_000, 5)),
  ],
  ['an ordinary story, 17 claims and 100 reports', '/stories/wide/', one(wide, changesOf(wide, 34, 3))],
];

process.stdout.write(
  'page                                          ms (least, median, most)     kB   HTML elements\n',
);
for (const [what, path, kept] of CASES) {
  const app = pagesOn(keptIn(kept) as never, { now: () => new Date('2026-04-01T00:00:00Z') });
  const times: number[] = [];
  let text = '';
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now();
    const answer = await app.request(`http://localhost${path}`, {
      headers: { host: 'localhost', cookie: 'seen=-mk1tp1c0' },
    });
    text = await answer.text();
    times.push(performance.now() - start);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 200)}`);
  }
  const sorted = times.toSorted((a, b) => a - b).map((ms) => ms.toFixed(0).padStart(5));
  const size = (Buffer.byteLength(text) / 1000).toFixed(0).padStart(7);
  process.stdout.write(
    `${what.padEnd(46)} ${sorted[0]} ${sorted[Math.floor(RUNS / 2)]} ${sorted.at(-1)}         ${size} ${String(text.match(/<[a-z]/g)?.length ?? 0).padStart(8)}\n`,
  );
}

const local = await openLocalTable('bench', null);
const client = clientAt(local.endpoint);
const records = dynamoRecords(client, 'bench');
process.stdout.write('\nreading, from an embedded table                      ms     kB   read units\n');
for (const [what, , kept] of CASES.slice(0, 3)) {
  for (const { story, changes } of kept.values()) {
    await records.saveStory(story);
    for (const change of changes)
      for (const evidence of change.evidence)
        await records.addEvidence(change, evidence, '2026-03-01T00:00:00.000Z');
    const start = performance.now();
    const read = await records.changes(story);
    const ms = performance.now() - start;
    const bytes = Buffer.byteLength(JSON.stringify(read));
    process.stdout.write(
      `${what.padEnd(46)} ${ms.toFixed(0).padStart(8)} ${(bytes / 1000).toFixed(0).padStart(6)} ${Math.ceil(
        bytes / 4096,
      )
        .toString()
        .padStart(12)}\n`,
    );
    await records.deleteStory(story);
  }
}
client.destroy();
await local.close();
