import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { FailureNote, OperationState } from '../model/operation.ts';
import type { Operation } from '../monitor/ports.ts';
import type { TableClient } from './client.ts';
import { KEYS } from './table.ts';
import { refuseNewer, VERSION, VERSIONS } from './versions.ts';

interface StateRow {
  readonly version: number;
  readonly state: OperationState;
}

interface NoteRow {
  readonly version: number;
  readonly note: FailureNote;
}

/** How a deployment goes: a row for its conditions, one for each failing feed that people were told of. */
export function dynamoOperation({ client, table, get, getAll, put }: TableClient): Operation {
  return {
    async operationState(stack) {
      const row = await get<StateRow>(KEYS.operation(stack));
      refuseNewer('operation', row);
      return row?.state ?? null;
    },

    async saveOperationState(stack, state) {
      const item = { ...KEYS.operation(stack), [VERSION]: VERSIONS.operation, state };
      await client.send(new PutCommand({ TableName: table, Item: item }));
    },

    async failureNotes(ids) {
      const rows = await getAll<NoteRow>([...new Set(ids)].map(KEYS.failure));
      for (const row of rows) refuseNewer('failure', row);
      return new Map(rows.map(({ note }) => [note.id, note]));
    },

    saveFailureNote: (note, until) => put('failure', KEYS.failure(note.id), { note }, until),
  };
}
