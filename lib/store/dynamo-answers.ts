import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { AnswerKey, AnswerOfText, Answers, KeptAnswer } from '../readers/answers.ts';
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
    const [text = '', source = ''] = row.sk.split('#');
    return { answer: row.answer, guid: row.guid, text, source };
  };
  return {
    async keptAnswers(reader, story, keys) {
      const own = (key: AnswerKey) => KEYS.answer(reader, story, key);
      const imported = (key: AnswerKey) => KEYS.answer(reader, story, { ...key, source: '' });
      const wanted = new Map([...keys.map(own), ...keys.map(imported)].map((key) => [key.sk, key]));
      const rows = await getAll<AnswerRow>([...wanted.values()]);
      const kept = new Map(rows.map((row) => [row.sk, toKept(row)]));
      return keys.map((key) => kept.get(own(key).sk) ?? kept.get(imported(key).sk) ?? null);
    },

    async keepAnswer(reader, story, { text, source, answer, guid }, until) {
      const key = KEYS.answer(reader, story, { text, source });
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
      const { pk } = KEYS.answer(reader, story, { text: '', source: '' });
      return (await queryAll<AnswerRow>(partition(pk))).map(toKept);
    },
  };
}
