import picocolors from 'picocolors';
import { saveStory } from '../../lib/cli/run-once.ts';
import { readSettingsFile } from '../../lib/cli/settings-file.ts';
import type { SharedTable } from '../../lib/cli/shared-table.ts';
import { type OpenTable, openTable } from '../../lib/cli/table.ts';
import { watchChannel } from '../../lib/cli/watch-channel.ts';
import { openWatched } from '../../lib/cli/watched.ts';
import { Watcher } from '../../lib/cli/watcher.ts';
import type { Item } from '../../lib/model/item.ts';
import { watch } from '../../lib/monitor/watch.ts';
import { loopback } from './loopback.ts';
import { rss } from './rss.ts';
import { BRIDGE } from './story.ts';

/** What a played watch came to. */
export interface PlayedWatch {
  readonly out: string[];
  readonly err: string[];
  /** The times at which each feed was asked, by its path. */
  readonly asked: ReadonlyMap<string, readonly string[]>;
}

export interface Playing {
  readonly items: readonly Item[];
  readonly from: string;
  readonly to: string;
  readonly exec?: string;
  /** When the machine is suspended, and when it wakes. */
  readonly suspended?: readonly [from: string, to: string];
  /** The paths of feeds that are gone from a time on, until another. */
  readonly dead?: Readonly<Record<string, readonly [from: string, to: string]>>;
  readonly reader?: string;
  /** Told at the end of each look. */
  readonly looked?: (now: Date, open: OpenTable) => void | Promise<void>;
}

/** Watches the bridge story by a played clock, in this process and over HTTP: a feed an outlet, whose items come at their times. */
export async function playWatch(playing: Playing): Promise<PlayedWatch> {
  const { items, from, to, exec = null, suspended, dead = {}, reader = 'answers:answers.jsonl' } = playing;
  let clock = Date.parse(from);
  const now = () => new Date(clock);
  const sources = [...new Set(items.map(({ source }) => source))];
  const pathOf = (source: string) => `/${source.replaceAll(' ', '-')}`;
  const asked = new Map<string, string[]>();
  const server = await loopback(({ url = '' }, response) => {
    // Days of them would fill the memory that is measured.
    (server.requests as unknown[]).length = 0;
    asked.set(url, [...(asked.get(url) ?? []), now().toISOString()]);
    const [gone = '', back = ''] = dead[url] ?? [];
    const at = now().toISOString();
    const source = sources.find((each) => pathOf(each) === url);
    if (source === undefined || (gone !== '' && at >= gone && at < back)) response.writeHead(404).end();
    else
      response.end(
        rss(
          source,
          items.filter((each) => each.source === source && each.publishedAt <= at),
        ),
      );
  });
  const open = await openTable({ ephemeral: true });
  const table: SharedTable = { use: (work) => work(open), close: async () => {} };
  const out: string[] = [];
  const err: string[] = [];
  const ended = new AbortController();
  const terminal = {
    out: (text: string) => void out.push(text),
    note: (text: string) => void err.push(text),
    progress: null,
    width: 110,
    colors: picocolors.createColors(false),
    keyboard: null,
  };
  const screen = { width: 110, paint: terminal.colors, zone: 'UTC' };
  const settings = await readSettingsFile();
  try {
    await saveStory(open.records, BRIDGE);
    const named = {
      baseline: [],
      feeds: sources.map((source) => `${server.url}${pathOf(source)}`),
      reader,
    };
    const watcher = new Watcher({
      table,
      name: undefined,
      watched: await openWatched(named, settings, table, terminal),
      settings,
      channel: watchChannel({ exec, sureOnly: false, screen, terminal }),
      screen,
      terminal,
      now,
      isPlayed: true,
    });
    await watch(
      {
        look: () => watcher.look(),
        sleepUntil: async (time) => {
          await playing.looked?.(now(), open);
          clock = time.getTime();
          const [asleep = '', awake = ''] = suspended ?? [];
          const at = now().toISOString();
          if (asleep !== '' && at >= asleep && at < awake) clock = Date.parse(awake);
          if (at >= to) ended.abort();
        },
      },
      ended.signal,
    );
  } finally {
    await open.close();
    await server.close();
  }
  return { out, err, asked };
}
