import type { Baseline } from '../model/baseline.ts';
import type { FeedRef } from '../model/feed.ts';
import { toldBy } from '../monitor/announce.ts';
import type { RunSummary } from '../monitor/check.ts';
import { readLedger } from '../monitor/ledger.ts';
import type { Notices } from '../monitor/notices.ts';
import type { KeptStory } from '../monitor/ports.ts';
import { type News, untold } from '../monitor/untold.ts';
import { check } from './run-once.ts';
import { openRunReaders } from './run-readers.ts';
import type { Settings } from './settings-file.ts';
import type { OpenTable } from './table.ts';
import type { Terminal } from './terminal.ts';

/** What stays the same from check to check of a watch. */
export interface Round {
  readonly stories: readonly KeptStory[];
  readonly readers: ReadonlyMap<string, string>;
  readonly settings: Settings;
  readonly loopback: readonly string[];
  readonly isShared: boolean;
  readonly isLive: boolean;
  readonly clock: () => Date | null;
}

/** One check of some feeds, with what waits of these stories. */
export function checkOnce(
  { records }: OpenTable,
  feeds: readonly FeedRef[],
  round: Round,
  terminal: Terminal,
): Promise<RunSummary> {
  const baselines: Baseline[] = round.stories.map(({ baseline }) => baseline);
  const { settings, loopback } = round;
  return openRunReaders(baselines, round.readers, {
    settings,
    answers: records,
    budget: records,
    note: terminal.note,
    used: () => {},
  }).then((readers) =>
    check(
      records,
      round.stories,
      { feeds, loopback, close: async () => {} },
      readers,
      { clock: round.clock(), replays: false, isLive: round.isLive },
      round.isShared,
      terminal,
    ),
  );
}

/** News of one story. */
export interface StoryNews {
  readonly story: KeptStory;
  readonly news: readonly News[];
}

/** What a watch has still to tell of some stories. */
export async function newsOf(
  { records, notices }: OpenTable,
  stories: readonly KeptStory[],
  channel: string,
): Promise<StoryNews[]> {
  const all: StoryNews[] = [];
  for (const story of stories) {
    const { changes } = await readLedger(records, story, null);
    const told = toldBy(channel, await notices.delivered(story.baseline.story));
    all.push({ story, news: untold(changes, told) });
  }
  return all;
}

/** Notes that news was told: it is not told again, by whatever process. */
export async function noteTold(
  notices: Notices,
  { story, news }: StoryNews,
  channel: string,
  now: Date,
): Promise<void> {
  for (const { id } of news) {
    const notice = { story: story.baseline.story, id, channel };
    const taken = await notices.take(notice, now.toISOString(), now.toISOString());
    if (taken === 'mine') await notices.settle(notice, 'delivered', now.toISOString());
  }
}
