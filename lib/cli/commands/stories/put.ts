import pLimit from 'p-limit';
import type { Baseline } from '../../../model/baseline.ts';
import type { Deployment } from '../../../model/deployment.ts';
import { InputError } from '../../../model/input-error.ts';
import { BY_COMMAND, deploymentOf } from '../../../model/putter.ts';
import type { Records } from '../../../monitor/ports.ts';
import { storyOf } from '../../../monitor/story.ts';
import { isHosted, parseReaderName, strangeReader } from '../../../readers/named.ts';
import { plural } from '../../../view/count.ts';
import { readBaselines } from '../../baseline-file.ts';
import { command, flag, TABLE } from '../../command.ts';
import { usingTable } from '../../table.ts';

/** So many stories are written at a time. */
const AT_ONCE = 8;

export const putStories = command({
  name: 'stories put',
  about: 'put stories into a table, without a deployment',
  help: `Puts baselines into a table, or changes those that are there, checked as a deployment checks them; nothing is written where one is wrong. A deployment checks a new story within the next minute. One that a deployment put from baseline/ is changed there. With --quiet what its feeds say up to now is recorded and announced to nobody.`,
  args: { name: 'FILE', least: 1, most: Number.POSITIVE_INFINITY },
  options: { quiet: flag('announces nothing of what was said until now'), table: TABLE },
  async run({ values, args: files }, terminal) {
    const baselines = await readBaselines(files, terminal.note);
    const now = new Date();
    const put = { by: BY_COMMAND, quietSince: values.quiet ? now.toISOString() : null };
    const counts = await usingTable(values, async (records) => {
      const faults = await faultsOf(baselines, records, values.table !== undefined);
      if (faults.length > 0)
        throw new InputError(`Nothing was put:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
      const known = new Set((await records.stories()).map(({ baseline }) => baseline.story));
      const limit = pLimit(AT_ONCE);
      await Promise.all(baselines.map((each) => limit(() => records.saveStory(storyOf(each), put))));
      const changed = baselines.filter(({ story }) => known.has(story)).length;
      return { fresh: baselines.length - changed, changed };
    });
    terminal.out(baselines.map(({ story }) => story).join('\n'));
    terminal.note(
      `${plural(counts.fresh, 'new story').replace('storys', 'stories')}, ${counts.changed} that were there`,
    );
    return 0;
  },
});

/** Why stories can't be put, each fault with what was found and what was expected. */
async function faultsOf(
  baselines: readonly Baseline[],
  records: Records,
  isDeployed: boolean,
): Promise<string[]> {
  const [kept, deployments] = await Promise.all([records.everyStory(), records.deployments()]);
  const bySlug = new Map(kept.map((story) => [story.baseline.story, story]));
  return baselines.flatMap((baseline) => {
    const { story, feeds, article } = baseline;
    const known = bySlug.get(story);
    const stack = known && !known.isRetired ? deploymentOf(known.putBy) : null;
    return [
      ...(feeds.length === 0 ? [`${story}: found no feeds, expected the URLs to read under "feeds"`] : []),
      ...(known && known.baseline.article.url !== article.url
        ? [
            `${story}: the table keeps it of another article (${known.baseline.article.url}), found ${article.url}: give it a slug of its own`,
          ]
        : []),
      ...(stack !== null
        ? [`${story}: the deployment ${stack} put it from its baseline/: change it there and deploy`]
        : []),
      ...(isDeployed ? deployments.flatMap((each) => readerFaults(baseline, each)) : []),
    ];
  });
}

/** Whether a deployment can read by what a baseline names: its rights and its prices are those that it was deployed with. */
function readerFaults(baseline: Baseline, { stack, settings, readers, channels }: Deployment): string[] {
  const strange = strangeReader(baseline, settings);
  const named = baseline.reader === undefined ? null : parseReaderName(baseline.reader);
  const isUnknown =
    named !== null && !('fault' in named) && isHosted(named) && !readers.includes(baseline.reader ?? '');
  return [
    ...(strange === null ? [] : [strange]),
    ...(isUnknown && strange === null
      ? [
          `${baseline.story}: reader: found ${baseline.reader}, expected ${readers.length > 0 ? `one that the deployment ${stack} reads by (${readers.join(', ')})` : 'rules'}: deploy it with that reader first`,
        ]
      : []),
    ...strangeChannels(baseline, channels).map(
      (name) =>
        `${baseline.story}: notify: found ${name}, expected ${channels.length > 0 ? `one of ${channels.join(', ')}` : `a channel of the deployment ${stack}, which has none`}`,
    ),
  ];
}

/** Channels that a baseline names and a deployment has not. */
function strangeChannels({ notify = [] }: Baseline, channels: readonly string[]): string[] {
  return notify.map(({ channel }) => channel).filter((name) => !channels.includes(name));
}
