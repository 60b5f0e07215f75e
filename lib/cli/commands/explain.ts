import { prepareStory } from '../../compare/claims.ts';
import { createReader } from '../../feed/read-feed.ts';
import { userAgent } from '../../feed/user-agent.ts';
import type { Baseline } from '../../model/baseline.ts';
import { NO_VALIDATORS } from '../../model/feed.ts';
import { InputError } from '../../model/input-error.ts';
import type { Item } from '../../model/item.ts';
import { judge } from '../../monitor/engine.ts';
import type { Records } from '../../monitor/ports.ts';
import { whyNot } from '../../monitor/why-not.ts';
import { explanation, whyNotInWords } from '../../view/explanation.ts';
import { readBaselineFile } from '../baseline-file.ts';
import type { Command } from '../command.ts';
import { openFeedSources } from '../feed-sources.ts';
import { recallFeeds } from '../last-run.ts';
import { storyNamed } from '../ledger.ts';
import { readOptions } from '../options.ts';
import { openTable } from '../table.ts';
import { UsageError } from '../usage-error.ts';

const HELP = `claimwatch explain --item GUID [--claim ID] [options]

Says why an item did or did not change a claim: each question with its answer and the words that it rests on. The
item is read from the feeds again; without --feeds, from those of the story's last run.

  --item GUID       the item, by its guid or link
  --claim ID        for one claim only
  --why-not         in one answer: the first question that failed, and what would have passed (needs --claim)
  --story SLUG      the story, where the table holds several
  --baseline FILE   the story from a file instead of the table
  --feeds SOURCE    a URL, a file or a folder; may be given several times
  --table NAME      a DynamoDB table instead of the embedded one in .claimwatch/`;

const OPTIONS = {
  item: { type: 'string' },
  'why-not': { type: 'boolean' },
  claim: { type: 'string' },
  story: { type: 'string' },
  baseline: { type: 'string' },
  feeds: { type: 'string', multiple: true },
  table: { type: 'string' },
} as const;

export const explain: Command = {
  name: 'explain',
  about: 'say why an item did or did not change a claim',
  help: HELP,
  async run(argv, terminal) {
    const { values, positionals } = readOptions(argv, OPTIONS);
    if (positionals.length > 0)
      throw new UsageError(`explain: found "${positionals[0]}" where no argument is expected`);
    if (values['why-not'] && values.claim === undefined)
      throw new UsageError('explain --why-not needs --claim ID, found none');
    if (values.item === undefined) throw new UsageError('explain needs --item GUID, found none');
    const baselines =
      values.baseline === undefined
        ? await storiesOf(values)
        : [await readBaselineFile(values.baseline, terminal.note)];
    for (const baseline of baselines) {
      const claims =
        values.claim === undefined
          ? baseline.claims
          : baseline.claims.filter(({ id }) => id === values.claim);
      if (claims.length === 0)
        throw new InputError(
          `The story "${baseline.story}" has no claim "${values.claim}", expected one of ${baseline.claims.map(({ id }) => id).join(', ')}`,
        );
    }
    let read = 0;
    const failures: string[] = [];
    for (const baseline of baselines) {
      const sources = values.feeds ?? (await recallFeeds(baseline.story));
      const items = await itemsOf(sources.length > 0 ? sources : baseline.feeds, failures);
      read += items.length;
      const item = items.find(
        ({ guid, link, id }) => guid === values.item || link === values.item || id === values.item,
      );
      if (!item) continue;
      const judgement = judge(prepareStory(baseline), item);
      if (values['why-not'] && values.claim !== undefined) {
        terminal.out(
          whyNotInWords(whyNot(judgement, values.claim), { width: terminal.width, paint: terminal.colors }),
        );
        return 0;
      }
      terminal.out(
        explanation(
          { baseline, item, judgement, claimId: values.claim ?? null },
          { width: terminal.width, paint: terminal.colors },
        ),
      );
      return 0;
    }
    for (const failure of failures) terminal.note(failure);
    throw new InputError(
      `There is no item "${values.item}" among the ${read} that the feeds hold now: check the guid, or name the feeds with --feeds`,
    );
  },
};

async function storiesOf(values: {
  readonly story?: string;
  readonly claim?: string;
  readonly table?: string;
}): Promise<Baseline[]> {
  const { records, close } = await openTable(values);
  try {
    if (values.story !== undefined) return [await storyNamed(records, values.story)];
    return await withClaim(records, values.claim);
  } finally {
    await close();
  }
}

/** Every story, or those that have the claim. */
async function withClaim(records: Records, claim: string | undefined): Promise<Baseline[]> {
  const stories = await records.stories();
  if (stories.length === 0)
    throw new InputError(
      'The table holds no story: run claimwatch run --baseline FILE first, or give --baseline FILE',
    );
  const found =
    claim === undefined ? stories : stories.filter(({ claims }) => claims.some(({ id }) => id === claim));
  if (found.length === 0)
    throw new InputError(
      `No story has a claim "${claim}": \`claimwatch story SLUG\` lists the claims of ${stories.map(({ story }) => story).join(', ')}`,
    );
  return found;
}

/** @param failures takes what could not be read */
async function itemsOf(sources: readonly string[], failures: string[]): Promise<Item[]> {
  if (sources.length === 0) throw new InputError('It is not known which feeds to read: give --feeds');
  const { feeds, loopback, close } = await openFeedSources(sources);
  const readFeed = createReader({ userAgent: userAgent(process.env['CONTACT']), loopback });
  try {
    const readings = await Promise.all(
      feeds.map(async (feed) => ({ feed, reading: await readFeed(feed, NO_VALIDATORS, new Date()) })),
    );
    return readings.flatMap(({ feed, reading }) => {
      if (reading.outcome === 'failed') failures.push(`${feed.id}: ${reading.why}`);
      return reading.outcome === 'read' ? reading.items : [];
    });
  } finally {
    await close();
  }
}
