import { describe, expect, test } from 'vitest';
import { judgeAgain } from '../../lib/monitor/judge-again.ts';
import type { Records } from '../../lib/monitor/ports.ts';
import { judgedBy } from '../../lib/monitor/stale.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { BY_RULES } from '../../lib/readers/rules/id.ts';
import { rulesReader } from '../../lib/readers/rules/reader.ts';
import { Crash, crashing, ENTRIES, open, ports, runOn, useTable } from '../support/runs.ts';
import { BRIDGE } from '../support/story.ts';

useTable();
/** By the rules, which know any claim. */
const byRules = (records: Records) => ({ ...ports(records), reader: rulesReader() });

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
