import { viewOf } from '../../page/ledgers.ts';
import { correctionHtml, correctionNote, correctionText } from '../../view/correction.ts';
import { plural } from '../../view/count.ts';
import { command, flag, JSON_OUT, TABLE, ZONE } from '../command.ts';
import { screenOf } from '../screen.ts';
import { readSettingsFile } from '../settings-file.ts';
import { storyNamed } from '../story-named.ts';
import { usingTable } from '../table.ts';

export const correction = command({
  name: 'correction',
  about: 'a note to paste: what has changed since publication',
  help: 'Prints what has changed since the article was published, for its author to paste: each claim that no longer reads as published, what it said, and who reported what since, with links. From the sure changes only. Whether that calls for a correction is for the publisher to say.',
  args: { name: 'SLUG', least: 1, most: 1 },
  options: { html: flag('as HTML instead of text'), zone: ZONE, table: TABLE, json: JSON_OUT },
  choices: [{ of: ['html', 'json'], isRequired: false }],
  run: ({ values, args: [slug = ''] }, terminal) =>
    usingTable(values, async (records) => {
      const now = new Date();
      const { zone } = screenOf(terminal, values, await readSettingsFile());
      const view = await viewOf(records, await storyNamed(records, slug), null, now);
      const note = correctionNote(view, now, zone);
      if (note.waiting > 0)
        terminal.note(
          `${plural(note.waiting, 'possible change')} ${note.waiting === 1 ? 'is' : 'are'} not in this note: decide first, by claimwatch review`,
        );
      if (values.json) terminal.out(JSON.stringify(note, null, 2));
      else terminal.out(values.html ? String(await correctionHtml(note)) : correctionText(note));
      return 0;
    }),
});
