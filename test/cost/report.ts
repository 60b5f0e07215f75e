import type { Size, Tick } from '../bench/played-deployment.ts';
import { PRICES, PRICES_OF, type Price } from './prices.ts';

/** So many of each priced thing. */
export type Amounts = Record<keyof typeof PRICES, number>;

export interface Month {
  readonly size: Size;
  /** The last check that was counted. */
  readonly tick: Tick;
  /** With the defaults. */
  readonly month: Amounts;
  /** What a hosted reader adds, without the model. */
  readonly hosted: Amounts;
}

/** A part that a setting adds. */
export interface Part {
  readonly name: string;
  readonly amounts: Amounts;
}

const out = (text: string) => process.stdout.write(`${text}\n`);
const figure = (n: number) =>
  n >= 100 ? Math.round(n).toLocaleString('en-GB') : String(Number(n.toPrecision(3)));
const money = ({ dollars, per, free }: Price, amount: number, allowance: boolean) =>
  (Math.max(0, amount - (allowance ? free : 0)) / per) * dollars;
const KEYS = Object.keys(PRICES) as (keyof Amounts)[];
const priceOf = (amounts: Amounts, allowance = false) =>
  KEYS.reduce((sum, key) => sum + money(PRICES[key], amounts[key], allowance), 0);
const row = (name: string, cells: readonly string[]) =>
  out(`${name.padEnd(34)}${cells.map((cell) => cell.padStart(14)).join('')}`);

export function reportMonths(months: readonly Month[], parts: readonly Part[]): void {
  const names = months.map(({ size }) => `${size.stories}, ${size.feeds}`);
  out('\none check, at the feeds’ own pace');
  row('stories, feeds', names);
  const ticks: readonly (readonly [string, (tick: Tick) => number])[] = [
    ['feeds asked', ({ asked }) => asked],
    ['minutes', ({ minutes }) => minutes],
    ['invocations', ({ invocations }) => invocations],
    ['GB-seconds', ({ gbSeconds }) => gbSeconds],
    ['read units', ({ read }) => read],
    ['write units', ({ write }) => write],
    ['requests to the queue', ({ sqs }) => sqs],
    ['log, kB', ({ logKb }) => logKb],
  ];
  for (const [name, of] of ticks)
    row(
      name,
      months.map(({ tick }) => figure(of(tick))),
    );
  out(`\na month with the defaults, at the list prices of ${PRICES_OF}, in US dollars`);
  row('stories, feeds', names);
  for (const key of KEYS)
    if (months.some(({ month }) => month[key] > 0))
      row(
        PRICES[key].what,
        months.map(({ month }) => money(PRICES[key], month[key], false).toFixed(2)),
      );
  row(
    'together',
    months.map(({ month }) => priceOf(month).toFixed(2)),
  );
  row(
    'after what each account has free',
    months.map(({ month }) => priceOf(month, true).toFixed(2)),
  );
  row(
    'a hosted reader adds, but its model',
    months.map(({ hosted }) => priceOf(hosted).toFixed(2)),
  );
  out('\nwhat a setting adds a month, whatever the size');
  for (const { name, amounts } of parts) row(name, [priceOf(amounts).toFixed(2)]);
}
