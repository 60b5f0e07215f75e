import * as v from 'valibot';

/** What `dispatch` asks of `check-feeds`: one feed to read, one story to judge again or one article's page to look at, and the run that asks. */
export const QUEUE_MESSAGE = v.union([
  v.object({ runId: v.string(), feed: v.object({ id: v.string(), url: v.string() }) }),
  v.object({ runId: v.string(), story: v.string() }),
  v.object({ runId: v.string(), article: v.string() }),
]);
export type QueueMessage = v.InferOutput<typeof QUEUE_MESSAGE>;

/** What `read-items` is told: a story has items that wait. */
export const NUDGE = v.object({ runId: v.string(), story: v.string() });
export type Nudge = v.InferOutput<typeof NUDGE>;
