import { watch } from '../../monitor/watch.ts';
import { command, flag, TABLE, text, whole, ZONE } from '../command.ts';
import { editorOf } from '../editor.ts';
import { endedBySignal } from '../ended-by-signal.ts';
import { servePages } from '../page-server.ts';
import { readerOption } from '../reader.ts';
import { screenOf } from '../screen.ts';
import { readSettingsFile } from '../settings-file.ts';
import { sharedTable } from '../shared-table.ts';
import { sleepUntil } from '../sleep-until.ts';
import { watchChannel } from '../watch-channel.ts';
import { openWatched } from '../watched.ts';
import { Watcher } from '../watcher.ts';

export const watchCommand = command({
  name: 'watch',
  about: 'keep checking, and print changes as they come',
  help: `Checks the feeds of stories again and again, each at its own pace, until Ctrl-C, and prints each change once: the sure ones and, marked, the possible ones. Without --baseline it watches all stories of the table. What was found before the first watch of a story is not told. With --exec a command of the shell runs for each change, one after the other, with the change as JSON on its stdin, in the form of webhooks; one that fails is tried three times. A machine that was asleep catches up when it wakes. The first Ctrl-C lets the check under way finish, the second ends at once; nothing is lost by either.`,
  options: {
    baseline: { ...text('FILE', 'articles and their claims; else the stories of the table'), many: 'words' },
    feeds: { ...text('SOURCE', 'feeds in place of those of the baselines, as for run'), many: 'words' },
    reader: readerOption,
    exec: text('CMD', 'runs for each change, which it gets as JSON on its stdin'),
    'sure-only': flag('neither prints nor hands on what is only possible'),
    page: flag('serves the stories as pages beside it, as the command page does'),
    port: whole('PORT', 'with --page: on this port instead of a free one', 1, 65_535),
    zone: ZONE,
    table: TABLE,
  },
  async run({ values }, terminal) {
    const settings = await readSettingsFile();
    const screen = screenOf(terminal, values, settings);
    const table = sharedTable(values);
    const { ended, finishing, leave } = endedBySignal(terminal.note);
    const open: { close(): Promise<void> }[] = [];
    try {
      const watched = await openWatched(values, settings, table, terminal);
      open.push(watched);
      if (values.page) {
        const served = { editor: editorOf(undefined, settings), zone: screen.zone, port: values.port ?? 0 };
        const page = await servePages(values, served, table);
        open.push(page);
        terminal.note(`The stories as pages, on this machine alone: ${page.url}`);
      }
      const { exec = null, 'sure-only': sureOnly = false } = values;
      const watcher = new Watcher({
        table,
        name: values.table,
        watched,
        settings,
        channel: watchChannel({ exec, sureOnly, screen, terminal }),
        screen,
        terminal,
        now: () => new Date(),
      });
      await watch({ sleepUntil, look: () => finishing(() => watcher.look()) }, ended);
      if (!ended.aborted) terminal.note('The watch of every story is over: nothing is checked any more.');
      return 0;
    } finally {
      leave();
      for (const each of open.toReversed()) await each.close();
      await table.close();
    }
  },
});
