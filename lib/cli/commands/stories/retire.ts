import { InputError } from '../../../model/input-error.ts';
import { BY_COMMAND, ownerOtherThan } from '../../../model/putter.ts';
import { command, TABLE } from '../../command.ts';
import { storyNamed } from '../../story-named.ts';
import { usingTable } from '../../table.ts';

export const retireStory = command({
  name: 'stories retire',
  about: 'end the watch on a story',
  help: 'Ends the watch on a story that was put by a command: its feeds are not read for it any more, and nothing is announced of it. Its records stay; stories put goes on with it, stories delete deletes it. One that a deployment put from baseline/ is taken out there.',
  args: { name: 'SLUG', least: 1, most: 1 },
  options: { table: TABLE },
  async run({ values, args: [slug = ''] }, terminal) {
    await usingTable(values, async (records) => {
      const story = await storyNamed(records, slug);
      const owner = ownerOtherThan(BY_COMMAND, story);
      if (owner !== null)
        throw new InputError(
          `${slug} stays: the ${owner} put it, expected a story that was put by a command; take it out of its baseline/ and deploy`,
        );
      if (!story.isRetired) await records.retireStory(slug);
      terminal.note(
        story.isRetired
          ? `The watch on ${slug} had ended already`
          : `The watch on ${slug} has ended; its records stay`,
      );
    });
    terminal.out(slug);
    return 0;
  },
});
