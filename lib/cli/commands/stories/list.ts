import { storiesTable, storyData } from '../../../view/stories.ts';
import { command, flag, JSON_OUT, TABLE, ZONE } from '../../command.ts';
import { screenOf } from '../../screen.ts';
import { readSettingsFile } from '../../settings-file.ts';
import { usingTable } from '../../table.ts';

export const listStories = command({
  name: 'stories list',
  about: 'the stories of a table',
  help: 'The stories that are watched: article, claims, feeds, who put them. With --all those whose watch has ended as well.',
  options: { all: flag('the retired ones as well'), zone: ZONE, table: TABLE, json: JSON_OUT },
  async run({ values }, terminal) {
    const stories = await usingTable(values, (records) => records.everyStory());
    const shown = stories.filter(({ isRetired }) => values.all || !isRetired);
    const now = new Date();
    if (values.json)
      terminal.out(JSON.stringify({ stories: shown.map((each) => storyData(each, now)) }, null, 2));
    else if (shown.length === 0)
      terminal.note(
        stories.length > 0
          ? `No story is watched; --all lists the ${stories.length} retired`
          : 'The table holds no story: put one with stories put FILE',
      );
    else terminal.out(storiesTable(shown, now, screenOf(terminal, values, await readSettingsFile())));
    return 0;
  },
});
