import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test, vi } from 'vitest';
import { CANARY } from '../../lib/model/canary.ts';
import { tableClient } from '../../lib/store/client.ts';
import {
  asked,
  at,
  invoke,
  measured,
  queued,
  sentBodies,
  story,
  UNTIL,
  useDeployed,
} from '../support/deployed.ts';
import { deploymentOf } from '../support/deployment.ts';
import { mayDoWhatItDoes } from '../support/permissions.ts';
import { BRIDGE, item } from '../support/story.ts';

/** The deployed canary, with the chain that it tries driven by hand. */

useDeployed({ canary: true }, async () => {
  // Its feed is an object, read by its presigned address on the wire itself.
  return { BUCKET: 'feeds' };
});

const written = { eventName: 'INSERT', dynamodb: { Keys: { pk: { S: 'STORIES' }, sk: { S: CANARY } } } };
const changed = {
  eventName: 'INSERT',
  dynamodb: { Keys: { pk: { S: `CHANGE#${CANARY}` }, sk: { S: 'x' } }, SequenceNumber: '1' },
};
const rowsOf = async (pk: string) => {
  const { client, table } = tableClient(at.client, 'bundled');
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
    }),
  );
  return Items;
};

/** What the schedule starts; it is there once its story is. @param waitSeconds so long it waits for its record */
async function begun(waitSeconds: number) {
  process.env['WAIT_SECONDS'] = String(waitSeconds);
  process.env['LOCAL_FEEDS'] = `${at.feeds.url} ${at.aws.endpoint}`;
  const singing = invoke('Sing', {});
  await vi.waitFor(async () => expect(await at.records.story(CANARY)).not.toBeNull(), 20_000);
  return { singing, feed: (await at.records.story(CANARY))?.baseline.feeds[0] ?? '' };
}

describe('the canary', () => {
  test('goes from a feed to a record, tells how long that takes, leaves nothing, and nobody is told of it', async () => {
    await at.records.saveStory(story([]));
    const { singing, feed } = await begun(60);
    expect(feed).toMatch(/\/feeds\/canary\.xml\?.*X-Amz-Signature=/);
    // It is in no list while it is there, and the schedule asks for nothing of it.
    expect((await at.records.stories()).map(({ baseline }) => baseline.story)).toEqual([BRIDGE.story]);
    expect(await invoke('Dispatch', {})).toEqual({ feeds: 0, due: 0 });
    at.aws.calls.length = 0;
    // What the table's stream, the queue and the stream again do.
    await invoke('AskForStories', { Records: [written] });
    const messages = sentBodies().filter((body) => 'feed' in body || 'story' in body);
    expect(messages).toMatchObject([{ story: CANARY }, { feed: { url: feed } }]);
    await invoke('CheckFeeds', { Records: messages.map((body, i) => queued(body, `m${i}`)) });
    await invoke('Notify', { Records: [changed] });
    await invoke('Notify', { story: CANARY });
    const { seconds } = await singing;
    expect(seconds).toBeGreaterThanOrEqual(0);
    expect(seconds).toBeLessThan(60);
    expect(measured('CanarySeconds')).toBe(seconds);
    expect(at.aws.calls.filter(({ action }) => /^(?:sns|events|ses):/.test(action))).toEqual([]);
    expect(await at.records.story(CANARY)).toBeNull();
    for (const pk of [`CHANGE#${CANARY}`, `ITEM#${CANARY}`, `NOTICE#${CANARY}`, `FEED#${feed}`])
      expect(await rowsOf(pk)).toEqual([]);
  }, 90_000);

  test('where a function of the chain does nothing there is no metric, and nothing is left either', async () => {
    await at.records.keepItem(CANARY, item({}), UNTIL, null);
    asked.clear();
    const { singing, feed } = await begun(3);
    // Whoever has its address reads the feed in its name.
    expect(await (await fetch(feed)).text()).toContain('Larkhaven harbour drill damaged 9 boats');
    expect(await singing).toEqual({ seconds: null });
    expect(measured('CanarySeconds')).toBe(0);
    expect(await at.records.story(CANARY)).toBeNull();
    expect(await rowsOf(`ITEM#${CANARY}`)).toEqual([]);
  }, 30_000);

  test('has an alarm that takes silence for the worst', () => {
    deploymentOf({ canary: true }).template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'CanarySeconds',
      TreatMissingData: 'breaching',
      EvaluationPeriods: 2,
      Period: 3_600,
      Threshold: 180,
    });
    const { template } = deploymentOf();
    template.resourceCountIs('AWS::S3::Bucket', 0);
    expect(JSON.stringify(template.toJSON())).not.toContain('CanarySeconds');
  });
});

mayDoWhatItDoes('Sing');
