import { feedsTable, type KnownFeed } from '../../../view/feeds.ts';
import { command, JSON_OUT, STORY, TABLE, ZONE } from '../../command.ts';
import { knownFeeds } from '../../known-feeds.ts';
import { screenOf } from '../../screen.ts';
import { readSettingsFile } from '../../settings-file.ts';

/** What is kept of each feed. */
export const listFeeds = command({
  name: 'feeds list',
  about: 'the feeds of the stories, with their health',
  help: 'The feeds of the watched stories: health, last answer, next check, how often nothing had changed, what that saved, and what was cut or left out of what they carry.',
  options: { story: STORY, zone: ZONE, table: TABLE, json: JSON_OUT },
  async run({ values }, terminal) {
    const feeds = joined((await knownFeeds(values)).flatMap(({ feeds: own }) => own));
    if (values.json) terminal.out(JSON.stringify({ feeds: [...feeds.values()].map(feedData) }, null, 2));
    else if (feeds.size === 0)
      terminal.note(
        'No story has a feed: list them under "feeds" in its baseline, or name them to run --feeds.',
      );
    else terminal.out(feedsTable([...feeds.values()], screenOf(terminal, values, await readSettingsFile())));
    return 0;
  },
});

function feedData({ waiting, ...known }: KnownFeed) {
  return { ...known, waiting: waiting.map(({ item, ...rest }) => ({ guid: item.guid, ...rest })) };
}

/** Each feed once, with what waits of it for any story. */
function joined(feeds: readonly KnownFeed[]): Map<string, KnownFeed> {
  const all = new Map<string, KnownFeed>();
  for (const known of feeds) {
    const waiting = [...(all.get(known.feed)?.waiting ?? []), ...known.waiting];
    all.set(known.feed, { ...known, waiting });
  }
  return all;
}
