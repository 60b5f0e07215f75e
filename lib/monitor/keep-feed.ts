import type { FeedOutcome } from '../model/feed.ts';
import type { AskedFeed } from './ask.ts';
import { newState, nextState, stateKeptUntil } from './feed-state.ts';
import type { Overrun } from './judge-new.ts';
import type { Feeds } from './ports.ts';
import { digestOfRefs } from './story-ref.ts';
import type { ReadDocument } from './work.ts';

/** A feed that was asked. */
export interface Asked extends AskedFeed {
  readonly outcome: FeedOutcome;
}

/** What asking a feed came to is noted. */
export async function keepFeed(
  { feed, stories, state, outcome }: Asked,
  {
    document,
    isRenewed,
    overruns,
  }: { document: ReadDocument | undefined; isRenewed: boolean; overruns: readonly Overrun[] },
  now: Date,
  { records }: { readonly records: Feeds },
): Promise<void> {
  const until = stateKeptUntil(now);
  // What its feed's time did not reach is judged by the next check; an item that takes too long itself is not.
  const left = new Set(overruns.flatMap(({ itemId, of }) => (of === 'feed' ? [itemId] : [])));
  const refs = document?.refs ?? stories;
  if (document) {
    const judged = Object.fromEntries(refs.map(({ slug, revision }) => [slug, revision]));
    const memory = {
      items: document.recalled.items.map((item) =>
        left.has(item.id) ? { ...item, isUnjudged: true as const } : item,
      ),
      judged,
    };
    if (isRenewed || JSON.stringify(memory) !== JSON.stringify(document.memory))
      await records.saveFeedMemory(feed.id, memory, until);
  }
  const judgedFor = digestOfRefs(refs);
  const { nextAt = null, isTurnedOver = false } = document?.recalled ?? {};
  const held = { judgedFor, waits: nextAt !== null || left.size > 0, isRenewed, isTurnedOver };
  const told = withOverruns(outcome, overruns);
  const next = nextState(state ?? newState(feed, judgedFor, now), feed, told, held, now);
  await records.saveFeedState(next, stateKeptUntil(now, next));
}

/** An answer with what of its items was left, for the feed's editor. */
function withOverruns(outcome: FeedOutcome, overruns: readonly Overrun[]): FeedOutcome {
  if (outcome.outcome !== 'read' || overruns.length === 0) return outcome;
  const count = (wanted: Overrun['of']) => overruns.filter(({ of }) => of === wanted).length;
  const [slow, unreached] = [count('item'), count('feed')];
  return {
    ...outcome,
    faults: [
      ...(slow > 0 ? [`items that take too long to judge are left out (${slow})`] : []),
      ...(unreached > 0
        ? [`its items take too long to judge: the next check goes on (${unreached} left)`]
        : []),
      ...outcome.faults,
    ],
  };
}
