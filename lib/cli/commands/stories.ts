import { InputError } from '../../model/input-error.ts';
import { plural } from '../../view/count.ts';
import { command, TABLE, text } from '../command.ts';
import { readLine } from '../keys.ts';
import { storyNamed } from '../ledger.ts';
import { usingTable } from '../table.ts';
import type { Terminal } from '../terminal.ts';

export const deleteStory = command({
  name: 'stories delete',
  about: 'delete a story with all its records',
  help: 'Deletes all rows of a story: its items, records, decisions, notices and the answers of its readers. It asks twice; without a terminal --confirm SLUG says it a second time. What is known of its feeds, and what was spent, stays. A deployment whose baseline/ still has the story puts it back, empty.',
  args: { name: 'SLUG', least: 1, most: 1 },
  options: { confirm: text('SLUG', 'the slug once more, in place of the questions'), table: TABLE },
  run: ({ values, args: [slug = ''] }, terminal) =>
    usingTable(values, async (records) => {
      const story = await storyNamed(records, slug);
      const changes = await records.changes(story);
      const decisions = changes.reduce((sum, each) => sum + each.decisions.length, 0);
      const what = `${slug} (${story.baseline.article.title}), with ${plural(changes.length, 'change')} and ${plural(decisions, 'decision')}`;
      const isMeant =
        values.confirm === undefined ? await confirmed(slug, what, terminal) : values.confirm === slug;
      if (!isMeant)
        throw new InputError(
          `Nothing was deleted: found ${values.confirm === undefined ? 'another answer' : `"${values.confirm}"`}, expected ${slug} a second time`,
        );
      terminal.out(`Deleted ${what}: ${plural(await records.deleteStory(story), 'row')}`);
      return 0;
    }),
});

/** Asks twice: whether, and which. */
async function confirmed(slug: string, what: string, { keyboard, note }: Terminal): Promise<boolean> {
  if (!keyboard)
    throw new InputError(`Nothing was deleted: without a terminal add --confirm ${slug} to delete ${what}`);
  const keys = keyboard.open();
  try {
    note(`This deletes ${what}. It cannot be undone.`);
    const first = await readLine(keys, keyboard.write, 'Delete it? (yes or no) ');
    if (first?.toLowerCase() !== 'yes') return false;
    return (await readLine(keys, keyboard.write, `Type its slug, ${slug}: `)) === slug;
  } finally {
    keys.close();
  }
}
