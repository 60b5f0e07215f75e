/** How often what a reader finds is right, as measured on streams that it was not made from, as shares of 1. */
export interface Measured {
  /** Of the findings that it calls sure. */
  readonly sure: number;
  /** Of the others. */
  readonly possible: number;
}

/** A finding of a model that nobody has measured: possible, whatever the model says. */
export const UNMEASURED: Measured = { sure: 0.5, possible: 0.4 };

/**
 * A frontier model's recorded answers to the prompt of prompt.ts, held out and on real coverage: 96 of 100 sure pairs were
 * right (65 to 89 of 100 that there were), 70 of 100 others.
 */
export const RECORDED: Measured = { sure: 0.96, possible: 0.7 };

/** What was measured in a word, to see where it has changed. */
export function worthOf({ sure, possible }: Measured): string {
  return `${sure}/${possible}`;
}
