import { expect, test } from 'vitest';
import { watchedStories } from '../../functions/watched-stories.ts';
import type { KeptStory, Stories } from '../../lib/monitor/ports.ts';
import { refOf } from '../../lib/monitor/story-ref.ts';
import { BRIDGE, BRIDGE_STORY, UNJUDGED } from '../support/story.ts';

const kept: KeptStory = { ...BRIDGE_STORY, ...UNJUDGED };
const REFS = [refOf(kept)];
const slugsOf = (stories: readonly KeptStory[]) => stories.map(({ baseline }) => baseline.story);

/** A table that is slow, and fails as often as is told first. */
function table(failures = 0) {
  const asked: string[] = [];
  let failing = failures;
  const storiesNamed: Stories['storiesNamed'] = async (slugs) => {
    asked.push(...slugs);
    await new Promise((later) => setImmediate(later));
    if (failing-- > 0) throw new Error('the table is away');
    return [kept];
  };
  let now = new Date('2026-03-09T12:00:00Z');
  const { of } = watchedStories({ storiesNamed } as Stories, () => now);
  return { asked, of, pass: (seconds: number) => (now = new Date(now.getTime() + 1_000 * seconds)) };
}

test('feeds that ask at the same time have a story read once, and again after a minute', async () => {
  const { asked, of, pass } = table();
  expect((await Promise.all([of(REFS), of(REFS), of(REFS)])).map(slugsOf)).toEqual([
    [BRIDGE.story],
    [BRIDGE.story],
    [BRIDGE.story],
  ]);
  expect(asked).toEqual([BRIDGE.story]);
  pass(61);
  await of(REFS);
  expect(asked).toEqual([BRIDGE.story, BRIDGE.story]);
});

test('one that fails fails alone', async () => {
  const { asked, of } = table(1);
  const [first, second] = await Promise.allSettled([of(REFS), of(REFS)]);
  expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
  expect(asked).toHaveLength(2);
});
