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

  --table NAME      a DynamoDB table instead of the embedded one in .claimwatch/
  --json            the record as JSON`;

export const show: Command = {
  name: 'show',
  about: 'show one change record with its evidence',
  help: HELP,
  async run(argv, terminal) {
    const { values, positionals } = readOptions(argv, {
      table: { type: 'string' },
      json: { type: 'boolean' },
    } as const);
    const [id, ...rest] = positionals;
    if (id === undefined || rest.length > 0)
      throw new UsageError(`show needs one ID, found ${positionals.length}`);
    const { records, close } = await openTable(values);
    try {
      const { story, record: change } = await recordNamed(records, id);
      const claim = story.baseline.claims.find((one) => one.id === change.claimId) ?? null;
      terminal.out(
        values.json
          ? JSON.stringify(recordData(change, story), null, 2)
          : changeDetail(worded(change, story), claim, { width: terminal.width, paint: terminal.colors }),
      );
      return 0;
    } finally {
      await close();
    }
  },
};
