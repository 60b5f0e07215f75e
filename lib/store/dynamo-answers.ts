import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { AnswerOfText, Answers, KeptAnswer } from '../readers/answers.ts';
import { holds, partition, type TableClient } from './client.ts';
import { EXPIRES_AT, expiryOf, KEYS } from './table.ts';
import { refuseNewer, VERSION, VERSIONS } from './versions.ts';

interface AnswerRow extends KeptAnswer {
  readonly version: number;
  readonly sk: string;
}

/** What models answered, a row for each text: in the partition of its reader and its article. */
export function dynamoAnswers({ client, table, get, getAll, queryAll }: TableClient): Answers {
  const toKept = (row: AnswerRow): AnswerOfText => {
    refuseNewer('answer', row);
    return { answer: row.answer, guid: row.guid, text: row.sk };
  };
  return {
    async keptAnswers(reader, story, texts) {
      const rows = await getAll<AnswerRow>(texts.map((text) => KEYS.answer(reader, story, text)));
      return new Map(rows.map((row) => [row.sk, toKept(row)]));
    },

    async keepAnswer(reader, story, { text, answer, guid }, until) {
      const key = KEYS.answer(reader, story, text);
      const row = { ...key, answer, guid, [VERSION]: VERSIONS.answer, [EXPIRES_AT]: expiryOf(until) };
      const write = new PutCommand({
        TableName: table,
        Item: row,
        ConditionExpression: 'attribute_not_exists(pk)',
      });
      if (await holds(client.send(write))) return { answer, guid };
      const first = await get<AnswerRow>(key, { consistent: true });
      return first ? toKept(first) : { answer, guid };
    },

    async answersOf(reader, story) {
      return (await queryAll<AnswerRow>(partition(KEYS.answer(reader, story, '').pk))).map(toKept);
    },
  };
}
