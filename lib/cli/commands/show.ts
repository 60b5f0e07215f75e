import { InputError } from '../../model/input-error.ts';
import type { Records } from '../../monitor/ports.ts';
import { changeDetail } from '../../view/change.ts';
import { recordData, worded } from '../../view/worded.ts';
import type { Command } from '../command.ts';
import { readLedger } from '../ledger.ts';
import { readOptions } from '../options.ts';
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
      const { change, claim, story } = await recordNamed(records, id);
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

async function recordNamed(records: Records, id: string) {
  const ledgers = await Promise.all(
    (await records.stories()).map((story) => readLedger(records, story, null)),
  );
  const all = ledgers.flatMap(({ story, changes }) =>
    changes.map((change) => ({
      change,
      story,
      claim: story.baseline.claims.find((claim) => claim.id === change.claimId) ?? null,
    })),
  );
  const found = all.filter(
    ({ change }) =>
      change.id === id ||
      change.id.startsWith(id) ||
      change.id.slice(change.id.lastIndexOf('.') + 1).startsWith(id),
  );
  const [first, second] = found;
  if (!first)
    throw new InputError(
      `There is no record "${id}" among ${all.length}: \`claimwatch changes\` lists them with their ids`,
    );
  if (second)
    throw new InputError(
      `"${id}" is the beginning of ${found.length} ids: give more of it, like ${first.change.id}`,
    );
  return first;
}
