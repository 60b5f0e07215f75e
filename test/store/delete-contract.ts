import { describe, expect, test } from 'vitest';
import type { Notices } from '../../lib/monitor/notices.ts';
import type { Records } from '../../lib/monitor/ports.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { storyTextDigest } from '../../lib/readers/digests.ts';
import { BRIDGE, item } from '../support/story.ts';
import { AT, evidence } from './changes-contract.ts';

const UNTIL = new Date('2030-01-01T00:00:00Z');
const NOW = new Date(AT);

/** What deleting a story must do. */
export function deleteContract(open: () => { records: Records; notices: Notices }): void {
  /** A story with a row of each kind. */
  async function fill(slug: string, claims = BRIDGE.claims) {
    const { records, notices } = open();
    const baseline = { ...BRIDGE, story: slug, claims };
    await records.saveStory(storyOf(baseline));
    await records.keepItem(slug, item({ guid: `${slug}-item` }), UNTIL, NOW);
    const change = { id: `${slug}.aaaa`, story: slug, claimId: 'brandt-visit', aspect: 'date' } as const;
    for (const n of [1, 2]) await records.addEvidence(change, evidence(n), AT);
    await records.supersede(change, evidence(1));
    const notice = { story: slug, id: 'change.x', channel: 'mail' };
    await notices.take(notice, AT, '2026-03-05T13:00:00.000Z');
    await notices.settle(notice, 'delivered', '2026-03-05T12:00:30Z');
    const answer = { text: 'text', source: '', guid: 'g', answer: { changes: [], new: [] } };
    await records.keepAnswer(evidence(1).reader, storyTextDigest(baseline), answer, UNTIL);
    const story = await records.story(slug);
    if (!story) throw new Error('the story is kept');
    return story;
  }

  /** How much is there of a story, kind by kind. */
  async function rowsOf({ baseline }: Awaited<ReturnType<typeof fill>>) {
    const { records, notices } = open();
    const { story: slug } = baseline;
    return {
      story: (await records.story(slug)) !== null,
      items: (await records.keptItems(slug, NOW)).length,
      waiting: (await records.waitingKeys(slug)).length,
      changes: (await records.changes({ baseline, isOlder: false })).length,
      superseded: (await records.superseded(slug)).length,
      notices: (await notices.delivered(slug)).size,
      answers: (await records.answersOf(evidence(1).reader, storyTextDigest(baseline))).length,
    };
  }

  const ALL = { story: true, items: 1, waiting: 1, changes: 1, superseded: 1, notices: 1, answers: 1 };
  const NONE = { story: false, items: 0, waiting: 0, changes: 0, superseded: 0, notices: 0, answers: 0 };

  describe('a story that is deleted', () => {
    test('leaves nothing behind, and takes nothing of another one along', async () => {
      const gone = await fill('gone');
      const other = await fill('other', BRIDGE.claims.slice(1));
      expect(await rowsOf(gone)).toEqual(ALL);
      expect(await open().records.deleteStory(gone)).toBe(6);
      expect(await rowsOf(gone)).toEqual(NONE);
      expect(await rowsOf(other)).toEqual(ALL);
    });

    test('leaves the answers to another one of the same article and claims', async () => {
      const gone = await fill('gone');
      const twin = await fill('twin');
      await open().records.deleteStory(gone);
      expect(await rowsOf(twin)).toEqual(ALL);
    });
  });
}
