import type { Command } from '../command.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { checkFeeds } from './feeds/check.ts';
import { listFeeds } from './feeds/list.ts';
import { exportFeeds, importFeeds } from './feeds/opml.ts';

const HELP = `claimwatch feeds check URL|FILE|DIR… [--baseline FILE] [--json]
claimwatch feeds list [--story SLUG] [--table NAME] [--json]
claimwatch feeds import FILE.opml --baseline FILE
claimwatch feeds export [--story SLUG] [--table NAME]

  check     reads feeds once, records nothing, and tells what is there: how the document was read and what had to be
            mended, its items, how it says that nothing has changed, what it asks for, when it would be asked again;
            with --baseline its feeds as well, and whether the page of its article was changed since
  list      the feeds of the watched stories: health, last answer, next check, how often nothing had changed, what
            that saved
  import    adds the feeds of a list of subscriptions (OPML) to a baseline
  export    prints the feeds of the watched stories as OPML

Exit code: 0 done, 1 a feed or the article's page could not be read, 2 wrong usage.`;

type Work = (argv: readonly string[], terminal: Terminal) => Promise<0 | 1>;

const WORK: ReadonlyMap<string, Work> = new Map([
  ['check', checkFeeds],
  ['list', listFeeds],
  ['import', importFeeds],
  ['export', exportFeeds],
]);

export const feeds: Command = {
  name: 'feeds',
  about: 'check, list, import and export feeds',
  help: HELP,
  async run([name, ...rest], terminal) {
    const work = WORK.get(name ?? '');
    if (!work)
      throw new UsageError(
        `feeds: found ${name === undefined ? 'nothing' : `"${name}"`}, expected one of ${[...WORK.keys()].join(', ')}`,
      );
    return work(rest, terminal);
  },
};
