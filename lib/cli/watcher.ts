import { hasEnded } from '../model/baseline.ts';
import type { FeedRef } from '../model/feed.ts';
import type { RunSummary } from '../monitor/check.ts';
import type { News } from '../monitor/untold.ts';
import type { Screen } from '../view/layout.ts';
import { checkLine, newsView } from '../view/watch.ts';
import { recordData } from '../view/worded.ts';
import { execute } from './exec.ts';
import type { SharedTable } from './shared-table.ts';
import type { Terminal } from './terminal.ts';
import { checkOnce, newsOf, noteTold, type Round, type StoryNews } from './watch-round.ts';

interface WatcherOptions {
  readonly table: SharedTable;
  readonly round: Round;
  /** A command of the shell that gets each change; null for none. */
  readonly exec: string | null;
  readonly sureOnly: boolean;
  readonly screen: Screen;
  readonly terminal: Terminal;
  readonly now: () => Date;
}

/** Where it is noted what a watch on this machine told. */
const CHANNEL = 'watch';
/** A command that fails is tried so often for one change. */
const TRIES = 3;

/** Checks, prints what changed and hands it on, each change once: again only where it was ended in between. */
export class Watcher {
  readonly #options: WatcherOptions;
  readonly #failed = new Map<string, number>();
  readonly #ill = new Set<string>();
  #hasBegun = false;
  #last: { readonly summary: RunSummary; readonly at: Date; readonly told: number } | null = null;

  constructor(options: WatcherOptions) {
    this.#options = options;
  }

  /** What was found before a story's first watch is not told. */
  async begin(): Promise<void> {
    const { table, round, now } = this.#options;
    await table.use(async (open) => {
      for (const each of await newsOf(open, round.stories, CHANNEL)) {
        const begun = await open.notices.delivered(each.story.baseline.story);
        if (begun.has(`${CHANNEL} ${BEGUN}`)) continue;
        await noteTold(open.notices, each, CHANNEL, now());
        await noteTold(open.notices, { ...each, news: [{ id: BEGUN } as News] }, CHANNEL, now());
      }
    });
  }

  /** One check of some feeds; then what is new is told. */
  async check(feeds: readonly FeedRef[]): Promise<void> {
    const { table, round, terminal, now } = this.#options;
    const at = now();
    const current = { ...round, stories: round.stories.filter(({ baseline }) => !hasEnded(baseline, at)) };
    const { summary, news } = await table.use(async (open) => ({
      summary: await checkOnce(open, feeds, current, terminal),
      news: await newsOf(open, current.stories, CHANNEL),
    }));
    this.#noteFailures(feeds, summary);
    let told = 0;
    for (const each of news) told += await this.#tell(each);
    this.#last = { summary, at, told };
  }

  /** A check in a line, with when the next one is; a look at which no feed was due is told of at the beginning alone. */
  waits(next: Date): void {
    const { screen, terminal } = this.#options;
    if (!this.#last || (this.#last.summary.feeds === 0 && this.#hasBegun)) return;
    this.#hasBegun = true;
    const { summary, at, told } = this.#last;
    terminal.note(checkLine(summary, { at, next, told }, screen.zone));
  }

  /** A feed that fails is told of once, and once more when it is well again. */
  #noteFailures(feeds: readonly FeedRef[], { failed }: RunSummary): void {
    const { note } = this.#options.terminal;
    const failing = new Map(failed.map(({ feed, why }) => [feed, why]));
    for (const { id } of feeds) {
      const why = failing.get(id);
      if (why !== undefined && !this.#ill.has(id)) note(`${id}: ${why}`);
      if (why === undefined && this.#ill.delete(id)) note(`${id}: it can be read again`);
      if (why !== undefined) this.#ill.add(id);
    }
  }

  /** @returns how many changes were told */
  async #tell({ story, news }: StoryNews): Promise<number> {
    const { table, sureOnly, exec, screen, terminal, now } = this.#options;
    const wanted = news.filter(({ record }) => !sureOnly || record.certainty === 'sure');
    let told = 0;
    for (const each of wanted) {
      const key = `${story.baseline.story} ${each.id}`;
      // What was printed and could not be handed on is only handed on.
      if (!this.#failed.has(key)) {
        terminal.out(newsView(each.record, story, screen));
        told += 1;
      }
      const isDone =
        exec === null || (await this.#handOn(exec, JSON.stringify(recordData(each.record, story)), key));
      if (isDone)
        await table.use(({ notices }) => noteTold(notices, { story, news: [each] }, CHANNEL, now()));
    }
    return told;
  }

  /** @returns whether it needs no further try */
  async #handOn(command: string, json: string, key: string): Promise<boolean> {
    const { note } = this.#options.terminal;
    const { code, signal, output } = await execute(command, `${json}\n`);
    if (output) note(output);
    if (code === 0) return true;
    const tries = (this.#failed.get(key) ?? 0) + 1;
    this.#failed.set(key, tries);
    const found = code === null ? `it was ended by ${signal ?? 'the system'}` : `exit code ${code}`;
    const next = tries < TRIES ? 'it is tried again after the next check' : `given up after ${TRIES} tries`;
    note(`--exec failed: ${found}, expected 0; ${next}`);
    return tries >= TRIES;
  }
}

/** That a story's watch has begun. */
const BEGUN = 'begun';
