import { createReads } from '../../feed/reads.ts';
import { userAgent } from '../../feed/user-agent.ts';
import type { Baseline } from '../../model/baseline.ts';
import { lintClaims } from '../../readers/rules/lint.ts';
import { faultCount, type LintedFeed, lintView } from '../../view/lint.ts';
import { readBaselineFile } from '../baseline-file.ts';
import { command, flag, JSON_OUT, text } from '../command.ts';
import { openFeedSources } from '../feed-sources.ts';
import { lookAtFeeds } from '../look-at-feeds.ts';
import { screenOf } from '../screen.ts';

export const lint = command({
  name: 'lint',
  about: 'what the monitor makes of a baseline, and what to mend in it',
  help: 'Says of each claim of a baseline what the monitor reads in it: how far its event has come, date, figures, who keeps silent, and which kinds of change it can take by rules; and what to mend: two events in one claim, a date that counts from the day of publication, a pronoun at its beginning, nothing that was recognised. Reads each feed once and says whether it is well and how many of its items may be of the story; --offline leaves the feeds out. Records nothing. Exit code 1 where something is to be mended.',
  args: { name: 'FILE', least: 1, most: 1 },
  options: {
    feeds: {
      ...text('SOURCE', 'URLs, files or folders to look at in place of the feeds that the baseline names'),
      many: 'words',
    },
    offline: flag('reads no feed'),
    json: JSON_OUT,
  },
  choices: [{ of: ['feeds', 'offline'], isRequired: false }],
  async run({ values, args: [file = ''] }, terminal) {
    const baseline = await readBaselineFile(file, terminal.note);
    const claims = lintClaims(baseline);
    const feeds = values.offline ? null : await lintFeeds(baseline, values.feeds);
    terminal.out(
      values.json
        ? JSON.stringify({ claims, feeds: feeds ?? [] }, null, 2)
        : lintView(claims, feeds, screenOf(terminal, {}, { zone: 'UTC' })),
    );
    return faultCount(claims, feeds ?? []) > 0 ? 1 : 0;
  },
});

/** One look at each feed of a baseline, or at those that were typed. */
async function lintFeeds(baseline: Baseline, typed: readonly string[]): Promise<LintedFeed[]> {
  const sources = typed.length > 0 ? typed : baseline.feeds;
  const { feeds, loopback, close } = await openFeedSources(sources, typed.length > 0);
  const { readFeed } = createReads({ userAgent: userAgent(process.env['CONTACT']), loopback });
  try {
    return await lookAtFeeds(baseline, feeds, readFeed);
  } finally {
    await close();
  }
}
