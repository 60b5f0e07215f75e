import { NO_USAGE, type Usage } from '../model/answer.ts';
import type { Price } from '../readers/model/models.ts';
import type { Spent } from '../view/read-by.ts';

/** The requests of a run, and what they took. */
export class UsageCount {
  #requests = 0;
  #total: Usage = NO_USAGE;

  add({ input, cached, output }: Usage): void {
    this.#requests += 1;
    const sum = this.#total;
    this.#total = { input: sum.input + input, cached: sum.cached + cached, output: sum.output + output };
  }

  /** @param price null where none is known */
  spent(price: Price | null): Spent {
    const { input, cached, output } = this.#total;
    const cost =
      price && ((input - cached) * price.input + cached * price.cached + output * price.output) / 1e6;
    return { requests: this.#requests, input, cached, output, cost };
  }
}
