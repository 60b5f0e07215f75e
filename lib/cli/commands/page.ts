import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exportPages } from '../../page/export.ts';
import { plural } from '../../view/count.ts';
import { webLink } from '../../view/web-link.ts';
import { BY, command, flag, TABLE, text, time, whole, ZONE } from '../command.ts';
import { editorOf } from '../editor.ts';
import { servePages } from '../page-server.ts';
import { screenOf } from '../screen.ts';
import { readSettingsFile } from '../settings-file.ts';
import { usingTable } from '../table.ts';
import { UsageError } from '../usage-error.ts';

export const page = command({
  name: 'page',
  about: 'the stories as pages: to read, to decide, to follow',
  help: `Serves the stories as pages on loopback until Ctrl-C: each claim with its standing, its line of time and the words behind it; the possible changes with yes, no, mend and undo; feeds. Whoever uses this machine reaches them. With --out it writes them as files instead, which open from a disk and from any host; nothing can be decided there, and no decision stands in them.`,
  options: {
    out: text('DIR', 'writes files into this folder instead of serving'),
    since: time('with --out: what was published since is marked as new'),
    url: text('URL', 'with --out: where the files will stand, for feeds beside them'),
    open: flag('opens the browser'),
    port: whole('PORT', 'on this port instead of a free one', 1, 65_535),
    by: BY,
    zone: ZONE,
    table: TABLE,
  },
  choices: [
    { of: ['out', 'open'], isRequired: false },
    { of: ['out', 'port'], isRequired: false },
    { of: ['out', 'by'], isRequired: false },
  ],
  async run({ values }, terminal) {
    const settings = await readSettingsFile();
    const { zone } = screenOf(terminal, values, settings);
    const { out, since, url, port = 0 } = values;
    if (out === undefined) {
      const lone = since ? '--since' : url ? '--url' : null;
      if (lone) throw new UsageError(`${lone} goes with --out DIR`);
      const server = await servePages(values, { editor: editorOf(values.by, settings), zone, port });
      terminal.out(server.url);
      terminal.note('The stories as pages, on this machine alone; Ctrl-C ends it.');
      if (values.open) openBrowser(server.url);
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
      await server.close();
      return 0;
    }
    const files = await usingTable(values, (records) =>
      exportPages(
        records,
        {
          zone,
          now: new Date(),
          since: since ? { time: since, by: 'published' } : null,
          url: url === undefined ? null : folderUrl(url),
        },
        async (file, content) => {
          const path = join(out, file);
          await mkdir(dirname(path), { recursive: true });
          await writeFile(path, content);
        },
      ),
    );
    terminal.out(join(out, 'index.html'));
    terminal.note(`${plural(files, 'file')} written into ${out}; files of an earlier time stay`);
    return 0;
  },
});

function folderUrl(url: string): string {
  const href = webLink(url);
  if (href === null || /[?#]/.test(href))
    throw new UsageError(`--url: found "${url}", expected an http or https address without ? or #`);
  return href.endsWith('/') ? href : `${href}/`;
}

/** By what each system opens addresses with; where there is none the address is printed all the same. */
function openBrowser(url: string): void {
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
  spawn(opener, [url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
