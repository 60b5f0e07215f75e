import * as v from 'valibot';

/** What `dispatch` asks of `check-feeds`: one feed to read, and the run that asks. */
export const QUEUE_MESSAGE = v.object({
  runId: v.string(),
  feed: v.object({ id: v.string(), url: v.string() }),
});
export type QueueMessage = v.InferOutput<typeof QUEUE_MESSAGE>;
