import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { DayBudget, Micros, Spending } from '../model/spending.ts';
import type { Budgets } from '../readers/budgets.ts';
import type { Reservation } from '../readers/model/budget.ts';
import { holds, type TableClient } from './client.ts';
import { EXPIRES_AT, expiryOf, KEYS } from './table.ts';
import { refuseNewer, VERSION, VERSIONS } from './versions.ts';

/** A day's row is kept for so many days. */
const KEPT_DAYS = 400;

/**
 * A day's money, all of it in one row, so that one conditional write holds it within each limit. In micros, by name:
 * `used` (spent and held), `spent`, `limit` and `batch` of all stories together, the same with `:slug` of each; and
 * `held:ID`, what is held for a request on its way.
 */
type BudgetRow = Readonly<Record<string, unknown>>;
const HELD = 'held:';

export function dynamoBudget({ client, table, getAll }: TableClient): Budgets {
  const names = (story: string, id: string) => ({
    '#used': 'used',
    '#storyUsed': `used:${story}`,
    '#held': `${HELD}${id}`,
  });

  return {
    async reserve(story, day, most, limits) {
      const room = [limits.all, limits.story].map((limit) => (limit === null ? UNLIMITED : limit - most));
      if (room.some((each) => each < 0)) return null;
      const id = randomUUID();
      const told = Object.entries({ '#limit': limits.all, '#storyLimit': limits.story }).filter(
        ([, limit]) => limit !== null,
      );
      const write = new UpdateCommand({
        TableName: table,
        Key: KEYS.budget(day),
        UpdateExpression: `SET #version = :version, #until = :until, #held = :most${told.map(([name]) => `, ${name} = :${name.slice(1)}`).join('')} ADD #used :most, #storyUsed :most`,
        ConditionExpression:
          'attribute_not_exists(#held) AND (attribute_not_exists(#used) OR #used <= :room) AND (attribute_not_exists(#storyUsed) OR #storyUsed <= :storyRoom)',
        ExpressionAttributeNames: {
          ...names(story, id),
          '#version': VERSION,
          '#until': EXPIRES_AT,
          ...(limits.all !== null && { '#limit': 'limit' }),
          ...(limits.story !== null && { '#storyLimit': `limit:${story}` }),
        },
        ExpressionAttributeValues: {
          ':most': most,
          ':room': room[0],
          ':storyRoom': room[1],
          ':version': VERSIONS.budget,
          ':until': goneOn(day),
          ...Object.fromEntries(told.map(([name, limit]) => [`:${name.slice(1)}`, limit])),
        },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      });
      try {
        await client.send(write);
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        // A write that was made, and whose answer was lost, is made again: then it is there.
        if (error.Item?.[`${HELD}${id}`] === undefined) return null;
      }
      return { id, story, day, most };
    },

    async settle({ id, story, day, most }: Reservation, spent) {
      const write = new UpdateCommand({
        TableName: table,
        Key: KEYS.budget(day),
        UpdateExpression:
          'REMOVE #held ADD #used :change, #storyUsed :change, #spent :spent, #storySpent :spent',
        ConditionExpression: 'attribute_exists(#held)',
        ExpressionAttributeNames: {
          ...names(story, id),
          '#spent': 'spent',
          '#storySpent': `spent:${story}`,
        },
        ExpressionAttributeValues: { ':change': spent - most, ':spent': spent },
      });
      // Where it is settled already nothing is left to do.
      await holds(client.send(write));
    },

    async noteBatch(story, day, spent) {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: KEYS.budget(day),
          UpdateExpression: 'SET #version = :version, #until = :until ADD #batch :spent, #storyBatch :spent',
          ExpressionAttributeNames: {
            '#batch': 'batch',
            '#storyBatch': `batch:${story}`,
            '#version': VERSION,
            '#until': EXPIRES_AT,
          },
          ExpressionAttributeValues: {
            ':spent': spent,
            ':version': VERSIONS.budget,
            ':until': goneOn(day),
          },
        }),
      );
    },

    async budgetsOf(days) {
      const rows = await getAll<BudgetRow & { readonly pk: string }>(days.map(KEYS.budget));
      return rows.map(toDay).toSorted((a, b) => b.day.localeCompare(a.day));
    },
  };
}

/** When a day's row may go. */
function goneOn(day: string): number {
  return expiryOf(new Date(Date.parse(day) + KEPT_DAYS * 24 * 3_600_000));
}

/** More than any day costs. */
const UNLIMITED: Micros = 1e15;

function toDay(row: BudgetRow & { readonly pk: string }): DayBudget {
  refuseNewer('budget', row as { readonly version?: number });
  const spending = (suffix: string): Spending => {
    const of = (name: string) => (row[`${name}${suffix}`] as number | undefined) ?? 0;
    const limit = (row[`limit${suffix}`] as number | undefined) ?? null;
    return { spent: of('spent'), held: of('used') - of('spent'), batch: of('batch'), limit };
  };
  const slugs = new Set(Object.keys(row).flatMap((name) => /^(?:used|batch):(.*)$/.exec(name)?.[1] ?? []));
  return {
    day: row.pk.slice(KEYS.budget('').pk.length),
    all: spending(''),
    stories: new Map([...slugs].toSorted().map((slug) => [slug, spending(`:${slug}`)])),
  };
}
