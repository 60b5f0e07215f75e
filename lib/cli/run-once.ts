import { createGates } from '../compare/gates.ts';
import { createReads } from '../feed/reads.ts';
import { userAgent } from '../feed/user-agent.ts';
import type { Baseline } from '../model/baseline.ts';
import { InputError } from '../model/input-error.ts';
import { KEEP_DAYS } from '../model/item.ts';
import { BY_COMMAND, ownerOtherThan } from '../model/putter.ts';
import { checkArticle } from '../monitor/article.ts';
import { createCheck, type RunSummary } from '../monitor/check.ts';
import { judgeAgain } from '../monitor/judge-again.ts';
import type { KeptStory, Progress, Records } from '../monitor/ports.ts';
import { readWaiting } from '../monitor/read-waiting.ts';
import { NOTHING_RECORDED, together } from '../monitor/recorder.ts';
import { isStale } from '../monitor/stale.ts';
import { storyOf } from '../monitor/story.ts';
import { createDeadline } from '../readers/deadline.ts';
import { baselineDiff } from '../view/baseline-diff.ts';
import type { FeedSources } from './feed-sources.ts';
import type { RunReaders } from './run-readers.ts';
import type { Terminal } from './terminal.ts';

/** @throws InputError where the table keeps another article under the same slug, whose records must not be lost from view, or a deployment's story otherwise */
export async function saveStory(records: Records, baseline: Baseline): Promise<KeptStory> {
  const kept = await records.story(baseline.story);
  const known = kept?.baseline;
  if (known && known.article.url !== baseline.article.url)
    throw new InputError(
      `The table keeps the story "${baseline.story}" of another article, "${known.article.title}" (${known.article.url}), found ${baseline.article.url}: give this baseline a slug of its own; nothing was recorded.`,
    );
  const owner = kept && ownerOtherThan(BY_COMMAND, kept);
  if (kept && owner !== null) {
    if (baselineDiff(kept.baseline, baseline).length === 0) return kept;
    throw new InputError(
      `The ${owner} put the story "${baseline.story}" into the table, and this file differs from it: change it in its baseline/ and deploy; nothing was recorded.`,
    );
  }
  await records.saveStory(storyOf(baseline), { by: BY_COMMAND, quietSince: null });
  const saved = await records.story(baseline.story);
  if (!saved) throw new Error(`The story "${baseline.story}" was saved and is not there`);
  return saved;
}

/** What of time a run is told; without a clock it is the real one. */
export interface Time {
  readonly clock: Date | null;
  readonly replays: boolean;
  /** The feeds are the baselines' own, as they are now: the pages of the articles are looked at as well. */
  readonly isLive: boolean;
}

/** For so long an item is taken on a table that others may read from, in milliseconds; on the embedded one nobody else can. */
const LEASE_MS = 30 * 60_000;

/** One run of stories, what is kept of changed ones first. @param isShared other processes may work on the table */
export async function check(
  records: Records,
  stories: readonly KeptStory[],
  { feeds, loopback }: FeedSources,
  readers: RunReaders,
  { clock, replays, isLive }: Time,
  isShared: boolean,
  terminal: Terminal,
): Promise<RunSummary> {
  const ports = {
    records,
    ...createReads({ userAgent: userAgent(process.env['CONTACT']), loopback }),
    openGates: async () => createGates(),
    deadline: createDeadline(),
    ...readers,
    leaseMs: isShared ? LEASE_MS : 0,
    now: () => clock ?? new Date(),
    replays,
    keepDays: KEEP_DAYS,
    tell: (progress: Progress) => terminal.progress?.(progressLine(progress)),
  };
  if (isLive) await Promise.all(stories.map(({ baseline }) => checkArticle(baseline.article.url, ports)));
  let again = NOTHING_RECORDED;
  for (const story of stories)
    if (isStale(story, readers.judgeOf(story).reader))
      again = together(again, await judgeAgain(story, ports));
  const summary = await createCheck(ports)(stories, feeds);
  let recorded = together(again, summary);
  for (const { baseline } of stories) recorded = together(recorded, await readWaiting(baseline.story, ports));
  return { ...summary, ...recorded };
}

function progressLine(progress: Progress): string {
  return progress.step === 'feed'
    ? `feeds ${progress.done}/${progress.of}  ${progress.feed.id}`
    : `items ${progress.done}/${progress.of}`;
}
