import { InputError } from '../../model/input-error.ts';
import type { Decision, StoredChange } from '../../model/report.ts';
import type { Records } from '../../monitor/ports.ts';
import { shortId } from '../../view/changes.ts';
import type { Command } from '../command.ts';
import { readOptions } from '../options.ts';
import { openTable } from '../table.ts';
import { UsageError } from '../usage-error.ts';

/** From now on a sure record, whatever its confidence. */
export const accept = decisionCommand(
  'accept',
  'accepted',
  'say yes to a possible change: it is recorded as sure',
);
/** Never shown again, whatever else reports it; `accept` takes it back. */
export const reject = decisionCommand('reject', 'rejected', 'say no to a change: it is not shown again');

function decisionCommand(name: string, decision: Decision, about: string): Command {
  return {
    name,
    about,
    help: `claimwatch ${name} ID [options]

An editor's word on a change: ${about.replace(/^say (?:yes|no) to a (?:possible )?change: /, '')}. It is remembered,
and later reports of the same change don't ask again. ID is what \`changes\` prints, or its beginning.

  --table NAME      a DynamoDB table instead of the embedded one in .claimwatch/`,
    async run(argv, terminal) {
      const { values, positionals } = readOptions(argv, { table: { type: 'string' } } as const);
      const [id, ...rest] = positionals;
      if (id === undefined || rest.length > 0)
        throw new UsageError(`${name} needs one ID, found ${positionals.length}`);
      const { records, close } = await openTable(values);
      try {
        const change = await changeNamed(records, id);
        await records.decide(change.story, change.id, decision);
        terminal.out(
          `${shortId(change.id)} ${change.claimId ?? 'turn'} ${change.aspect} ${change.value}: ${decision}`,
        );
        return 0;
      } finally {
        await close();
      }
    },
  };
}

/** A kept change by its id or the beginning of it, rejected ones too. */
async function changeNamed(records: Records, id: string): Promise<StoredChange> {
  const stories = await records.stories();
  const all = (await Promise.all(stories.map(({ story }) => records.changes(story)))).flat();
  const [first, ...others] = all.filter(
    (change) => change.id.startsWith(id) || shortId(change.id).startsWith(id),
  );
  if (!first)
    throw new InputError(
      `There is no record "${id}": \`claimwatch changes --possible\` lists those that wait, with their ids`,
    );
  if (others.length > 0)
    throw new InputError(
      `"${id}" is the beginning of ${others.length + 1} ids: give more of it, like ${first.id}`,
    );
  return first;
}
