import { InputError } from '../../model/input-error.ts';
import { KINDS } from '../../model/report.ts';
import type { KeptStory, Records } from '../../monitor/ports.ts';
import { changesCsv, changesMarkdown, changesTable, FORMATS, type Format } from '../../view/changes.ts';
import type { Screen } from '../../view/layout.ts';
import { recordData, type WordedRecord, worded } from '../../view/worded.ts';
import type { Command } from '../command.ts';
import { readLedger, storyNamed } from '../ledger.ts';
import { readChoice, readOptions, readTime } from '../options.ts';
import { openTable } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const HELP = `claimwatch changes [options]

Lists the change records, oldest first: those that are sure or that an editor accepted.

  --possible        those that wait for a yes or no instead: claimwatch accept ID, claimwatch reject ID
  --story SLUG      of one story only
  --claim ID        of one claim only
  --kind KIND       one of ${KINDS.join(', ')}
  --since TIME      first published since (2025-12-02 or 2025-12-02T09:00:00Z)
  --as-of TIME      as things were known then
  --format FORMAT   one of ${FORMATS.join(', ')} (--json: the same as --format json)
  --table NAME      a DynamoDB table instead of the embedded one in .claimwatch/`;

const OPTIONS = {
  possible: { type: 'boolean' },
  story: { type: 'string' },
  claim: { type: 'string' },
  kind: { type: 'string' },
  since: { type: 'string' },
  'as-of': { type: 'string' },
  format: { type: 'string' },
  json: { type: 'boolean' },
  table: { type: 'string' },
} as const;

export const changes: Command = {
  name: 'changes',
  about: 'list the change records',
  help: HELP,
  async run(argv, terminal) {
    const { values, positionals } = readOptions(argv, OPTIONS);
    if (positionals.length > 0)
      throw new UsageError(
        `changes: found "${positionals[0]}" where no argument is expected; --story SLUG names a story`,
      );
    const kind = values.kind === undefined ? null : readChoice('--kind', values.kind, KINDS);
    const since = values.since === undefined ? null : readTime('--since', values.since);
    const asOf = values['as-of'] === undefined ? null : readTime('--as-of', values['as-of']);
    const format = values.json ? 'json' : readChoice('--format', values.format ?? 'table', FORMATS);
    const { records, close } = await openTable(values);
    try {
      const stories = await storiesToRead(records, values.story, since);
      if (values.claim !== undefined) checkClaim(values.claim, stories);
      const ledgers = await Promise.all(stories.map((story) => readLedger(records, story, asOf)));
      // Tables and Markdown are for people, the others for machines.
      const inWords = format === 'json' || format === 'csv' ? recordData : worded;
      const fitting = ledgers
        .flatMap(({ story, changes: own }) => own.map((record) => inWords(record, story)))
        .filter(
          (change) =>
            (values.claim === undefined || change.claimId === values.claim) &&
            (kind === null || change.kind === kind) &&
            (since === null || change.firstSeen >= since.toISOString()),
        );
      const wanted = values.possible ? 'possible' : 'sure';
      const found = fitting.filter(({ certainty }) => certainty === wanted);
      const waiting = fitting.length - found.length;
      if (stories.length === 0 && since === null)
        terminal.note('The table holds no story yet: run claimwatch run --baseline FILE first.');
      else print(found, format, terminal);
      if (!values.possible && waiting > 0) terminal.note(`${waiting} more possible: changes --possible`);
      return 0;
    } finally {
      await close();
    }
  },
};

/** @throws InputError where no story has the claim */
function checkClaim(claim: string, stories: readonly KeptStory[]): void {
  if (stories.length === 0 || stories.some(({ baseline }) => baseline.claims.some(({ id }) => id === claim)))
    return;
  throw new InputError(
    `No story has a claim "${claim}": \`claimwatch story SLUG\` lists the claims of ${stories.map(({ baseline }) => baseline.story).join(', ')}`,
  );
}

/** The stories that can hold what was asked for. */
async function storiesToRead(
  records: Records,
  slug: string | undefined,
  since: Date | null,
): Promise<KeptStory[]> {
  if (slug !== undefined) return [await storyNamed(records, slug)];
  const stories = await records.stories();
  if (since === null) return stories;
  // What was published since was recorded since: only stories with newer records need reading.
  const recent = new Set(await records.storiesChangedSince(since.toISOString()));
  return stories.filter(({ baseline }) => recent.has(baseline.story));
}

function print(found: readonly WordedRecord[], format: Format, terminal: Terminal): void {
  if (format === 'table' && found.length === 0) terminal.note('No matching changes.');
  else terminal.out(WRITERS[format](found, { width: terminal.width, paint: terminal.colors }));
}

const WRITERS: Record<Format, (found: readonly WordedRecord[], screen: Screen) => string> = {
  table: changesTable,
  json: (found) => JSON.stringify({ changes: found }, null, 2),
  csv: changesCsv,
  markdown: changesMarkdown,
};
