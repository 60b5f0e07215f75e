import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/model/reader-settings.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { at, baselineWith, invoke, kept, message, story, useDeployed } from '../support/deployed.ts';
import { loadLegacyTable } from '../support/legacy-table.ts';
import { loopback } from '../support/loopback.ts';
import { mayDoWhatItDoes } from '../support/permissions.ts';
import { BRIDGE } from '../support/story.ts';

useDeployed();

describe('load-stories', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimwatch-'));
  const deployed = async (
    type: string,
    stories: readonly object[],
    stack = 'Claimwatch',
    channels: readonly object[] = [{ name: 'mail' }],
  ) => {
    process.env['STORIES_FILE'] = join(folder, 'stories.json');
    writeFileSync(process.env['STORIES_FILE'], JSON.stringify(stories));
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
      ResourceProperties: {
        ServiceToken: 'arn',
        Stack: stack,
        Deployment: JSON.stringify({ settings: {}, readers: ['bedrock:m'], channels }),
      },
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

  test('leaves alone what others put, and refuses a slug that one of them has', async () => {
    const put = { by: 'command', quietSince: null };
    await at.records.saveStory(storyOf({ ...baselineWith(['/b']), story: 'put' }), put);
    await deployed('Create', [baselineWith(['/a'])]);
    await deployed('Update', []);
    expect((await at.records.stories()).map(({ baseline }) => baseline.story)).toEqual(['put']);
    const [refused] = await deployed('Update', [
      baselineWith(['/a']),
      { ...baselineWith(['/b']), story: 'put' },
    ]);
    expect(refused).toMatchObject({
      Status: 'FAILED',
      Reason: expect.stringMatching(/^put \(put by command\): found in the table already, expected stories/),
    });
    // Nothing of it was loaded.
    expect(await at.records.stories()).toHaveLength(1);
    const [other] = await deployed('Create', [{ ...baselineWith(['/b']), story: 'put' }], 'Second');
    expect(other).toMatchObject({ Status: 'FAILED' });
    await at.records.retireStory('put');
    expect(await deployed('Update', [{ ...baselineWith(['/b']), story: 'put' }])).toMatchObject([
      { Status: 'SUCCESS' },
    ]);
    expect(await at.records.story('put')).toMatchObject({ putBy: 'deployment Claimwatch', isRetired: false });
  });

  test('notes what the deployment reads by and tells by, for stories that are put later, until it is deleted', async () => {
    await deployed('Create', []);
    const [first] = await at.records.deployments();
    expect(first).toEqual({
      stack: 'Claimwatch',
      readers: ['bedrock:m'],
      channels: [{ name: 'mail', since: null }],
      settings: DEFAULT_SETTINGS,
    });
    await deployed('Update', [], 'Claimwatch', [{ name: 'mail' }, { name: 'desk', kinds: ['denied'] }]);
    const [second] = await at.records.deployments();
    expect(second?.channels).toEqual([
      { name: 'mail', since: null },
      { name: 'desk', kinds: ['denied'], since: expect.stringMatching(/^20\d\d-/) },
    ]);
    await deployed('Update', [], 'Claimwatch', [{ name: 'desk' }]);
    const [third] = await at.records.deployments();
    expect(third?.channels[0]?.since).toBe(second?.channels[1]?.since);
    await deployed('Delete', []);
    expect(await at.records.deployments()).toEqual([]);
  });

  test('brings up what version 0.1.0 left', async () => {
    await loadLegacyTable(at.client, 'bundled');
    await deployed('Update', [baselineWith(['/a'])]);
    expect((await at.records.story(BRIDGE.story))?.isOlder).toBe(false);
    expect((await kept()).length).toBeGreaterThan(5);
  });
});

mayDoWhatItDoes('Load');
