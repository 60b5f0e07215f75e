import { channel } from 'node:diagnostics_channel';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as v from 'valibot';
import { readFeed } from '../lib/feed/read-feed.ts';
import { check, type RunSummary } from '../lib/monitor/check.ts';
import { dynamoRecords } from '../lib/store/dynamo-records.ts';
import { required } from './environment.ts';

/** What the function may be invoked with; a schedule's own event leaves all of it out. */
const CHECK_EVENT = v.object({
  /** Slugs of the stories to check; by default all that the table holds. */
  stories: v.optional(v.array(v.string())),
  /** The feeds to read; by default those that the stories name. */
  feeds: v.optional(v.array(v.object({ id: v.string(), url: v.string() }))),
  /** The time at which the check is made, ISO 8601; by default now. */
  asOf: v.optional(v.pipe(v.string(), v.isoTimestamp())),
});

/** Where a run's progress is told, to whoever listens in this process. */
export const PROGRESS = channel('claimwatch:progress');

/** One run of the monitor: the feeds of the stories in the table `TABLE_NAME`, held against their claims. */
export async function handler(event: unknown = {}): Promise<RunSummary> {
  const { stories: slugs, feeds, asOf } = v.parse(CHECK_EVENT, event);
  const client = new DynamoDBClient({});
  try {
    const records = dynamoRecords(client, required('TABLE_NAME'));
    const stories = (await records.stories()).filter(({ story }) => slugs?.includes(story) ?? true);
    const named = [...new Set(stories.flatMap((story) => story.feeds))].map((url) => ({ id: url, url }));
    return await check(stories, feeds ?? named, {
      readFeed,
      records,
      now: () => (asOf ? new Date(asOf) : new Date()),
      tell: (progress) => PROGRESS.publish(progress),
    });
  } finally {
    client.destroy();
  }
}
