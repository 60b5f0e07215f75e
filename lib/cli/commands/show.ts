import type { ChangeRecord, Evidence } from '../../model/report.ts';
import type { Records } from '../../monitor/ports.ts';
import { changeDetail } from '../../view/change.ts';
import { recordData, worded } from '../../view/worded.ts';
import type { Command } from '../command.ts';
import { readOptions } from '../options.ts';
import { recordNamed } from '../record-named.ts';
import { openTable } from '../table.ts';
import { UsageError } from '../usage-error.ts';

const HELP = `claimwatch show ID [options]

Shows one change record: before and after word by word, and every report with its words, outlet, time and link.
ID is what \`changes\` prints, or its beginning.

  --all             the reports superseded by another reading as well
  --table NAME      a DynamoDB table instead of the embedded one in .claimwatch/
  --json            the record as JSON`;

export const show: Command = {
  name: 'show',
  about: 'show one change record with its evidence',
  help: HELP,
  async run(argv, terminal) {
    const { values, positionals } = readOptions(argv, {
      table: { type: 'string' },
      all: { type: 'boolean' },
      json: { type: 'boolean' },
    } as const);
    const [id, ...rest] = positionals;
    if (id === undefined || rest.length > 0)
      throw new UsageError(`show needs one ID, found ${positionals.length}`);
    const { records, close } = await openTable(values);
    try {
      const { story, record: change, isSuperseded } = await recordNamed(records, id);
      if (isSuperseded)
        terminal.note(
          'No reader says so any more: another one has judged its items since. This is what was said.',
        );
      const superseded = values.all ? await supersededReports(records, change) : [];
      const claim = story.baseline.claims.find((one) => one.id === change.claimId) ?? null;
      const screen = { width: terminal.width, paint: terminal.colors };
      terminal.out(
        values.json
          ? JSON.stringify({ ...recordData(change, story), ...(values.all && { superseded }) }, null, 2)
          : changeDetail(worded(change, story), claim, screen, superseded),
      );
      return 0;
    } finally {
      await close();
    }
  },
};

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
