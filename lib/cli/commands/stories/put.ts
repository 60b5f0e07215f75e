import pLimit from 'p-limit';
import type { Baseline } from '../../../model/baseline.ts';
import type { Deployment } from '../../../model/deployment.ts';
import { InputError } from '../../../model/input-error.ts';
import { BY_COMMAND, ownerOtherThan } from '../../../model/putter.ts';
import type { KeptStory } from '../../../monitor/ports.ts';
import { storyOf } from '../../../monitor/story.ts';
import { deployableFaults } from '../../../readers/deployable.ts';
import { putView } from '../../../view/stories.ts';
import { readBaselines } from '../../baseline-file.ts';
import { command, flag, TABLE } from '../../command.ts';
import { usingTable } from '../../table.ts';

/** So many stories are written at a time. */
const AT_ONCE = 8;

export const putStories = command({
  name: 'stories put',
  about: 'put stories into a table, without a deployment',
  help: `Puts baselines into a table, or changes those that are there, checked as a deployment checks them; nothing is written where one is wrong. A deployed monitor checks a new story within the next minute. One that a deployment put from baseline/ is changed there. With --quiet what its feeds say up to now is recorded and announced to nobody.`,
  args: { name: 'FILE', least: 1, most: Number.POSITIVE_INFINITY },
  options: { quiet: flag('announces nothing of what was said until now'), table: TABLE },
  async run({ values, args: files }, terminal) {
    const unknown: string[] = [];
    const baselines = await readBaselines(files, (text) => unknown.push(text));
    const put = { by: BY_COMMAND, quietSince: values.quiet ? new Date().toISOString() : null };
    const before = await usingTable(values, async (records) => {
      const kept = new Map((await records.everyStory()).map((story) => [story.baseline.story, story]));
      // Only a table in AWS has deployments that read it.
      const deployments = values.table === undefined ? [] : await records.deployments();
      const faults = [
        ...unknown,
        ...baselines.flatMap((baseline) => faultsOf(baseline, kept.get(baseline.story), deployments)),
      ];
      if (faults.length > 0)
        throw new InputError(`Nothing was put:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
      const limit = pLimit(AT_ONCE);
      await Promise.all(baselines.map((each) => limit(() => records.saveStory(storyOf(each), put))));
      return kept;
    });
    terminal.out(baselines.map(({ story }) => story).join('\n'));
    terminal.note(putView(baselines, before));
    return 0;
  },
});

function faultsOf(
  baseline: Baseline,
  known: KeptStory | undefined,
  deployments: readonly Deployment[],
): string[] {
  const { story, feeds, article } = baseline;
  const owner = known ? ownerOtherThan(BY_COMMAND, known) : null;
  return [
    ...(feeds.length === 0
      ? [`the story "${story}": found no feeds, expected the URLs to read under "feeds"`]
      : []),
    ...(known && known.baseline.article.url !== article.url
      ? [
          `the story "${story}": the table keeps it of another article (${known.baseline.article.url}), found ${article.url}: give it a slug of its own`,
        ]
      : []),
    ...(owner !== null
      ? [`the story "${story}": the ${owner} put it from its baseline/: change it there and deploy`]
      : []),
    ...deployments.flatMap((each) => deployableFaults(baseline, each)),
  ];
}
