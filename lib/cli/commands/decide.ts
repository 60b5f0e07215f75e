import { InputError } from '../../model/input-error.ts';
import type { Decision, StoredChange } from '../../model/report.ts';
import type { KeptStory, Records } from '../../monitor/ports.ts';
import { shortId } from '../../view/changes.ts';
import { valueData } from '../../view/values.ts';
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
/** Takes its reports away; later ones of the same change make the record again. `accept` takes it back. */
export const reject = decisionCommand('reject', 'rejected', 'say no to a change: its reports count no more');

function decisionCommand(name: string, verdict: Decision['verdict'], about: string): Command {
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
        const { change, story } = await changeNamed(records, id);
        // A row of an older version is brought up before anything is written.
        if (story.isOlder) await records.saveStory(story);
        const items = change.evidence.map(({ itemId }) => itemId);
        await records.decide(change.story, change.id, { verdict, items });
        const value = change.evidence[0]?.value;
        terminal.out(
          `${shortId(change.id)} ${change.claimId ?? 'turn'} ${change.aspect} ${value ? valueData(value) : ''}: ${verdict}`,
        );
        return 0;
      } finally {
        await close();
      }
    },
  };
}

/** A kept change by its id or the beginning of it, rejected ones too. */
async function changeNamed(
  records: Records,
  id: string,
): Promise<{ readonly change: StoredChange; readonly story: KeptStory }> {
  const stories = await records.stories();
  const all = await Promise.all(
    stories.map(async (story) =>
      (await records.changes(story)).map((change): { change: StoredChange; story: KeptStory } => ({
        change,
        story,
      })),
    ),
  );
  const [first, ...others] = all
    .flat()
    .filter(({ change }) => change.id.startsWith(id) || shortId(change.id).startsWith(id));
  if (!first)
    throw new InputError(
      `There is no record "${id}": \`claimwatch changes --possible\` lists those that wait, with their ids`,
    );
  if (others.length > 0)
    throw new InputError(
      `"${id}" is the beginning of ${others.length + 1} ids: give more of it, like ${first.change.id}`,
    );
  return first;
}
