import type { FeedRef } from '../model/feed.ts';
import { announce, type Channel } from '../monitor/announce.ts';
import type { RunSummary } from '../monitor/check.ts';
import { dueFeeds } from '../monitor/due.ts';
import type { KeptStory } from '../monitor/ports.ts';
import { nextLook } from '../monitor/watch.ts';
import { masked, withMaskedAddresses } from '../text/masked.ts';
import type { Screen } from '../view/layout.ts';
import { checkLine } from '../view/watch.ts';
import { check } from './run-once.ts';
import { openRunReaders } from './run-readers.ts';
import type { Settings } from './settings-file.ts';
import type { SharedTable } from './shared-table.ts';
import { type OpenTable, tableTrouble } from './table.ts';
import type { Terminal } from './terminal.ts';
import { BEGUN, WATCH } from './watch-channel.ts';
import type { Looked, Watched } from './watched.ts';

interface WatcherOptions {
  readonly table: SharedTable;
  /** The table's name; undefined for the embedded one. */
  readonly name: string | undefined;
  readonly watched: Watched;
  readonly settings: Settings;
  /** Where changes are told. */
  readonly channel: Channel;
  readonly screen: Screen;
  readonly terminal: Terminal;
  readonly now: () => Date;
  /** The clock is a played one. */
  readonly isPlayed?: boolean;
}

/** Where a look fails the next one is so far off, in milliseconds. */
const RETRY_MS = 60_000;

/** Checks what is due and has it told. */
export class Watcher {
  readonly #options: WatcherOptions;
  readonly #ill = new Set<string>();
  #hasLooked = false;

  constructor(options: WatcherOptions) {
    this.#options = options;
  }

  /** One look at all that is watched. @returns when to look again; null where nothing is left to watch. Never rejects */
  async look(): Promise<Date | null> {
    const { terminal, name, now } = this.#options;
    try {
      return await this.#look();
    } catch (error) {
      const why = tableTrouble(error, name) ?? (error instanceof Error ? error.message : String(error));
      terminal.note(`This look failed: ${why}. The next one is in a minute.`);
      return new Date(now().getTime() + RETRY_MS);
    }
  }

  async #look(): Promise<Date | null> {
    const { table, watched, now } = this.#options;
    const at = now();
    const checked = await table.use(async (open) => {
      const looked = await watched.at(open.records, at);
      if (looked === null) return null;
      for (const story of looked.stories) await this.#begin(open, story);
      const ids = looked.feeds.map(({ id }) => id);
      const due = new Set(dueFeeds(ids, await open.records.feedStates(ids), at));
      const feeds = looked.feeds.filter(({ id }) => due.has(id));
      const summary = await this.#check(open, looked, feeds);
      return { looked, feeds, summary, next: nextLook(ids, await open.records.feedStates(ids), now()) };
    });
    if (checked === null) return null;
    const { looked, feeds, summary, next } = checked;
    this.#noteFailures(feeds, summary);
    const told = await this.#tell(looked.stories);
    // A look at which no feed was due is told of at the beginning alone.
    if (feeds.length > 0 || !this.#hasLooked)
      this.#options.terminal.note(checkLine(summary, { at, next, told }, this.#options.screen.zone));
    this.#hasLooked = true;
    return next;
  }

  /** What was found before the first watch of a story is not told. */
  async #begin({ records, notices }: OpenTable, story: KeptStory): Promise<void> {
    const { terminal, now } = this.#options;
    const slug = story.baseline.story;
    const notice = { story: slug, id: BEGUN, channel: WATCH };
    const at = now().toISOString();
    if ((await notices.take(notice, at, at)) !== 'mine') return;
    await notices.settle(notice, 'delivered', at);
    const before = (await records.changes(story)).length;
    if (before > 0)
      terminal.note(
        `${slug}: what was found before this first watch is not told again; changes and changes --possible list it`,
      );
  }

  async #check({ records }: OpenTable, looked: Looked, feeds: readonly FeedRef[]): Promise<RunSummary> {
    const { watched, settings, name, terminal, now, isPlayed } = this.#options;
    const readers = await openRunReaders(
      looked.stories.map(({ baseline }) => baseline),
      looked.readers,
      { settings, answers: records, budget: records, note: terminal.note, used: () => {} },
    );
    return check(
      records,
      looked.stories,
      { feeds, loopback: watched.loopback, close: async () => {} },
      readers,
      { clock: isPlayed ? now() : null, replays: false, isLive: watched.isLive },
      name !== undefined,
      terminal,
    );
  }

  /** A feed that fails is told of once, and once more when it is well again. */
  #noteFailures(feeds: readonly FeedRef[], { failed, left }: RunSummary): void {
    const { note } = this.#options.terminal;
    const failing = new Map(failed.map(({ feed, why }) => [feed, why]));
    const unasked = new Set(left.map(({ feed }) => feed));
    for (const { id } of feeds) {
      if (unasked.has(id)) continue;
      const why = failing.get(id);
      if (why !== undefined && !this.#ill.has(id)) note(withMaskedAddresses(`${id}: ${why}`));
      if (why === undefined && this.#ill.delete(id)) note(`${masked(id)}: it can be read again`);
      if (why !== undefined) this.#ill.add(id);
    }
  }

  /** The table is let go while somebody is told. @returns how many changes were told */
  async #tell(stories: readonly KeptStory[]): Promise<number> {
    const { table, channel, now } = this.#options;
    const ports = {
      records: { changes: (story: KeptStory) => table.use(({ records }) => records.changes(story)) },
      notices: {
        delivered: (story: string) => table.use(({ notices }) => notices.delivered(story)),
        take: (...taken: Parameters<OpenTable['notices']['take']>) =>
          table.use(({ notices }) => notices.take(...taken)),
        settle: (...settled: Parameters<OpenTable['notices']['settle']>) =>
          table.use(({ notices }) => notices.settle(...settled)),
      },
      now,
    };
    let told = 0;
    for (const story of stories)
      told += await announce(story, [channel], ports).catch((error: unknown) => {
        // What could not be handed on was said so, and is handed on after the next look.
        if (error instanceof AggregateError) return 0;
        throw error;
      });
    return told;
  }
}
