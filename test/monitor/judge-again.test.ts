import { describe, expect, test } from 'vitest';
import { judgeAgain } from '../../lib/monitor/judge-again.ts';
import type { Records } from '../../lib/monitor/ports.ts';
import { judgedBy } from '../../lib/monitor/stale.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { BY_RULES } from '../../lib/readers/rules/id.ts';
import { rulesReader } from '../../lib/readers/rules/reader.ts';
import { judging } from '../support/model.ts';
import { Crash, crashing, ENTRIES, open, ports, runOn, useTable } from '../support/runs.ts';
import { BRIDGE, BRIDGE_STORY, item } from '../support/story.ts';

useTable();
/** By the rules, which know any claim. */
const byRules = (records: Records) => ({ ...ports(records), ...judging(rulesReader()) });

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
  ])(
    'keeps what one version of an item says and the other does not, judged before %s',
    async (_what, late) => {
      const records = await open();
      await records.saveStory(BRIDGE_STORY);
      const toll = item({ title: 'Norhaven storm: death toll rises to 9', feeds: ['https://a.example/'] });
      const later = { title: `${toll.title} (updated)`, feeds: ['https://b.example/'], version: 'v2' };
      for (const each of [
        { ...toll, version: 'v1' },
        { ...toll, ...later },
      ])
        await records.keepItem(BRIDGE.story, each, new Date('2026-06-01'), null);
      const reader = rulesReader();
      const silentOnLater: typeof reader.read = async (asked, signal) => {
        const isOf = (version: string) => asked.some((each) => each.item.version === version);
        if (isOf(late)) await new Promise((done) => setTimeout(done, 100));
        const answers = await reader.read(asked, signal);
        return isOf('v2') ? answers.map((answer) => ({ ...answer, findings: [], turns: [] })) : answers;
      };
      const tellsToll = async () =>
        (await records.changes(await keptStory(records))).some(
          ({ claimId, evidence }) => claimId === 'storm-toll' && evidence.length > 0,
        );
      await judgeAgain(await keptStory(records), byRules(records));
      expect(await tellsToll()).toBe(true);
      await records.saveStory(changed);
      await judgeAgain(await keptStory(records), {
        ...ports(records),
        ...judging({ ...reader, read: silentOnLater }),
      });
      expect(await tellsToll()).toBe(true);
    },
  );

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
