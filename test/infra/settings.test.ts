import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readSettings, readStackName } from '../../lib/infra/settings.ts';
import { DEFAULT_SETTINGS } from '../../lib/model/reader-settings.ts';
import { deploymentOf } from '../support/deployment.ts';
import { BRIDGE } from '../support/story.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');

test('what is not told has a default that serves', () => {
  const { stories, readers, ...settings } = readSettings(undefined, ROOT);
  expect(stories.map(({ story }) => story)).toEqual(['ukraine-peace-plan']);
  expect(settings).toEqual({
    everyMinutes: 15,
    metrics: false,
    alarms: 'essential',
    dashboard: false,
    canary: false,
    keepDays: 60,
    emails: [],
    alarmEmail: null,
    contact: null,
    concurrency: 2,
    maxFeeds: 500,
    logDays: 30,
    onRemoval: 'retain',
    page: false,
    pageConcurrency: null,
    zone: 'UTC',
    channels: {},
    ...DEFAULT_SETTINGS,
    keyParameter: null,
  });
  expect(readers).toMatchObject({
    isHosted: false,
    bedrockModels: [],
    told: { reader: null, dailyBudget: 1 },
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
    [{ alarms: 'none' }, 'claimwatch.alarms: found "none", expected "essential" or "all"'],
    [{ metrics: 1 }, 'claimwatch.metrics: found 1, expected true or false'],
    [{ alarmEmail: 'ops' }, 'claimwatch.alarmEmail: found "ops", expected an e-mail address'],
    [{ contact: 'the desk' }, 'claimwatch.contact: found "the desk", expected a URL or an e-mail address'],
    [{ concurrency: 1 }, 'claimwatch.concurrency: found 1, expected a whole number from 2 to 50'],
    [{ maxFeeds: 2.5 }, 'claimwatch.maxFeeds: found 2.5, expected a whole number from 1 to 5000'],
    [{ logDays: 31 }, 'claimwatch.logDays: found 31, expected one of 1, 3, 5, 7, 14, 30'],
    [{ onRemoval: 'keep' }, 'claimwatch.onRemoval: found "keep", expected "retain" or "destroy"'],
    [{ stories: ['none.json'] }, 'claimwatch.stories: none.json cannot be read'],
    [{ stories: ['package.json'] }, 'package.json is not a valid baseline'],
    [
      { stories: ['baseline/ukraine-peace-plan.json', 'baseline/ukraine-peace-plan.json'] },
      'are both of the story "ukraine-peace-plan"',
    ],
    [{ stories: ['test/cases/tai-po-fire/baseline.json'] }, 'names no feeds'],
    [{ emails: ['a@b.example', 'a@b.example'] }, 'expected each address once'],
    [{ reader: 'gpt' }, 'claimwatch.reader: found "gpt", expected rules'],
    [
      { reader: 'answers:file.jsonl' },
      'claimwatch.reader: found "answers:file.jsonl", expected rules, bedrock:MODEL or openai:BASE_URL#MODEL',
    ],
    [
      { reader: 'bedrock:meta.llama9-v1:0' },
      'claimwatch.models["meta.llama9-v1:0"].price: found none, expected { "input": …, "output": … }',
    ],
    [
      { reader: 'openai:http://models.example/v1#gpt-6-luna', keyParameter: '/claimwatch/key' },
      'claimwatch.reader: found http://models.example/v1, expected https',
    ],
    [{ reader: 'openai:https://me:secret@models.example/v1#m' }, 'found an address that cannot be used'],
    [
      { reader: 'bedrock:amazon.nova-lite-v1:0', timeoutSeconds: 300 },
      'claimwatch.timeoutSeconds: found 300, expected at most 120 in a deployment',
    ],
    [{ keyParameter: 'key' }, 'claimwatch.keyParameter: found "key", expected the name of an SSM parameter'],
    [{ dailyBudget: -1 }, 'claimwatch.dailyBudget: found -1, expected US dollars a day'],
    [{ meanwhile: 'bedrock:x' }, 'claimwatch.meanwhile: found "bedrock:x", expected rules, or null'],
    [{ textLength: 1 }, 'claimwatch.textLength: found 1, expected a whole number from 200 to 20000'],
    [{ schedule: 5 }, 'claimwatch.schedule: found 5, expected one of the settings everyMinutes'],
    [[], 'claimwatch: found [], expected an object of settings'],
    [['everyMinutes'], 'expected an object of settings'],
    ['no JSON', 'claimwatch: found "no JSON", expected an object of settings'],
  ])('%j', (settings, message) => {
    expect(() => readSettings(settings, ROOT)).toThrow(message);
  });
});

test('a baseline with a key that nothing reads is refused at synthesis', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'claimwatch-')), 'story.json');
  writeFileSync(
    file,
    JSON.stringify({ ...BRIDGE, feed: ['https://paper.example/rss'], feeds: ['https://a.example'] }),
  );
  expect(() => readSettings({ stories: [file] }, ROOT)).toThrow(
    'story.json has keys that nothing reads:\n  feed: expected story, article, claims, feeds',
  );
});

test('no stories at all are none to load, and any number is', () => {
  expect(readSettings({ stories: [] }, ROOT).stories).toEqual([]);
  const folder = mkdtempSync(join(tmpdir(), 'claimwatch-'));
  const claims = Array.from({ length: 450 }, (_, i) => ({
    id: `c-${i}`,
    text: 'The bridge "reopens" soon. '.repeat(5),
  }));
  const stories = Array.from({ length: 5 }, (_, i) => {
    const file = join(folder, `${i}.json`);
    const own = { ...BRIDGE, story: `story-${i}`, claims, feeds: ['https://a.example'] };
    writeFileSync(file, JSON.stringify(own));
    return file;
  });
  const { template } = deploymentOf({ stories });
  const [loaded] = Object.values(template.findResources('Custom::Stories'));
  expect(loaded?.['Properties'].Stories).toHaveLength(5);
  // CloudFormation takes 256 KB, and of an update the new and the old ones in one request.
  expect(JSON.stringify(loaded).length).toBeLessThan(5_000);
});

describe('the name of the stack', () => {
  test.each([
    [undefined, 'Claimwatch'],
    ['Desk-2', 'Desk-2'],
  ])('%j is taken', (given, name) => expect(readStackName(given)).toBe(name));

  test('else it is told by its stage', () => {
    expect(readStackName(undefined, 'prod')).toBe('Claimwatch-prod');
    expect(readStackName('Desk', 'prod')).toBe('Desk');
  });

  test.each(['2desk', 'a b', '', 5])('%j is refused', (given) =>
    expect(() => readStackName(given)).toThrow(/^stackName: found .*, expected a letter/),
  );
});

describe('each setting reaches the template', () => {
  test.each<[object, string, object]>([
    [{ everyMinutes: 60 }, 'AWS::Scheduler::Schedule', { ScheduleExpression: 'cron(7 0/1 * * ? *)' }],
    [{ concurrency: 7 }, 'AWS::Lambda::EventSourceMapping', { ScalingConfig: { MaximumConcurrency: 7 } }],
    [
      { keepDays: 30 },
      'AWS::Lambda::Function',
      { Environment: { Variables: Match.objectLike({ KEEP_DAYS: '30' }) } },
    ],
    [{ logDays: 7 }, 'AWS::Logs::LogGroup', { RetentionInDays: 7 }],
    [
      { maxFeeds: 9 },
      'AWS::Lambda::Function',
      { Environment: { Variables: Match.objectLike({ MAX_FEEDS: '9' }) } },
    ],
  ])('%j', (settings, type, properties) => {
    deploymentOf(settings).template.hasResourceProperties(type, properties);
  });

  test('stories, in JSON or YAML, are told by their digests', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'claimwatch-')), 'story.yaml');
    writeFileSync(file, stringify({ ...BRIDGE, feeds: ['https://paper.example/rss'] }));
    deploymentOf({ stories: [file] }).template.hasResourceProperties('Custom::Stories', {
      Stories: [Match.stringLikeRegexp('^island-bridge [0-9a-f]{16}$')],
      Stack: 'Claimwatch',
    });
  });

  test('onRemoval: destroy removes the table with the stack', () => {
    deploymentOf({ onRemoval: 'destroy' }).template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Delete',
      Properties: { DeletionProtectionEnabled: false },
    });
  });
});
