/** Money is counted in whole millionths of a US dollar, rounded up: a price for a million tokens is one for a token. */
export type Micros = number;

/** What was spent on models. */
export interface Spending {
  readonly spent: Micros;
  /** For requests on their way, and for those of which nothing was heard. */
  readonly held: Micros;
  /** On batches, which no limit holds. */
  readonly batch: Micros;
  /** The limit of the last request; null where there was none. */
  readonly limit: Micros | null;
}

/** What was spent in a day (UTC), by all stories together and by each. */
export interface DayBudget {
  readonly day: string;
  readonly all: Spending;
  readonly stories: ReadonlyMap<string, Spending>;
}
