import { readFile, writeFile } from 'node:fs/promises';
import { isSeq, parseDocument } from 'yaml';
import { InputError } from '../../../model/input-error.ts';
import { suggestedFeedsView } from '../../../view/suggested-feeds.ts';
import { readBaselineFile } from '../../baseline-file.ts';
import { command, flag, JSON_OUT } from '../../command.ts';
import { screenOf } from '../../screen.ts';
import { readSettingsFile } from '../../settings-file.ts';
import { suggestFeeds } from '../../suggest-feeds.ts';

export const suggestFeedsFor = command({
  name: 'feeds suggest',
  about: 'find feeds for a baseline',
  help: 'Looks for feeds that carry a story: those that the article’s page or its publisher’s front page names, else those at the usual addresses, and a news search for the story’s words (the setting newsSearch, an address with {query}; none with null). Each is read once before it is offered; nothing is recorded. With --add they are written into the file. Exit code 1 where none was found.',
  args: { name: 'FILE', least: 1, most: 1 },
  options: { add: flag('writes those that carry the story into the file'), json: JSON_OUT },
  async run({ values, args: [file = ''] }, terminal) {
    const baseline = await readBaselineFile(file, terminal.note);
    const settings = await readSettingsFile();
    const found = await suggestFeeds(baseline, { newsSearch: settings.newsSearch, loopback: [] });
    const fresh = found.filter(({ feed, ofStory }) => ofStory > 0 && !baseline.feeds.includes(feed));
    if (values.add && fresh.length > 0)
      await addFeeds(
        file,
        fresh.map(({ feed }) => feed),
      );
    terminal.out(
      values.json
        ? JSON.stringify({ feeds: found, added: values.add ? fresh.map(({ feed }) => feed) : [] }, null, 2)
        : suggestedFeedsView(found, screenOf(terminal, {}, settings)),
    );
    if (found.length === 0)
      terminal.note(
        'No feed was found: neither the publisher’s pages nor the usual addresses nor the news search have one that can be read; list the feeds that you know under "feeds"',
      );
    else if (values.add) terminal.note(`${file}: ${fresh.length} added`);
    return found.length > 0 ? 0 : 1;
  },
});

/** Adds feeds to a baseline's file, whose comments and order stay. @throws InputError where it can't be written */
async function addFeeds(file: string, feeds: readonly string[]): Promise<void> {
  const text = await readFile(file, 'utf8');
  const isJson = text.trimStart().startsWith('{');
  const document = parseDocument(text);
  const known = document.get('feeds');
  if (isSeq(known)) for (const feed of feeds) known.add(feed);
  else document.set('feeds', document.createNode(feeds));
  const next = isJson ? `${JSON.stringify(document.toJS(), null, 2)}\n` : document.toString({ lineWidth: 0 });
  await writeFile(file, next).catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`${file} cannot be written (${error.code}): nothing was added`);
  });
}
