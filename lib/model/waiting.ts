/** What an item waits for: to be asked about, its provider, the next day's budget, or the answer to a batch. */
export const WAITS_FOR = ['reading', 'provider', 'budget', 'batch'] as const;
export type WaitsFor = (typeof WAITS_FOR)[number];
