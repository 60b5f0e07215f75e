import { expect, test } from 'vitest';
import { storyOf } from '../../lib/monitor/story.ts';
import {
  answers,
  at,
  baselineWith,
  invoke,
  message,
  sentBodies,
  serve,
  useDeployed,
} from '../support/deployed.ts';
import { BRIDGE } from '../support/story.ts';

useDeployed();

const STORIES = 200;
const CLAIMS = 17;

test('200 stories of 17 claims are put, asked for by the table’s stream, checked, and each has its records', {
  timeout: 120_000,
}, async () => {
  answers.set('/all', serve('All', [0, 1, 2, 3, 4, 5]));
  const more = Array.from({ length: CLAIMS - BRIDGE.claims.length }, (_, i) => ({
    id: `pier-${i}`,
    text: `The council of Norhaven plans to open pier number ${i + 1} on ${i + 1} April 2026.`,
  }));
  const slugs = Array.from({ length: STORIES }, (_, i) => `story-${i}`);
  // Their claims are read once: that takes most of the time, and is no matter of their number.
  const read = storyOf({ ...baselineWith(['/all']), claims: [...BRIDGE.claims, ...more] });
  for (const slug of slugs) {
    const put = { by: 'command', quietSince: null };
    await at.records.saveStory({ ...read, baseline: { ...read.baseline, story: slug } }, put);
  }
  const written = slugs.map((slug) => ({
    eventName: 'INSERT',
    dynamodb: { Keys: { pk: { S: 'STORIES' }, sk: { S: slug } } },
  }));
  // The stream hands over a hundred rows at a time.
  for (const Records of [written.slice(0, 100), written.slice(100)])
    await invoke('AskForStories', { Records });
  expect(sentBodies().filter((body) => 'story' in body)).toHaveLength(STORIES);
  // Its feed is asked for by each batch.
  expect(sentBodies().filter((body) => 'feed' in body)).toHaveLength(2);
  await invoke('CheckFeeds', { Records: [message('/all')] });
  const counts = await Promise.all(
    slugs.map(
      async (slug) =>
        (await at.records.changes({ baseline: { ...BRIDGE, story: slug }, isOlder: false })).length,
    ),
  );
  expect(new Set(counts).size).toBe(1);
  expect(counts[0]).toBeGreaterThan(2);
  expect(await at.records.everyStory()).toHaveLength(STORIES);
});
