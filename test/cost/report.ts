import { PRICES, PRICES_OF, type Price } from './prices.ts';

/** So many of each priced thing. */
export type Amounts = Record<keyof typeof PRICES, number>;

/** What was counted of two checks and the first one, and what a month comes to. */
export interface Counted {
  readonly feeds: number;
  readonly busyShare: number;
  readonly first: Amounts;
  readonly busy: Amounts;
  readonly idle: Amounts;
  readonly month: Amounts;
  /** By request, of the busy check and of the idle one. */
  readonly requests: ReadonlyMap<string, readonly number[]>;
}

const out = (text: string) => process.stdout.write(`${text}\n`);
const figure = (n: number) =>
  n >= 100 ? Math.round(n).toLocaleString('en-GB') : String(Number(n.toPrecision(3)));
const money = ({ dollars, per, free }: Price, amount: number, allowance: boolean) =>
  (Math.max(0, amount - (allowance ? free : 0)) / per) * dollars;

export function report({ feeds, busyShare, first, busy, idle, month, requests }: Counted): void {
  out(`${feeds} feeds, one check: requests on the wire`);
  out(`${'request'.padEnd(28)}${'busy'.padStart(10)}${'idle'.padStart(10)}`);
  for (const [action, [some = 0, none = 0]] of [...requests].toSorted())
    out(`${action.padEnd(28)}${figure(some).padStart(10)}${figure(none).padStart(10)}`);
  out(
    `${'read units'.padEnd(28)}${figure(busy.dynamoRead).padStart(10)}${figure(idle.dynamoRead).padStart(10)}`,
  );
  out(
    `${'write units'.padEnd(28)}${figure(busy.dynamoWrite).padStart(10)}${figure(idle.dynamoWrite).padStart(10)}`,
  );
  out(
    `\nThe first check, with everything new, takes ${figure(first.dynamoWrite)} write and ${figure(first.dynamoRead)} read units, once.`,
  );
  out(
    `\nA month of checks every 15 minutes, ${100 * busyShare} % of them busy, at the list prices of ${PRICES_OF}, in US dollars:`,
  );
  out(`${''.padEnd(28)}${'amount'.padStart(14)}${'list'.padStart(10)}${'to pay'.padStart(10)}`);
  let list = 0;
  let toPay = 0;
  for (const [key, price] of Object.entries(PRICES)) {
    const amount = month[key as keyof Amounts];
    const [whole, part] = [money(price, amount, false), money(price, amount, true)];
    list += whole;
    toPay += part;
    out(
      `${price.what.padEnd(28)}${figure(amount).padStart(14)}${whole.toFixed(2).padStart(10)}${part.toFixed(2).padStart(10)}`,
    );
  }
  out(`${'together'.padEnd(42)}${list.toFixed(2).padStart(10)}${toPay.toFixed(2).padStart(10)}`);
  out('\n"To pay" takes off what every account has free each month, where nothing else uses it up.');
}
