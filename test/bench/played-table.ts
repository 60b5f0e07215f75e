import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { judgedBy } from '../../lib/monitor/stale.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { BY_RULES } from '../../lib/readers/rules/id.ts';
import { dynamoRecords } from '../../lib/store/dynamo-records.ts';
import { type FakeAws, fakeAws } from '../support/aws.ts';
import type { Team } from './team.ts';

export const TABLE = 'bench';

/** The wire of AWS with a table that has a team's stories, judged as they are; its units are counted. */
export async function playTable(team: Team): Promise<{ readonly aws: FakeAws; close(): Promise<void> }> {
  const aws = await fakeAws(TABLE, { countUnits: true });
  const client = new DynamoDBClient({
    endpoint: aws.endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const records = dynamoRecords(client, TABLE);
  for (const baseline of team.stories) {
    const story = storyOf(baseline);
    await records.saveStory(story);
    await records.noteJudged(story, judgedBy(story, BY_RULES));
  }
  client.destroy();
  return {
    aws,
    async close() {
      await team.server.close();
      await aws.close();
    },
  };
}
