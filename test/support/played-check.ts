import { createGates } from '../../lib/compare/gates.ts';
import { noDeadline } from '../../lib/model/deadline.ts';
import type { FeedOutcome, Validators } from '../../lib/model/feed.ts';
import type { Item } from '../../lib/model/item.ts';
import type { Story } from '../../lib/model/story.ts';
import { createCheck } from '../../lib/monitor/check.ts';
import { rulesReader } from '../../lib/readers/rules/reader.ts';
import { outcomeOf, unchangedBy } from './feed.ts';
import { memoryRecords } from './memory-records.ts';
import { judging } from './model.ts';
import { BRIDGE_STORY, told } from './story.ts';

export const FEED = { id: 'f', url: 'http://f.example/' };
export const V1: Validators = { etag: '"1"', lastModified: null, digest: null };

/** A check that notes what is asked, judged and written, with `outcomes` as the answers of feed after feed. */
export function bench(outcomes: readonly FeedOutcome[], now = '2026-03-09T00:00:00Z', deadline = noDeadline) {
  const kept = memoryRecords();
  const asked: Validators[] = [];
  const judged: string[] = [];
  const clock = { now };
  const gates = createGates();
  const run = (stories: readonly Story[] = [BRIDGE_STORY], feeds = [FEED], replays = false) =>
    createCheck({
      records: kept.records,
      readFeed: async (_feed, validators) => {
        asked.push(validators);
        return outcomes[asked.length - 1] ?? unchangedBy(validators);
      },
      openGates: async () => (of, each) => {
        for (const { baseline } of of) judged.push(`${each.guid} ${baseline.story}`);
        return gates(of, each);
      },
      deadline,
      ...judging(rulesReader()),
      now: () => new Date(clock.now),
      keepDays: 60,
      replays,
    })(stories, feeds);
  return { ...kept, run, asked, judged, clock };
}

export const read = (items: readonly Item[], validators = V1) => outcomeOf(items.map(told), { validators });
