import type { DayBudget, Spending } from '../model/spending.ts';
import { plural } from './count.ts';
import { indented, type Screen, table } from './layout.ts';

/** An amount of millionths of a US dollar, in dollars. */
export function dollarsOf(micros: number): string {
  return amount(micros / 1e6);
}

function amount(dollars: number): string {
  return dollars >= 100 ? dollars.toFixed(0) : dollars >= 1 ? dollars.toFixed(2) : dollars.toFixed(4);
}

/** What was spent on models, by day and story: spent, held for requests on their way, left of the limit, and on batches. */
export function costsTable(days: readonly DayBudget[], screen: Screen): string {
  const titles = ['Day (UTC)', 'Story', 'Spent', 'Held', 'Left', 'Limit', 'Batches'];
  const widths = [10, undefined, 9, 9, 9, 9, 9];
  return table(
    titles.map((title, i) => ({ title, width: widths[i] })),
    days.flatMap(({ day, all, stories }) => [
      [day, screen.paint.bold('all stories'), ...amounts(all)],
      ...[...stories].map(([slug, spending]) => ['', slug, ...amounts(spending)]),
    ]),
    screen,
  );
}

function amounts({ spent, held, batch, limit }: Spending): string[] {
  return [
    dollarsOf(spent),
    held > 0 ? dollarsOf(held) : '',
    limit === null ? 'no limit' : dollarsOf(Math.max(0, limit - spent - held)),
    limit === null ? '' : dollarsOf(limit),
    batch > 0 ? dollarsOf(batch) : '',
  ];
}

/** The same for machines, in US dollars. */
export function costsData(days: readonly DayBudget[]): object {
  const data = ({ spent, held, batch, limit }: Spending) => ({
    spent: spent / 1e6,
    held: held / 1e6,
    left: limit === null ? null : Math.max(0, limit - spent - held) / 1e6,
    limit: limit === null ? null : limit / 1e6,
    batches: batch / 1e6,
  });
  return {
    days: days.map(({ day, all, stories }) => ({
      day,
      all: data(all),
      stories: Object.fromEntries([...stories].map(([slug, spending]) => [slug, data(spending)])),
    })),
  };
}

/** What a change of a story would ask again. */
export interface Forecast {
  readonly story: string;
  readonly reader: string;
  /** Claims of the baseline that the kept story has not, and the other way round. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Kept items, and those of them that are asked about. */
  readonly kept: number;
  readonly items: number;
  readonly requests: number;
  /** In US dollars: as is likely, and the most; null where no price is known. */
  readonly likely: number | null;
  readonly most: number | null;
}

/** @param batchShare what a batch costs of it */
export function forecastView(forecast: Forecast, batchShare: number, screen: Screen): string {
  const { story, reader, added, removed, kept, items, requests, likely, most } = forecast;
  const claims = [
    added.length > 0 ? `new or changed: ${added.join(', ')}` : '',
    removed.length > 0 ? `gone: ${removed.join(', ')}` : '',
  ].filter(Boolean);
  const price =
    likely === null || most === null
      ? `no price is known for ${reader}: set models.MODEL.price`
      : `about ${amount(likely)} US dollars, ${amount(most)} at the most; about ${amount(likely * batchShare)} as a batch (claimwatch ask)`;
  return [
    `${screen.paint.bold(story)}, read by ${reader}`,
    `Claims: ${claims.join('; ') || 'as they are'}`,
    items === 0
      ? `None of its ${plural(kept, 'kept item')} is asked about again: nothing to pay`
      : `${items} of its ${plural(kept, 'kept item')} would be asked about in ${plural(requests, 'request')}: ${price}`,
    'Items that its feeds still carry and that only the new claims let through are not counted.',
  ]
    .map((line) => indented(line, screen, ''))
    .join('\n');
}
