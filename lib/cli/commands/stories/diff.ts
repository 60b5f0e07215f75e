import { baselineDiff, baselineDiffView } from '../../../view/baseline-diff.ts';
import { readBaselineFile } from '../../baseline-file.ts';
import { command, JSON_OUT, TABLE } from '../../command.ts';
import { screenOf } from '../../screen.ts';
import { readSettingsFile } from '../../settings-file.ts';
import { storyNamed } from '../../story-named.ts';
import { usingTable } from '../../table.ts';

export const diffStory = command({
  name: 'stories diff',
  about: 'what stories put would change',
  help: 'Holds a baseline against the story that a table keeps under its slug, and lists the differences: claims that are new, gone or reworded, word by word, then the other keys. Changed claims are judged again by what is kept of the feeds.',
  args: { name: 'FILE', least: 1, most: 1 },
  options: { table: TABLE, json: JSON_OUT },
  async run({ values, args: [file = ''] }, terminal) {
    const baseline = await readBaselineFile(file, terminal.note);
    const kept = await usingTable(values, (records) => storyNamed(records, baseline.story));
    const changes = baselineDiff(kept.baseline, baseline);
    if (values.json) terminal.out(JSON.stringify({ story: baseline.story, changes }, null, 2));
    else if (changes.length === 0) terminal.note(`${baseline.story}: no differences`);
    else terminal.out(baselineDiffView(changes, screenOf(terminal, {}, await readSettingsFile())));
    return 0;
  },
});
