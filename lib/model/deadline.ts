/** What came of the work on one item: its result, or whose time it overran. */
export type Timed<T> =
  | { readonly outcome: 'done'; readonly result: T }
  | { readonly outcome: 'overrun'; readonly of: 'item' | 'feed' };

/** Works on the items of a feed, in order; what takes too long is broken off. @param work synchronous, and harmless when it is begun again */
export type Deadline = <I, T>(items: readonly I[], work: (item: I) => T) => Timed<T>[];

/** For work that others time. */
export const noDeadline: Deadline = (items, work) =>
  items.map((item) => ({ outcome: 'done', result: work(item) }));
