import { KINDS } from '../../model/report.ts';
import { readLedger } from '../../monitor/ledger.ts';
import { BY, command, oneOf, STORY, TABLE, text, ZONE } from '../command.ts';
import { editorOf } from '../editor.ts';
import { Review } from '../review.ts';
import { screenOf } from '../screen.ts';
import { readSettingsFile } from '../settings-file.ts';
import { checkClaim, storyNamed } from '../story-named.ts';
import { usingTable } from '../table.ts';
import { UsageError } from '../usage-error.ts';

export const review = command({
  name: 'review',
  about: 'go through the possible changes: yes, no, mend, later',
  help: `Goes through the possible changes one after the other, oldest first, each with its claim, before and after, the words and the links. Keys: y yes, n no, e mend (m does the same), Y and N with a note, l later, k back, u undo, q quit. The table is open only while it is read or written: others may decide beside you, and nobody's word is overwritten unseen.`,
  options: {
    story: STORY,
    claim: text('ID', 'of one claim only'),
    kind: oneOf('KIND', `one of ${KINDS.join(', ')}`, KINDS),
    by: BY,
    zone: ZONE,
    table: TABLE,
  },
  async run({ values }, terminal) {
    const { keyboard } = terminal;
    if (!keyboard)
      throw new UsageError(
        'review needs a terminal, found a pipe or a file: use changes --possible, accept and reject',
      );
    const settings = await readSettingsFile();
    const by = editorOf(values.by, settings);
    const ids = await usingTable(values, async (records) => {
      const stories =
        values.story === undefined ? await records.stories() : [await storyNamed(records, values.story)];
      if (values.claim !== undefined) checkClaim(values.claim, stories);
      const ledgers = await Promise.all(stories.map((story) => readLedger(records, story, null)));
      return ledgers
        .flatMap(({ changes }) => changes)
        .filter(
          ({ certainty, claimId, kind }) =>
            certainty === 'possible' &&
            (values.claim === undefined || claimId === values.claim) &&
            (values.kind === undefined || kind === values.kind),
        )
        .toSorted((a, b) => a.firstSeen.localeCompare(b.firstSeen) || a.id.localeCompare(b.id))
        .map(({ id }) => id);
    });
    if (ids.length === 0) {
      terminal.note('Nothing waits for a yes or no.');
      return 0;
    }
    const keys = keyboard.open();
    try {
      const open = <T>(work: Parameters<typeof usingTable<T>>[1]) => usingTable(values, work);
      await new Review(ids, by, {
        terminal,
        keys,
        write: keyboard.write,
        open,
        screen: screenOf(terminal, values, settings),
      }).run();
      return 0;
    } finally {
      keys.close();
    }
  },
});
