import { readFileSync } from 'node:fs';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { offTheHour } from '../../lib/infra/poller.ts';
import { deploymentOf } from '../support/deployment.ts';

const { template } = deploymentOf();
const queueNamed = (part: string) =>
  Object.keys(template.findResources('AWS::SQS::Queue')).find((id) => id.includes(part));

describe('what holds data', () => {
  test('keeps its logical id, so that no deployment replaces it', () => {
    expect(Object.keys(template.findResources('AWS::DynamoDB::Table'))).toEqual(['Records091F6ECA']);
  });

  test('is retained, on demand, recoverable to any second, with time to live, an index and a stream', () => {
    template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
        StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
        DeletionProtectionEnabled: true,
        GlobalSecondaryIndexes: [Match.objectLike({ IndexName: 'news' })],
      },
    });
  });
});

describe('the poller', () => {
  test('starts every 15 minutes unless told otherwise, never on the hour', () => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(7/15 * * * ? *)',
      FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 5 },
      Target: Match.objectLike({ DeadLetterConfig: Match.anyValue() }),
    });
  });

  test.each([5, 6, 10, 12, 15, 20, 30, 60, 120, 180, 240, 360, 480, 720, 1440])(
    'every %i minutes, a window never reaches the full hour',
    (every) => {
      const { expression, window } = offTheHour(every);
      const first = Number(/\((\d+)/.exec(expression)?.[1]);
      const span = Math.min(every, 60);
      expect(first).toBeGreaterThan(0);
      expect(first + window.toMinutes()).toBeLessThan(span);
      expect(window.toMinutes()).toBeGreaterThan(0);
    },
  );

  test('gives a feed that fails three times to the failure queue, and blocks no other', () => {
    template.hasResourceProperties('AWS::SQS::Queue', {
      RedrivePolicy: { maxReceiveCount: 3, deadLetterTargetArn: Match.anyValue() },
    });
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: 25,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 2 },
    });
  });

  test('keeps a message hidden six times as long as a batch may take', () => {
    const [, timeout] = ['CheckFeeds'].flatMap((name) =>
      Object.entries(template.findResources('AWS::Lambda::Function'))
        .filter(([id]) => id.includes(name))
        .flatMap(([id, { Properties }]) => [id, Properties.Timeout]),
    );
    template.hasResourceProperties('AWS::SQS::Queue', { VisibilityTimeout: 6 * timeout });
  });
});

describe('the notifier', () => {
  test('hears of change records only, retries, and gives up into the failure queue', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FilterCriteria: {
        Filters: [
          {
            Pattern: JSON.stringify({
              eventName: ['INSERT', 'MODIFY'],
              dynamodb: { Keys: { pk: { S: [{ prefix: 'CHANGE#' }] } } },
            }),
          },
        ],
      },
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': [queueNamed('Failures'), 'Arn'] } },
      },
    });
  });

  test('writes to each address of the settings; a mail that cannot be delivered ends in the failure queue', () => {
    const { template: told } = deploymentOf({
      emails: ['desk@paper.example', 'night@paper.example'],
      alarmEmail: 'ops@paper.example',
    });
    const subscribed = Object.values(told.findResources('AWS::SNS::Subscription'));
    expect(subscribed.map(({ Properties }) => Properties.Endpoint).toSorted()).toEqual([
      'desk@paper.example',
      'night@paper.example',
      'ops@paper.example',
    ]);
    for (const { Properties } of subscribed)
      expect(Properties.RedrivePolicy.deadLetterTargetArn).toEqual({
        'Fn::GetAtt': [queueNamed('Failures'), 'Arn'],
      });
  });
});

describe('operation', () => {
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
        ...['Dispatch', 'CheckFeeds', 'Notify'].flatMap((name) => [`${name}Errors`, `${name}Throttles`]),
        'ChecksOld',
        'DispatchBehind',
        'NotifyBehind',
      ],
    ],
  ])(
    'an alarm %s, each to the topic of alarms and with its place in the runbook',
    (_what, settings, names) => {
      const alarms = alarmsOf(settings);
      expect(alarms.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
      for (const alarm of alarms) {
        expect(alarm.AlarmDescription).toMatch(/See the runbook, "/);
        expect(alarm.AlarmActions).toHaveLength(1);
        expect(alarm.OKActions).toHaveLength(1);
      }
    },
  );

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

  test('alarms may publish to their topic', () => {
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Action: 'sns:Publish',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
          }),
        ]),
      },
    });
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

  test('every function has a log group of its own that forgets', () => {
    template.resourceCountIs('AWS::Logs::LogGroup', 4);
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
  });

  test('every function is bounded, runs on Node 24, logs JSON and stops its own recursion', () => {
    template.allResourcesProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Timeout: Match.anyValue(),
      LoggingConfig: Match.objectLike({ LogFormat: 'JSON' }),
      RecursiveLoop: 'Terminate',
      TracingConfig: { Mode: 'Active' },
    });
  });

  test('a failure is kept for two weeks', () => {
    for (const part of ['Failures', 'FailedChecks'])
      expect(template.findResources('AWS::SQS::Queue')[queueNamed(part) ?? '']?.['Properties']).toMatchObject(
        {
          MessageRetentionPeriod: 14 * 24 * 3600,
        },
      );
  });
});
