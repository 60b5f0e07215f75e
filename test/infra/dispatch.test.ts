import { describe, expect, test } from 'vitest';
import type { Story } from '../../lib/model/story.ts';
import { judgedBy } from '../../lib/monitor/stale.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { BY_RULES } from '../../lib/readers/rules/id.ts';
import {
  at,
  baselineWith,
  invoke,
  measured,
  queued,
  sentBodies,
  stateOf,
  story,
  told,
  UNAVAILABLE,
  UNTIL,
  useDeployed,
} from '../support/deployed.ts';
import { mayDoWhatItDoes } from '../support/permissions.ts';
import { BRIDGE } from '../support/story.ts';

useDeployed();

const sentFeeds = () => sentBodies().filter((body) => 'feed' in body);

/** A story of which all that is kept was judged. */
async function watch(watched: Story): Promise<void> {
  await at.records.saveStory(watched);
  await at.records.noteJudged(watched, judgedBy(watched, BY_RULES));
}

describe('dispatch', () => {
  test('asks for each feed once, by one message', async () => {
    await at.records.saveStory(story(['/a', '/b']));
    expect(await invoke('Dispatch', {})).toEqual({ feeds: 2, due: 2 });
    expect(sentFeeds()).toEqual(
      ['/a', '/b'].map((path) => ({
        runId: 'run-1',
        feed: { id: `${at.feeds.url}${path}`, url: `${at.feeds.url}${path}` },
        stories: { [BRIDGE.story]: story([]).digest },
        askedAt: expect.stringMatching(/^20.*Z$/),
      })),
    );
  });

  test('asks at once for a story that was put, by the row that the table’s stream tells of', async () => {
    const written = (slug: string) => ({
      eventName: 'INSERT',
      dynamodb: { Keys: { pk: { S: 'STORIES' }, sk: { S: slug } } },
    });
    await at.records.saveStory(storyOf({ ...baselineWith(['/a']), story: 'other' }));
    const put = story(['/a', '/b']);
    await at.records.saveStory(put);
    // Its feeds are read before their time.
    await at.records.saveFeedState(stateOf('/a', { nextCheckAt: '2099-01-01T00:00:00.000Z' }), UNTIL);
    expect(await invoke('AskForStories', { Records: [written('island-bridge')] })).toEqual({
      feeds: 2,
      due: 2,
    });
    expect(sentBodies()).toEqual(
      expect.arrayContaining([{ runId: 'run-1', story: 'island-bridge' }, ...sentFeeds()]),
    );
    expect(sentBodies()).toHaveLength(3);
    at.aws.calls.length = 0;
    // That it was judged is written into the same row: then there is nothing to ask.
    await at.records.noteJudged(put, judgedBy(put, BY_RULES));
    expect(await invoke('AskForStories', { Records: [written('island-bridge'), written('gone')] })).toEqual({
      feeds: 0,
      due: 0,
    });
    expect(sentBodies()).toEqual([]);
  });

  test('asks for nothing of a story whose watch has ended, and nobody checks it or tells of time that goes by', async () => {
    const ended = { ...baselineWith(['/a']), until: '2026-03-01' };
    await watch(storyOf(ended));
    expect(await invoke('Dispatch', {})).toEqual({ feeds: 0, due: 0 });
    expect(sentBodies()).toEqual([]);
    expect(await invoke('CheckFeeds', {})).toMatchObject({ feeds: 0 });
    await invoke('Notify', {});
    expect(at.aws.calls.filter(({ action }) => /^(?:sns|events):/.test(action))).toEqual([]);
    await watch(storyOf({ ...ended, until: '2099-12-31' }));
    expect(await invoke('Dispatch', {})).toEqual({ feeds: 1, due: 1 });
  });

  test('feeds of one host are asked for five seconds apart', async () => {
    const urls = ['https://a.example/1', 'https://b.example/1', 'https://a.example/2', 'https://a.example/3'];
    await at.records.saveStory(storyOf({ ...BRIDGE, feeds: urls }));
    await invoke('Dispatch', {});
    const [sent] = at.aws.calls.filter(({ action }) => action === 'sqs:SendMessageBatch');
    const delays = JSON.parse(sent?.body ?? '')
      .Entries.filter(({ MessageBody }: { MessageBody: string }) => 'feed' in JSON.parse(MessageBody))
      .map(({ DelaySeconds }: { DelaySeconds: number }) => DelaySeconds);
    expect(delays).toEqual([0, 0, 5, 10]);
  });

  test('asks for the page of an article once a day', async () => {
    await at.records.saveStory(story(['/a']));
    await invoke('Dispatch', {});
    const { url } = BRIDGE.article;
    expect(sentBodies().filter((body) => 'article' in body)).toEqual([{ runId: 'run-1', article: url }]);
    at.aws.calls.length = 0;
    const looked = { url, checkedAt: new Date().toISOString(), failure: null, page: null };
    await at.records.saveArticleState(looked, UNTIL);
    await invoke('Dispatch', {});
    expect(sentBodies().filter((body) => 'article' in body)).toEqual([]);
  });

  test('leaves out what is not due, unless all are asked for', async () => {
    await watch(story(['/a', '/b']));
    await at.records.saveFeedState(stateOf('/a', { nextCheckAt: 'never' }), UNTIL);
    expect(await invoke('Dispatch', {})).toEqual({ feeds: 2, due: 1 });
    expect(await invoke('Dispatch', { all: true })).toEqual({ feeds: 2, due: 2 });
  });

  test('asks for no more feeds than the settings allow, and says so', async () => {
    await at.records.saveStory(story(Array.from({ length: 12 }, (_, i) => `/${i}`)));
    await invoke('Dispatch', {});
    expect(sentFeeds()).toHaveLength(10);
    const line = told.find(({ level }) => level === 'ERROR');
    expect(line?.['message']).toContain('12 feeds are due, 10 are read now');
    expect(line).toMatchObject({ left: 2, first: { length: 2 } });
    expect(measured('FeedsLate')).toBe(2);
  });

  test('what did not have its turn comes first the next time, also where all are asked for', async () => {
    const paths = Array.from({ length: 12 }, (_, i) => `/${i}`);
    await watch(story(paths));
    for (const path of paths.slice(0, 10))
      await at.records.saveFeedState(stateOf(path, { checkedAt: new Date().toISOString() }), UNTIL);
    for (const event of [{}, { all: true }]) {
      at.aws.calls.length = 0;
      await invoke('Dispatch', event);
      const asked = sentFeeds().map(({ feed }) => feed.url.slice(at.feeds.url.length));
      expect(asked.slice(0, 2).toSorted()).toEqual(['/10', '/11']);
    }
  });

  test('where a feed’s stories are too many to name, the check asks the table for them', async () => {
    const put = { by: 'command', quietSince: null };
    const own = story(['/a']);
    for (let i = 0; i < 120; i++) {
      const slug = `${'s'.repeat(900)}${i}`;
      await at.records.saveStory({ ...own, baseline: { ...own.baseline, story: slug } }, put);
    }
    await invoke('Dispatch', {});
    const [message] = sentFeeds();
    expect(message).not.toHaveProperty('stories');
    await invoke('CheckFeeds', { Records: [queued(message, 'm')] });
    expect(measured('FeedsPolled')).toBe(1);
  });

  test('fails where the queue does, so that it is started again', async () => {
    await at.records.saveStory(story(['/a']));
    at.aws.fault = ({ action }) => (action.startsWith('sqs:') ? UNAVAILABLE : null);
    await expect(invoke('Dispatch', {})).rejects.toThrow();
  });

  test('asks for a story that has changed, and for its feeds before their time', async () => {
    await watch(story(['/a', '/b']));
    for (const path of ['/a', '/b'])
      await at.records.saveFeedState(stateOf(path, { nextCheckAt: '2099-01-01T00:00:00.000Z' }), UNTIL);
    expect(await invoke('Dispatch', {})).toEqual({ feeds: 2, due: 0 });
    await at.records.saveStory(storyOf({ ...baselineWith(['/a']), claims: BRIDGE.claims.slice(1) }));
    expect(await invoke('Dispatch', {})).toEqual({ feeds: 1, due: 1 });
    expect(sentBodies().filter((body) => !('article' in body))).toMatchObject([
      { story: BRIDGE.story },
      { feed: { id: `${at.feeds.url}/a` } },
    ]);
  });
});

mayDoWhatItDoes('AskForStories');
