import { readFile, writeFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { readOpml, writeOpml } from '../../../feed/opml.ts';
import { InputError } from '../../../model/input-error.ts';
import { plural } from '../../../view/count.ts';
import { readBaselineFile } from '../../baseline-file.ts';
import { command, STORY, TABLE, text } from '../../command.ts';
import { knownFeeds } from '../../known-feeds.ts';

/** The feeds of an OPML file become those of a baseline, besides those that it has. */
export const importFeeds = command({
  name: 'feeds import',
  about: 'add the feeds of a list of subscriptions (OPML) to a baseline',
  help: 'Adds the feeds of a list of subscriptions (OPML), as feed readers export it, to a baseline.',
  args: { name: 'FILE.opml', least: 1, most: 1 },
  options: { baseline: { ...text('FILE', 'the baseline whose feeds they become'), isRequired: true } },
  async run({ values: { baseline: target }, args: [file = ''] }, terminal) {
    const { feeds: known } = await readBaselineFile(target, terminal.note);
    const subscriptions = readOpml(await readBytes(file));
    if (!subscriptions)
      throw new InputError(`${file} is no list of subscriptions: expected OPML, as feed readers export it`);
    const { feeds, refused } = subscriptions;
    for (const url of refused) terminal.note(`${file}: leaves out ${url}: expected an http or https URL`);
    const fresh = feeds.map(({ url }) => url).filter((url) => !known.includes(url));
    if (fresh.length > 0) await saveFeeds(target, [...known, ...fresh]);
    terminal.out(
      `${plural(fresh.length, 'feed')} added to ${target}, which has ${known.length + fresh.length}; ${feeds.length - fresh.length} were there already`,
    );
    return 0;
  },
});

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new InputError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}): check the path`);
  }
}

/** Puts the feeds into the file, and leaves all else in it as it stands, comments included. */
async function saveFeeds(file: string, feeds: readonly string[]): Promise<void> {
  const text = await readFile(file, 'utf8');
  if (/\.ya?ml$/i.test(file)) {
    const document = parseDocument(text);
    document.set('feeds', feeds);
    await writeFile(file, document.toString());
  } else await writeFile(file, `${JSON.stringify({ ...JSON.parse(text), feeds }, null, 2)}\n`);
}

/** The feeds of the stories in the table, a folder for each story. */
export const exportFeeds = command({
  name: 'feeds export',
  about: 'print the feeds of the stories as OPML',
  help: 'Prints the feeds of the watched stories as OPML, for a feed reader.',
  options: { story: STORY, table: TABLE },
  async run({ values }, terminal) {
    const stories = await knownFeeds(values);
    const folders = stories.map(({ story, feeds }) => {
      // Files of a laptop are no feeds of anybody else's.
      const public_ = feeds.filter(({ feed }) => /^https?:/i.test(feed));
      return [story, public_.map(({ feed, state }) => ({ title: state?.title ?? feed, url: feed }))] as const;
    });
    terminal.out(writeOpml(new Map(folders)));
    return 0;
  },
});
