import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../lib/infra/settings.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');

test('what is not told has a default that serves', () => {
  const { stories, ...settings } = readSettings(undefined, ROOT);
  expect(stories.map(({ story }) => story)).toEqual(['ukraine-peace-plan']);
  expect(settings).toEqual({
    everyMinutes: 15,
    emails: [],
    alarmEmail: null,
    contact: null,
    concurrency: 2,
    maxFeeds: 500,
    logDays: 30,
    onRemoval: 'retain',
  });
});

test('settings on the command line are text', () => {
  expect(readSettings('{"everyMinutes":60}', ROOT).everyMinutes).toBe(60);
});

describe('a wrong setting is named with its value and what is allowed', () => {
  test.each([
    [{ everyMinutes: 7 }, 'claimwatch.everyMinutes: found 7, expected one of 5, 6, 10'],
    [{ everyMinutes: '15' }, 'claimwatch.everyMinutes: found "15", expected one of'],
    [{ emails: ['desk'] }, 'claimwatch.emails.0: found "desk", expected an e-mail address'],
    [{ emails: 'desk@paper.example' }, 'claimwatch.emails: found "desk@paper.example", expected a list'],
    [{ alarmEmail: 'ops' }, 'claimwatch.alarmEmail: found "ops", expected an e-mail address'],
    [{ contact: 'the desk' }, 'claimwatch.contact: found "the desk", expected a URL or an e-mail address'],
    [{ concurrency: 1 }, 'claimwatch.concurrency: found 1, expected a whole number from 2 to 50'],
    [{ maxFeeds: 2.5 }, 'claimwatch.maxFeeds: found 2.5, expected a whole number from 1 to 5000'],
    [{ logDays: 31 }, 'claimwatch.logDays: found 31, expected one of 1, 3, 5, 7, 14, 30'],
    [{ onRemoval: 'keep' }, 'claimwatch.onRemoval: found "keep", expected "retain" or "destroy"'],
    [{ stories: [] }, 'claimwatch.stories: found [], expected at least one baseline file'],
    [{ stories: ['none.json'] }, 'claimwatch.stories: none.json can not be read'],
    [{ stories: ['package.json'] }, 'package.json is no baseline'],
    [
      { stories: ['baseline/ukraine-peace-plan.json', 'baseline/ukraine-peace-plan.json'] },
      'are both of the story "ukraine-peace-plan"',
    ],
    [{ stories: ['test/cases/tai-po-fire/baseline.json'] }, 'names no feeds'],
    [{ schedule: 5 }, 'claimwatch.schedule: found "schedule", expected one of the settings everyMinutes'],
    ['no JSON', 'claimwatch: found "no JSON", expected an object of settings'],
  ])('%j', (settings, message) => {
    expect(() => readSettings(settings, ROOT)).toThrow(message);
  });
});
