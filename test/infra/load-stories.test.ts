import { describe, expect, test } from 'vitest';
import { at, baselineWith, invoke, kept, message, story, useDeployed } from '../support/deployed.ts';
import { loadLegacyTable } from '../support/legacy-table.ts';
import { loopback } from '../support/loopback.ts';
import { mayDoWhatItDoes } from '../support/permissions.ts';
import { BRIDGE } from '../support/story.ts';

useDeployed();

describe('load-stories', () => {
  const deployed = async (type: string, stories: readonly object[]) => {
    const heard: Record<string, unknown>[] = [];
    const cloudFormation = await loopback(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      heard.push(JSON.parse(Buffer.concat(chunks).toString()));
      response.end();
    });
    await invoke('Load', {
      RequestType: type,
      ResponseURL: `${cloudFormation.url}/answer`,
      StackId: 'stack',
      RequestId: 'request',
      LogicalResourceId: 'Stories',
      ResourceType: 'Custom::Stories',
      ResourceProperties: { ServiceToken: 'arn', Stories: JSON.stringify(stories) },
    });
    await cloudFormation.close();
    return heard;
  };

  test('loads stories, keeps the records of changed ones, and retires those that are gone', async () => {
    expect(
      await deployed('Create', [baselineWith(['/a']), { ...baselineWith(['/b']), story: 'other' }]),
    ).toMatchObject([
      {
        Status: 'SUCCESS',
        RequestId: 'request',
        LogicalResourceId: 'Stories',
        PhysicalResourceId: 'stories',
      },
    ]);
    await invoke('CheckFeeds', { Records: [message('/a')] });
    const before = await kept();
    await deployed('Update', [{ ...baselineWith(['/a']), claims: BRIDGE.claims.slice(1) }]);
    expect((await at.records.stories()).map(({ baseline }) => baseline.story)).toEqual([BRIDGE.story]);
    expect((await at.records.story(BRIDGE.story))?.baseline.claims).toHaveLength(BRIDGE.claims.length - 1);
    expect(await at.records.story('other')).not.toBeNull();
    expect(await kept()).toEqual(before);
    await deployed('Update', [baselineWith(['/a']), { ...baselineWith(['/b']), story: 'other' }]);
    expect(await at.records.stories()).toHaveLength(2);
  });

  test('tells CloudFormation why it could not', async () => {
    const [answer] = await deployed('Create', [{ story: 'No Slug' }]);
    expect(answer).toMatchObject({
      Status: 'FAILED',
      Reason: expect.stringContaining('story 1 of the deployment'),
    });
  });

  test('leaves everything alone when the stack is deleted', async () => {
    await at.records.saveStory(story(['/a']));
    expect(await deployed('Delete', [])).toMatchObject([{ Status: 'SUCCESS' }]);
    expect(await at.records.stories()).toHaveLength(1);
  });

  test('brings up what version 0.1.0 left', async () => {
    await loadLegacyTable(at.client, 'bundled');
    await deployed('Update', [baselineWith(['/a'])]);
    expect((await at.records.story(BRIDGE.story))?.isOlder).toBe(false);
    expect((await kept()).length).toBeGreaterThan(5);
  });
});

mayDoWhatItDoes('Load');
