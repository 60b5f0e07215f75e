import { readFileSync } from 'node:fs';
import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { deploymentOf } from '../support/deployment.ts';

/** What CloudWatch rings for and shows, by the settings. */

const { template } = deploymentOf();

const alarmsOf = (settings: object = {}) =>
  Object.entries(deploymentOf(settings).template.findResources('AWS::CloudWatch::Alarm')).map(
    ([id, { Properties }]) => ({ name: id.replace(/^Operations|[\dA-F]{8}$/g, ''), ...Properties }),
  );

test.each<[string, object, string[]]>([
  ['where nobody else could tell', {}, ['NoCheck', 'FailuresWaiting', 'FailedChecksWaiting']],
  [
    'also for each function and what is late, where all are wanted',
    { alarms: 'all' },
    [
      'NoCheck',
      'FailuresWaiting',
      'FailedChecksWaiting',
      ...['Dispatch', 'AskForStories', 'CheckFeeds', 'Notify'].flatMap((name) => [
        `${name}Errors`,
        `${name}Throttles`,
      ]),
      'ChecksOld',
      'AskForStoriesBehind',
      'NotifyBehind',
    ],
  ],
])('an alarm %s, each to the topic of alarms and with its place in the runbook', (_what, settings, names) => {
  const alarms = alarmsOf(settings);
  expect(alarms.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
  for (const alarm of alarms) {
    expect(alarm.AlarmDescription).toMatch(/See the runbook, "/);
    expect(alarm.AlarmActions).toHaveLength(1);
    expect(alarm.OKActions).toHaveLength(1);
  }
});

test('each alarm has its place in the runbook, and so has each message of a dispatch', () => {
  const runbook = readFileSync('lib/infra/README.md', 'utf8');
  const places = [
    ...alarmsOf({ alarms: 'all', page: true }).map(({ AlarmDescription }) => AlarmDescription),
    ...readFileSync('lib/view/operation.ts', 'utf8').matchAll(/See the runbook, "[^"]+"/g),
  ].map((text) => /See the runbook, "([^"]+)"/.exec(String(text))?.[1]);
  expect(places.length).toBeGreaterThan(20);
  expect(places.filter((place) => !runbook.includes(`- **${place}.**`))).toEqual([]);
});

test('late is what waits for 45 minutes, and a stream by a quarter of an hour', () => {
  const alarms = new Map(alarmsOf({ alarms: 'all' }).map((alarm) => [alarm.name, alarm]));
  expect(alarms.get('ChecksOld')).toMatchObject({
    MetricName: 'ApproximateAgeOfOldestMessage',
    Statistic: 'Maximum',
    Threshold: 2700,
  });
  expect(alarms.get('NotifyBehind')).toMatchObject({ MetricName: 'IteratorAge', Threshold: 900_000 });
});

test('metrics and a dashboard are there where they are wanted', () => {
  template.resourceCountIs('AWS::CloudWatch::Dashboard', 0);
  template.hasResourceProperties('AWS::Lambda::Function', {
    Description: Match.stringLikeRegexp('reads feeds'),
    Environment: { Variables: Match.objectLike({ POWERTOOLS_METRICS_DISABLED: 'true' }) },
  });
  const { template: full } = deploymentOf({ metrics: true, dashboard: true });
  const [dashboard] = Object.values(full.findResources('AWS::CloudWatch::Dashboard'));
  expect(JSON.stringify(dashboard)).toContain('RecordLag');
  const [bare] = Object.values(
    deploymentOf({ dashboard: true }).template.findResources('AWS::CloudWatch::Dashboard'),
  );
  expect(JSON.stringify(bare)).not.toContain('RecordLag');
  for (const { Properties } of Object.values(full.findResources('AWS::Lambda::Function')))
    expect(Properties.Environment.Variables).not.toHaveProperty('POWERTOOLS_METRICS_DISABLED');
});

test('no start of a check in three intervals, and no word, is an alarm', () => {
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'Invocations',
    Period: 900,
    EvaluationPeriods: 3,
    TreatMissingData: 'breaching',
    ComparisonOperator: 'LessThanThreshold',
  });
});
