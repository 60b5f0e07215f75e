import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/model/reader-settings.ts';
import type { Records } from '../../lib/monitor/ports.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { BRIDGE, BRIDGE_STORY, UNJUDGED } from '../support/story.ts';
import { CHANGE, evidence } from './changes-contract.ts';

const AT = '2026-03-05T12:00:00.000Z';
const KEPT = { ...BRIDGE_STORY, ...UNJUDGED };
const CHANGED = storyOf({ ...BRIDGE, claims: BRIDGE.claims.slice(0, 2) });

/** Stories, and what is known of the deployments that read them. */
export function storiesContract(open: () => Records): void {
  describe('stories', () => {
    test('come back as they were saved', async () => {
      await open().saveStory(BRIDGE_STORY);
      expect(await open().story('island-bridge')).toEqual(KEPT);
      expect(await open().stories()).toEqual([KEPT]);
    });

    test('a changed one takes the place of the old one, keeps the records, and is to be judged again', async () => {
      await open().saveStory(BRIDGE_STORY);
      await open().addEvidence(CHANGE, evidence(1), AT);
      await open().saveStory(CHANGED);
      const kept = await open().story('island-bridge');
      expect(kept).toEqual({ ...CHANGED, ...UNJUDGED });
      expect(await open().changes({ baseline: BRIDGE, isOlder: false })).toHaveLength(1);
      await open().noteJudged(BRIDGE_STORY, 'by the story as it was');
      expect((await open().story('island-bridge'))?.judged).toBe(null);
      await open().noteJudged(CHANGED, 'by the story as it is');
      expect((await open().story('island-bridge'))?.judged).toBe('by the story as it is');
    });

    test('a retired one is not watched, but kept, until it is saved again', async () => {
      await open().saveStory(BRIDGE_STORY);
      await open().retireStory('island-bridge');
      expect(await open().stories()).toEqual([]);
      expect(await open().story('island-bridge')).toEqual({ ...KEPT, isRetired: true });
      expect(await open().everyStory()).toHaveLength(1);
      await open().saveStory(BRIDGE_STORY);
      expect(await open().stories()).toEqual([KEPT]);
    });

    test('who put one, and from when on it is announced, stay until they are told otherwise', async () => {
      const told = async () => {
        const { putBy, quietSince } = (await open().story('island-bridge')) ?? {};
        return [putBy, quietSince];
      };
      await open().saveStory(BRIDGE_STORY, { by: 'command', quietSince: AT });
      expect(await told()).toEqual(['command', AT]);
      await open().saveStory(CHANGED);
      expect(await told()).toEqual(['command', AT]);
      await open().saveStory(CHANGED, { by: 'deployment Desk', quietSince: null });
      expect(await told()).toEqual(['deployment Desk', AT]);
    });

    test('deployments come back as they were saved, each once', async () => {
      const desk = {
        stack: 'Desk',
        settings: DEFAULT_SETTINGS,
        readers: ['bedrock:m'],
        channels: [{ name: 'mail', since: null }],
      };
      await open().saveDeployment({ ...desk, readers: [] });
      await open().saveDeployment(desk);
      expect(await open().deployments()).toEqual([desk]);
      await open().removeDeployment('Desk');
      expect(await open().deployments()).toEqual([]);
    });

    test('an unknown one is null', async () => {
      expect(await open().story('nowhere')).toBeNull();
    });
  });
}
