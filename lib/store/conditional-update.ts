import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { ifHolds, type TableClient } from './client.ts';

/** What is to become of a row: attributes with their values, and those that are taken off. */
interface Change {
  readonly set?: Readonly<Record<string, unknown>>;
  readonly remove?: readonly string[];
}

/** Changes a row as long as a condition holds. @returns the row as it is then; null where the condition did not hold */
export type ConditionalUpdate<T> = (
  key: Readonly<Record<string, string>>,
  change: Change,
  condition: string,
  used: {
    readonly names?: Readonly<Record<string, string>>;
    readonly values: Readonly<Record<string, unknown>>;
  },
) => Promise<T | null>;

/** The same on a table. */
export async function conditionalUpdate<T>(
  { client, table }: TableClient,
  ...[key, { set = {}, remove = [] }, condition, { names = {}, values }]: Parameters<ConditionalUpdate<T>>
): Promise<T | null> {
  const sets = Object.entries(set);
  const attributes = [...Object.keys(set), ...remove];
  const expression = [
    sets.length > 0 ? `SET ${sets.map((_, i) => `#a${i} = :a${i}`).join(', ')}` : '',
    remove.length > 0 ? `REMOVE ${remove.map((_, i) => `#a${sets.length + i}`).join(', ')}` : '',
  ];
  const write = new UpdateCommand({
    TableName: table,
    Key: key,
    UpdateExpression: expression.filter(Boolean).join(' '),
    ConditionExpression: condition,
    ExpressionAttributeNames: {
      ...Object.fromEntries(attributes.map((name, i) => [`#a${i}`, name])),
      ...names,
    },
    ExpressionAttributeValues: {
      ...Object.fromEntries(sets.map(([, value], i) => [`:a${i}`, value])),
      ...values,
    },
    ReturnValues: 'ALL_NEW',
  });
  const answer = await ifHolds(client.send(write));
  return answer ? (answer.Attributes as T) : null;
}
