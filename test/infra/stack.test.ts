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

  test('a schedule’s role is taken on by schedules of this account alone', () => {
    const roles = Object.values(template.findResources('AWS::IAM::Role')).filter(({ Properties }) =>
      JSON.stringify(Properties.AssumeRolePolicyDocument).includes('scheduler.amazonaws.com'),
    );
    expect(roles).toHaveLength(2);
    for (const { Properties } of roles)
      expect(Properties.AssumeRolePolicyDocument.Statement[0].Condition.StringEquals).toEqual({
        'aws:SourceAccount': { Ref: 'AWS::AccountId' },
        'aws:SourceArn': { 'Fn::Join': ['', expect.arrayContaining([':schedule-group/default'])] },
      });
  });

  test('every function has a log group of its own that forgets', () => {
    template.resourceCountIs('AWS::Logs::LogGroup', 5);
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
