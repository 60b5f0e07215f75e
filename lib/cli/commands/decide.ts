import type { Verdict } from '../../model/report.ts';
import { shortId } from '../../view/changes.ts';
import { plural } from '../../view/count.ts';
import { worded } from '../../view/worded.ts';
import type { Command } from '../command.ts';
import { readOptions } from '../options.ts';
import { recordNamed } from '../record-named.ts';
import { openTable } from '../table.ts';
import { UsageError } from '../usage-error.ts';

/** From now on a sure record, whatever its confidence. */
export const accept = decisionCommand(
  'accept',
  'accepted',
  'say yes to a possible change: it is recorded as sure',
);
/** Takes its reports away; later ones of the same change make the record again. `accept` takes it back. */
export const reject = decisionCommand('reject', 'rejected', 'say no to a change: its reports count no more');

function decisionCommand(name: string, verdict: Verdict, about: string): Command {
  return {
    name,
    about,
    help: `claimwatch ${name} ID [options]

An editor's word on a change: ${about.replace(/^say (?:yes|no) to a (?:possible )?change: /, '')}. It is remembered.
It names the reports that the change has now. Where later ones say the same, an accepted change grows, and a rejected
one is recorded again, with the rejection beside it. ID is what \`changes\` prints, or its beginning.

  --table NAME      a DynamoDB table instead of the embedded one in .claimwatch/`,
    async run(argv, terminal) {
      const { values, positionals } = readOptions(argv, { table: { type: 'string' } } as const);
      const [id, ...rest] = positionals;
      if (id === undefined || rest.length > 0)
        throw new UsageError(`${name} needs one ID, found ${positionals.length}`);
      const { records, close } = await openTable(values);
      try {
        const { story, record } = await recordNamed(records, id);
        // A row of an older version is brought up before anything is written.
        if (story.isOlder) await records.saveStory(story);
        const items = record.evidence.map(({ itemId }) => itemId);
        for (const change of record.changes)
          await records.decide(story.baseline.story, change, { verdict, items });
        const { kind, after, claimId } = worded(record, story);
        const reports = plural(items.length, 'report');
        terminal.out(`${shortId(record.id)} ${claimId ?? 'turn'} ${kind}, ${after}: ${verdict} (${reports})`);
        return 0;
      } finally {
        await close();
      }
    },
  };
}
