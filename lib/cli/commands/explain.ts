import { createGate } from '../../compare/gate.ts';
import type { Reader } from '../../model/answer.ts';
import { NO_MEMORY } from '../../model/feed.ts';
import { InputError } from '../../model/input-error.ts';
import type { Item } from '../../model/item.ts';
import type { Story } from '../../model/story.ts';
import { judge } from '../../monitor/judge.ts';
import type { KeptStory, Records } from '../../monitor/ports.ts';
import { readerIdOf } from '../../monitor/stale.ts';
import { storyOf } from '../../monitor/story.ts';
import { whyNot } from '../../monitor/why-not.ts';
import { NO_ANSWERS } from '../../readers/answers.ts';
import { hostedNameOf, readerNameOf } from '../../readers/named.ts';
import { RULES } from '../../readers/rules/id.ts';
import { createJudge } from '../../readers/rules/judge.ts';
import { explanation, whyNotInWords } from '../../view/explanation.ts';
import { readBaselineFile } from '../baseline-file.ts';
import type { Command } from '../command.ts';
import { type FeedItems, isNamed, keptItemNamed, readItems } from '../item-named.ts';
import { recallRun } from '../last-run.ts';
import { storyNamed } from '../ledger.ts';
import { readOptions } from '../options.ts';
import { openSilent } from '../reader.ts';
import { readSettingsFile } from '../settings-file.ts';
import { openTable } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const HELP = `claimwatch explain --item GUID [--claim ID] [options]

Says why an item did or did not change a claim: each question with its answer and the words that it rests on. An item
that a story's gate let through is explained from what is kept of it; any other is looked for in the feeds, without
--feeds in those of the story's last run.

  --item GUID       the item, by its guid or link
  --claim ID        for one claim only
  --why-not         in one answer: the first question that failed, and what would have passed (needs --claim)
  --story SLUG      the story, where the table holds several
  --baseline FILE   the story from a file instead of the table
  --reader NAME     the reader that is to explain itself, by what is kept of its answers; else the one of the last run
  --feeds SOURCE    a URL, a file or a folder to look in; may be given several times
  --table NAME      a DynamoDB table instead of the embedded one in .claimwatch/`;

const OPTIONS = {
  item: { type: 'string' },
  'why-not': { type: 'boolean' },
  claim: { type: 'string' },
  story: { type: 'string' },
  baseline: { type: 'string' },
  feeds: { type: 'string', multiple: true },
  reader: { type: 'string' },
  table: { type: 'string' },
} as const;

interface Wanted {
  readonly item: string;
  readonly claim: string | undefined;
  readonly feeds: readonly string[] | undefined;
}

export const explain: Command = {
  name: 'explain',
  about: 'say why an item did or did not change a claim',
  help: HELP,
  async run(argv, terminal) {
    const { values, positionals } = readOptions(argv, OPTIONS);
    if (positionals.length > 0)
      throw new UsageError(`explain: found "${positionals[0]}" where no argument is expected`);
    const { item, claim, feeds, 'why-not': isShort } = values;
    if (isShort && claim === undefined)
      throw new UsageError('explain --why-not needs --claim ID, found none');
    if (item === undefined) throw new UsageError('explain needs --item GUID, found none');
    const settings = await readSettingsFile();
    const table = values.baseline === undefined ? await openTable(values) : null;
    try {
      const found = table
        ? await inTable({ item, claim, feeds }, values.story, table.records)
        : await inFeeds({ item, claim, feeds }, values.baseline ?? '', terminal);
      const { baseline } = found.story;
      // What a deployment last judged by stands with the story; what a run did here, beside the embedded table.
      const last = values.table === undefined ? (await recallRun(baseline.story))?.reader : undefined;
      const judge = found.judged === null ? undefined : hostedNameOf(found.judged);
      const name = values.reader ?? last ?? judge ?? readerNameOf(baseline, settings);
      const reader = await openSilent(name, { settings, answers: table?.records ?? NO_ANSWERS });
      terminal.out(await explained(found, claim, isShort ?? false, reader, terminal));
      return 0;
    } finally {
      await table?.close();
    }
  },
};

async function explained(
  { story, item }: Found,
  claim: string | undefined,
  isShort: boolean,
  reader: Reader,
  terminal: Terminal,
): Promise<string> {
  const screen = { width: terminal.width, paint: terminal.colors };
  const { baseline } = story;
  const gate = createGate()(story, item);
  const [judgement = UNJUDGED] = gate.passed ? await judge(reader, story, [item]) : [];
  const rules = reader.id === RULES ? createJudge()(baseline, item) : null;
  if (isShort && claim !== undefined) return whyNotInWords(whyNot(gate, judgement, rules, claim), screen);
  const claims = baseline.claims.filter(({ id }) => claim === undefined || id === claim);
  const isNamed = claim !== undefined;
  return explanation({ claims, item, gate, reader: reader.id, judgement, rules, isNamed }, screen);
}

const UNJUDGED = { outcome: 'failed', why: 'the gate did not let it through', retry: false } as const;

interface Found {
  readonly story: Story;
  readonly item: Item;
  /** The reader by which the story was last judged, by its id; null where that is not known. */
  readonly judged: string | null;
}

/** A story and the item from a baseline file and feeds, without a table. */
async function inFeeds(wanted: Wanted, file: string, { note }: Terminal): Promise<Found> {
  const story = storyOf(await readBaselineFile(file, note));
  checkClaim(story, wanted.claim);
  const sources = wanted.feeds ?? story.baseline.feeds;
  const read = await readItems(sources, async () => NO_MEMORY);
  const item = read.items.find((each) => isNamed(each, wanted.item));
  if (!item) throw notFound(wanted.item, [read]);
  return { story, item, judged: null };
}

async function inTable(wanted: Wanted, slug: string | undefined, records: Records): Promise<Found> {
  const stories =
    slug === undefined ? await withClaim(records, wanted.claim) : [await storyNamed(records, slug)];
  for (const story of stories) checkClaim(story, wanted.claim);
  for (const story of wanted.feeds ? [] : stories) {
    const item = await keptItemNamed(records, story.baseline.story, wanted.item);
    if (item) return { story, item, judged: readerIdOf(story) };
  }
  const looked: FeedItems[] = [];
  for (const story of stories) {
    const sources = wanted.feeds ?? (await recallRun(story.baseline.story))?.feeds ?? [];
    const read = await readItems(sources.length > 0 ? sources : story.baseline.feeds, (feed) =>
      records.feedMemory(feed),
    );
    looked.push(read);
    const item = read.items.find((each) => isNamed(each, wanted.item));
    if (item) return { story, item, judged: readerIdOf(story) };
  }
  throw notFound(wanted.item, looked);
}

function notFound(item: string, looked: readonly FeedItems[]): InputError {
  const read = looked.reduce((sum, { items }) => sum + items.length, 0);
  const failures = looked.flatMap((each) => each.failures);
  return new InputError(
    [
      ...failures,
      `There is no item "${item}" among those that are kept, nor among the ${read} that the feeds hold now: check the guid, or name the feeds with --feeds`,
    ].join('\n'),
  );
}

function checkClaim({ baseline }: Story, claim: string | undefined): void {
  if (claim === undefined || baseline.claims.some(({ id }) => id === claim)) return;
  throw new InputError(
    `The story "${baseline.story}" has no claim "${claim}", expected one of ${baseline.claims.map(({ id }) => id).join(', ')}`,
  );
}

/** Every story, or those that have the claim. */
async function withClaim(records: Records, claim: string | undefined): Promise<KeptStory[]> {
  const stories = await records.stories();
  if (stories.length === 0)
    throw new InputError(
      'The table holds no story: run claimwatch run --baseline FILE first, or give --baseline FILE',
    );
  const found =
    claim === undefined
      ? stories
      : stories.filter(({ baseline }) => baseline.claims.some(({ id }) => id === claim));
  if (found.length === 0)
    throw new InputError(
      `No story has a claim "${claim}": \`claimwatch story SLUG\` lists the claims of ${stories.map(({ baseline }) => baseline.story).join(', ')}`,
    );
  return found;
}
