import type { ChangeRecord, Evidence } from '../../model/report.ts';
import type { Records } from '../../monitor/ports.ts';
import { changeDetail } from '../../view/change.ts';
import { recordData, worded } from '../../view/worded.ts';
import { command, flag, JSON_OUT, TABLE, ZONE } from '../command.ts';
import { recordNamed } from '../record-named.ts';
import { screenOf } from '../screen.ts';
import { readSettingsFile } from '../settings-file.ts';
import { usingTable } from '../table.ts';

export const show = command({
  name: 'show',
  about: 'show one change record with its evidence',
  help: 'Shows one change record: before and after word by word, every report with its words, outlet, time and link, and every decision on it. ID is what `changes` prints, or its beginning.',
  args: { name: 'ID', least: 1, most: 1 },
  options: {
    all: flag('the reports superseded by another reading as well'),
    zone: ZONE,
    table: TABLE,
    json: JSON_OUT,
  },
  run: ({ values, args: [id = ''] }, terminal) =>
    usingTable(values, async (records) => {
      const { story, record: change, isSuperseded } = await recordNamed(records, id);
      if (isSuperseded)
        terminal.note(
          'No reader says so any more: another one has judged its items since. This is what was said.',
        );
      const superseded = values.all ? await supersededReports(records, change) : [];
      terminal.out(
        values.json
          ? JSON.stringify({ ...recordData(change, story), ...(values.all && { superseded }) }, null, 2)
          : changeDetail(
              worded(change, story),
              screenOf(terminal, values, await readSettingsFile()),
              superseded,
            ),
      );
      return 0;
    }),
});

/** The reports of a record's changes that were superseded, without those that another switch of readers brought back. */
async function supersededReports(
  records: Records,
  { story, changes, evidence }: ChangeRecord,
): Promise<Evidence[]> {
  const heard = new Set(evidence.map(({ itemId, reader }) => `${itemId} ${reader}`));
  return (await records.superseded(story))
    .filter(({ change }) => changes.includes(change.id))
    .map((report) => report.evidence)
    .filter(({ itemId, reader }) => !heard.has(`${itemId} ${reader}`));
}
