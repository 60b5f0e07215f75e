/** Where it is kept what was announced, so that each announcement is delivered once by each channel. */
export interface Notices {
  /** The announcements of a story that were delivered, each as `channel id`, with the time; null where an older version noted none. */
  delivered(story: string): Promise<ReadonlyMap<string, string | null>>;
  /**
   * Takes a delivery for itself until `until` (ISO 8601), unless it is made or another one has it.
   * @returns whose it is: `mine`, `delivered` already, or in the hands of `another`
   */
  take(notice: Notice, now: string, until: string): Promise<'mine' | 'delivered' | 'another'>;
  /** Notes that it is delivered, or that it failed and may be taken again. @param at ISO 8601 */
  settle(notice: Notice, outcome: 'delivered' | 'failed', at: string): Promise<void>;
}

/** One announcement on its way by one channel. */
export interface Notice {
  readonly story: string;
  readonly id: string;
  readonly channel: string;
}
