import * as v from 'valibot';

/** A feed to read, by whom and when that was asked for. */
const FEED_MESSAGE = v.object({
  runId: v.string(),
  feed: v.object({ id: v.string(), url: v.string() }),
  /** The revisions of the stories that read it, by their slugs; where they are not told, the table is asked. */
  stories: v.optional(v.record(v.string(), v.string())),
  /** ISO 8601. */
  askedAt: v.optional(v.string()),
});

/** What `dispatch` asks of `check-feeds`: one feed to read, one story to judge again or one article's page to look at, and the run that asks. */
export const QUEUE_MESSAGE = v.union([
  FEED_MESSAGE,
  v.object({ runId: v.string(), story: v.string() }),
  v.object({ runId: v.string(), article: v.string() }),
]);
export type QueueMessage = v.InferOutput<typeof QUEUE_MESSAGE>;
export type FeedMessage = v.InferOutput<typeof FEED_MESSAGE>;

/** What `read-items` is told: a story has items that wait. */
export const NUDGE = v.object({ runId: v.string(), story: v.string() });
export type Nudge = v.InferOutput<typeof NUDGE>;
