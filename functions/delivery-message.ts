import * as v from 'valibot';

/** A message on its way to a channel by the queue. */
export const DELIVERY = v.object({
  channel: v.string(),
  /** The same for each try, so that a receiver can tell repeats. */
  id: v.string(),
  body: v.string(),
});
export type Delivery = v.InferOutput<typeof DELIVERY>;
