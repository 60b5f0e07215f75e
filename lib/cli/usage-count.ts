import { NO_USAGE, type Usage } from '../model/answer.ts';
import type { Micros } from '../model/spending.ts';
import type { Used } from '../readers/model/budget.ts';
import type { Spent } from '../view/read-by.ts';

/** The requests of a run, and what they took. */
export class UsageCount {
  #requests = 0;
  #total: Usage = NO_USAGE;
  /** Null where a request had no price. */
  #cost: Micros | null = 0;

  add({ usage, cost }: Used): void {
    this.#requests += 1;
    const sum = this.#total;
    this.#total = {
      input: sum.input + usage.input,
      cached: sum.cached + usage.cached,
      written: sum.written + usage.written,
      output: sum.output + usage.output,
    };
    this.#cost = this.#cost === null || cost === null ? null : this.#cost + cost;
  }

  spent(): Spent {
    const { input, cached, output } = this.#total;
    return {
      requests: this.#requests,
      input,
      cached,
      output,
      cost: this.#cost === null ? null : this.#cost / 1e6,
    };
  }
}
