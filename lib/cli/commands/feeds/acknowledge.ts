import { InputError } from '../../../model/input-error.ts';
import { NOTE_LENGTH } from '../../../model/limits.ts';
import { failureKeptUntil } from '../../../monitor/feed-state.ts';
import type { Records } from '../../../monitor/ports.ts';
import { masked } from '../../../text/masked.ts';
import { BY, command, flag, short, TABLE } from '../../command.ts';
import { editorOf } from '../../editor.ts';
import { readSettingsFile } from '../../settings-file.ts';
import { usingTable } from '../../table.ts';

/** Quiet for a feed that is known to fail. */
export const acknowledgeFeeds = command({
  name: 'feeds acknowledge',
  about: 'say that a feed’s failure is known: nothing tells of it any more',
  help: 'Says that the failure of a feed is known: it counts for no alarm, and no mail tells of it, until the feed is well again; a later failure is news. It is asked all the same. URL is what `feeds list` prints; an address that has a secret, whole.',
  args: { name: 'URL', least: 1, most: Number.POSITIVE_INFINITY },
  options: {
    by: BY,
    note: short('TEXT', 'why, for those who look later', NOTE_LENGTH),
    undo: flag('take it back: the failure is told of again'),
    table: TABLE,
  },
  async run({ values, args }, terminal) {
    const by = editorOf(values.by, await readSettingsFile());
    await usingTable(values, async (records) => {
      for (const url of args) {
        const since = await failingSince(records, url);
        const now = new Date();
        const acknowledged = values.undo ? null : { by, at: now.toISOString(), note: values.note ?? null };
        await records.saveFailureNote({ id: url, since, toldAt: null, acknowledged }, failureKeptUntil(now));
        terminal.note(
          values.undo
            ? `${masked(url)}: its failure is told of again`
            : `${masked(url)}: its failure since ${since} is known, and told of no more until the feed is well again`,
        );
        terminal.out(url);
      }
    });
    return 0;
  },
});

/** @throws InputError where a feed is not known, or is well */
async function failingSince(records: Records, url: string): Promise<string> {
  const state = await records.feedState(url);
  if (!state)
    throw new InputError(
      `No feed at ${url} was read yet: expected a failing one, its address whole as feeds list --json prints it; nothing was acknowledged of it`,
    );
  if (!state.failure)
    throw new InputError(
      `${masked(url)} is well, expected a feed that fails: there is nothing to acknowledge; nothing was written`,
    );
  return state.failure.since;
}
