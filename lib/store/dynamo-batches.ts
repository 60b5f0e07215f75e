import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import type { Batches, BatchRequest } from '../readers/batches.ts';
import { holds, type TableClient } from './client.ts';
import { KEYS } from './table.ts';
import { refuseNewer } from './versions.ts';

interface BatchRow {
  readonly version: number;
  readonly request: BatchRequest;
}

/** The requests of batches, a row each. */
export function dynamoBatches({ client, table, put, getAll }: TableClient): Batches {
  return {
    keepRequest: (request, until) => put('batch', KEYS.batch(request.id), { request }, until),

    async requestsOf(ids) {
      const rows = await getAll<BatchRow>([...new Set(ids)].map(KEYS.batch));
      return new Map(
        rows.map((row) => {
          refuseNewer('batch', row);
          return [row.request.id, row.request] as const;
        }),
      );
    },

    endRequest: (id) =>
      holds(
        client.send(
          new DeleteCommand({
            TableName: table,
            Key: KEYS.batch(id),
            ConditionExpression: 'attribute_exists(pk)',
          }),
        ),
      ),
  };
}
