import { InputError } from '../../../model/input-error.ts';
import { stateKeptUntil } from '../../../monitor/feed-state.ts';
import type { Records } from '../../../monitor/ports.ts';
import { plural } from '../../../view/count.ts';
import { command, TABLE, text } from '../../command.ts';
import { readLine } from '../../keys.ts';
import { feedsOf, type StoryFeeds } from '../../known-feeds.ts';
import { storyNamed } from '../../story-named.ts';
import { usingTable } from '../../table.ts';
import type { Terminal } from '../../terminal.ts';

export const deleteStory = command({
  name: 'stories delete',
  about: 'delete a story with all its records',
  help: 'Deletes all rows of a story: its items, records, decisions, notices and the answers of its readers. It asks twice; without a terminal --confirm SLUG says it a second time. What was spent stays, and so do answers to former wordings of its claims, for up to 400 days. A deployment whose baseline/ still has the story puts it back, empty.',
  args: { name: 'SLUG', least: 1, most: 1 },
  options: { confirm: text('SLUG', 'the slug once more, in place of the questions'), table: TABLE },
  async run({ values, args: [slug = ''] }, terminal) {
    const { confirm, table } = values;
    const what = await usingTable(values, async (records) => {
      const story = await storyNamed(records, slug);
      const changes = await records.changes(story);
      const decisions = changes.reduce((sum, each) => sum + each.decisions.length, 0);
      return `${slug} (${story.baseline.article.title}), with ${plural(changes.length, 'change')} and ${plural(decisions, 'decision')}`;
    });
    // Nobody has to wait for the table while it is asked.
    const isMeant = confirm === undefined ? await confirmed(slug, what, terminal) : confirm === slug;
    if (!isMeant)
      throw new InputError(
        `Nothing was deleted: found ${confirm === undefined ? 'another answer' : `"${confirm}"`}, expected ${slug} a second time`,
      );
    const rows = await usingTable(values, async (records) => {
      const story = await storyNamed(records, slug);
      // What an older version left is brought up first: its rows are found nowhere else.
      if (story.isOlder) await records.saveStory(story);
      const count = await records.deleteStory(story);
      await readAnew(await feedsOf(records, [story], table === undefined), slug, records);
      return count;
    });
    terminal.out(`Deleted ${what}: ${plural(rows, 'row')}`);
    return 0;
  },
});

/** Lets feeds be read whole once more: a story that comes back is held against all that they carry. */
async function readAnew(feeds: readonly StoryFeeds[], slug: string, records: Records): Promise<void> {
  const until = stateKeptUntil(new Date());
  for (const { feed, state } of feeds.flatMap((each) => each.feeds)) {
    if (!state) continue;
    const memory = await records.feedMemory(feed);
    const judged = Object.fromEntries(Object.entries(memory.judged).filter(([story]) => story !== slug));
    await records.saveFeedMemory(feed, { ...memory, judged }, until);
    await records.saveFeedState({ ...state, judgedFor: '' }, until);
  }
}

/** Asks twice: whether, and which. */
async function confirmed(slug: string, what: string, { keyboard, note }: Terminal): Promise<boolean> {
  if (!keyboard)
    throw new InputError(`Nothing was deleted: without a terminal add --confirm ${slug} to delete ${what}`);
  const keys = keyboard.open();
  try {
    note(`This deletes ${what}. It cannot be undone.`);
    const first = await readLine(keys, keyboard.write, 'Delete it? (yes or no) ');
    if (!/^y(?:es)?$/i.test(first ?? '')) return false;
    return (await readLine(keys, keyboard.write, `Type its slug, ${slug}: `)) === slug;
  } finally {
    keys.close();
  }
}
