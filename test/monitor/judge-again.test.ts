import { describe, expect, test } from 'vitest';
import { judgeAgain } from '../../lib/monitor/judge-again.ts';
import type { Records } from '../../lib/monitor/ports.ts';
import { judgedBy } from '../../lib/monitor/stale.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { BY_RULES } from '../../lib/readers/rules/id.ts';
import { rulesReader } from '../../lib/readers/rules/reader.ts';
import { Crash, crashing, ENTRIES, open, ports, runOn, useTable } from '../support/runs.ts';
import { BRIDGE, BRIDGE_STORY, item } from '../support/story.ts';

useTable();
/** By the rules, which know any claim. */
const byRules = (records: Records) => ({ ...ports(records), reader: rulesReader() });

async function keptStory(records: Records) {
  const story = await records.story(BRIDGE.story);
  if (!story) throw new Error('the story is kept');
  return story;
}

describe('an edited story', () => {
  const changed = storyOf({
    ...BRIDGE,
    claims: [...BRIDGE.claims, { id: 'toll-again', text: 'The storm on Norhaven killed 7 people.' }],
  });

  test('is judged by what is kept, when no feed has the items any more', async () => {
    const records = await open();
    await runOn(records, ENTRIES);
    await records.saveStory(changed);
    const [stale] = await records.stories();
    if (!stale) throw new Error('the story is kept');
    expect(await judgeAgain(stale, byRules(records))).toMatchObject({ changes: expect.any(Number) });
    const claims = (await records.changes(stale)).map(({ claimId }) => claimId);
    expect(claims).toContain('toll-again');
    expect((await records.story(BRIDGE.story))?.judged).toBe(judgedBy(changed, BY_RULES));
  });

  test.each([
    ['the later', 'v2'],
    ['the earlier', 'v1'],
  ])('keeps what one version of an item says, also where it is judged before %s', async (_what, late) => {
    const records = await open();
    await records.saveStory(BRIDGE_STORY);
    const earlier = {
      ...item({ title: 'Norhaven storm: death toll rises to 9', feeds: ['https://a.example/'] }),
      version: 'v1',
    };
    const later = {
      ...earlier,
      title: 'Norhaven storm: what we know',
      feeds: ['https://b.example/'],
      version: 'v2',
    };
    for (const each of [earlier, later])
      await records.keepItem(BRIDGE.story, each, new Date('2026-06-01'), false);
    const reader = rulesReader();
    const slow: typeof reader.read = async (asked, signal) => {
      if (asked.some(({ item: { version } }) => version === late))
        await new Promise((done) => setTimeout(done, 100));
      return reader.read(asked, signal);
    };
    const aspects = async () => (await records.changes(await keptStory(records))).map(({ aspect }) => aspect);
    await judgeAgain(await keptStory(records), { ...ports(records), reader });
    expect(await aspects()).toContain('figure:dead');
    await judgeAgain(await keptStory(records), {
      ...ports(records),
      reader: { ...reader, worth: 'another', read: slow },
    });
    expect(await aspects()).toContain('figure:dead');
  });

  test('stays to be judged where the run breaks off', async () => {
    const records = await open();
    await runOn(records, ENTRIES);
    await records.saveStory(changed);
    const [stale] = await records.stories();
    if (!stale) throw new Error('the story is kept');
    await expect(judgeAgain(stale, byRules(crashing(records, 3, 'after')))).rejects.toThrow(Crash);
    expect((await records.story(BRIDGE.story))?.judged).not.toBe(judgedBy(changed, BY_RULES));
  });
});
