import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { FailureQueue } from './failure-queue.ts';
import { NodeFunction } from './node-function.ts';
import type { RecordsTable } from './records-table.ts';
import { ScheduledInvoke } from './scheduled-invoke.ts';
import { StoryAsker } from './story-asker.ts';

interface PollerProps {
  readonly table: RecordsTable;
  readonly everyMinutes: number;
  readonly concurrency: number;
  readonly maxFeeds: number;
  readonly contact: string | null;
  readonly keepDays: number;
  readonly logRetention: RetentionDays;
  /** What the functions are told of readers, in JSON. */
  readonly readerSettings: string;
  /** The queue that tells of stories with items to read; null where no story is read by a hosted model. */
  readonly reads: Queue | null;
  /** Where a dispatch that fails ends, and a start that never reached it. */
  readonly failures: Queue;
  /** Where `dispatch` tells whoever operates the deployment what is wrong. */
  readonly alarms: Topic;
  readonly zone: string;
  /** The channels that their receivers can switch off. */
  readonly postedChannels: readonly string[];
  readonly metrics: boolean;
}

/** How long one batch of feeds may take. */
const CHECK_TIMEOUT = Duration.minutes(2);
/** What noting of a story that it was judged touches. */
const JUDGED = ['judged', 'digest'];

/**
 * Reads the feeds: the schedule starts `dispatch`, which asks by the queue for the feeds that are due; `check-feeds`
 * reads them in batches. What fails again and again ends in a failure queue.
 */
export class Poller extends Construct {
  readonly dispatch: NodeFunction;
  readonly askForStories: NodeFunction;
  readonly checkFeeds: NodeFunction;
  readonly checks: Queue;
  /** Messages of `checks` that failed, from where they can be sent back to it. */
  readonly failedChecks: FailureQueue;

  constructor(scope: Construct, id: string, props: PollerProps) {
    super(scope, id);
    const { table, everyMinutes, concurrency, maxFeeds, contact, keepDays, logRetention, failures } = props;
    const { readerSettings, reads, alarms, zone, postedChannels, metrics } = props;
    const told = { READER_SETTINGS: readerSettings, ...(reads && { READS_URL: reads.queueUrl }) };
    this.failedChecks = new FailureQueue(this, 'FailedChecks');

    this.checks = new Queue(this, 'Checks', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(6 * CHECK_TIMEOUT.toSeconds()),
      // What nobody took by then was asked for again long since.
      retentionPeriod: Duration.hours(2),
      deadLetterQueue: { queue: this.failedChecks, maxReceiveCount: 3 },
    });
    this.checkFeeds = new NodeFunction(this, 'CheckFeeds', {
      entry: 'check-feeds',
      description: 'claimwatch: reads feeds and holds their items against the claims',
      timeout: CHECK_TIMEOUT,
      memorySize: 512,
      worker: 'feed/parse-worker',
      metrics,
      environment: {
        TABLE_NAME: table.tableName,
        KEEP_DAYS: String(keepDays),
        ...told,
        ...(contact && { CONTACT: contact }),
      },
      logRetention,
      failuresGo: 'Messages that fail go back to their queue, and from there to its failure queue.',
    });
    table.grantItems(this.checkFeeds, 'dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:BatchGetItem');
    // It reads what strangers write: it may leave what it finds, and change no story, notice or budget.
    table.grantWrites(this.checkFeeds, ['PutItem'], {
      rows: ['FEED#*', 'HOST#*', 'ITEM#*', 'SUPERSEDED#*'],
    });
    table.grantWrites(this.checkFeeds, ['UpdateItem'], { rows: ['CHANGE#*', 'ITEM#*'] });
    table.grantWrites(this.checkFeeds, ['UpdateItem'], { rows: ['STORIES'], attributes: JUDGED });
    const source = this.checkFeeds.addEventSourceMapping('FromChecks', {
      eventSourceArn: this.checks.queueArn,
      batchSize: 25,
      maxBatchingWindow: Duration.seconds(5),
      maxConcurrency: concurrency,
      reportBatchItemFailures: true,
    });
    this.checks.grantConsumeMessages(this.checkFeeds);
    Validations.of(source).acknowledge({
      id: 'Serverless::Serverless-LambdaEventSourceMappingDestination',
      reason: 'For queues there is none: what fails goes to the failure queue by the redrive policy.',
    });

    this.dispatch = new NodeFunction(this, 'Dispatch', {
      entry: 'dispatch',
      description: 'claimwatch: asks for the feeds that are due',
      metrics,
      timeout: Duration.minutes(1),
      environment: {
        TABLE_NAME: table.tableName,
        QUEUE_URL: this.checks.queueUrl,
        MAX_FEEDS: String(maxFeeds),
        EVERY_MINUTES: String(everyMinutes),
        STACK: Stack.of(this).stackName,
        ZONE: zone,
        ALARMS_TOPIC_ARN: alarms.topicArn,
        POSTED_CHANNELS: postedChannels.join(','),
        ...told,
      },
      logRetention,
      failuresGo:
        'Its on-failure destination, which keeps more than a dead-letter queue: the event and the error.',
    });
    this.dispatch.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: Duration.minutes(everyMinutes),
      onFailure: new SqsDestination(failures),
    });
    table.grantItems(this.dispatch, 'dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:BatchGetItem');
    table.grantWrites(this.dispatch, ['PutItem'], { rows: ['OPERATION#*', 'FAILURE#*'] });
    alarms.grantPublish(this.dispatch);
    this.checks.grant(this.dispatch, 'sqs:SendMessage');
    if (reads) {
      table.grantQueue(this.dispatch);
      reads.grant(this.dispatch, 'sqs:SendMessage');
      reads.grant(this.checkFeeds, 'sqs:SendMessage');
    }
    this.askForStories = new StoryAsker(this, 'ForStories', {
      table,
      checks: this.checks,
      maxFeeds,
      told,
      logRetention,
      failures,
      metrics,
    }).ask;
    const { expression, window } = offTheHour(everyMinutes);
    new ScheduledInvoke(this, 'Every', {
      description: `claimwatch: a check every ${everyMinutes} minutes`,
      expression,
      window,
      target: this.dispatch,
      failures,
      maxAge: Duration.minutes(everyMinutes),
    });
  }
}

/** The most minutes after its time at which a check may start. */
const MAX_WINDOW = 5;
/** The minute from which checks are counted, where they are no closer together. */
const OFFSET = 7;

/** Every so many minutes, spread over a window that never touches the full hour, when all the world polls. */
export function offTheHour(everyMinutes: number): { readonly expression: string; readonly window: Duration } {
  const offset = Math.min(OFFSET, Math.floor(everyMinutes / 2));
  const window = Duration.minutes(Math.min(MAX_WINDOW, Math.min(60, everyMinutes) - offset - 1));
  const hours = everyMinutes / 60;
  if (hours < 1) return { expression: `cron(${offset}/${everyMinutes} * * * ? *)`, window };
  return { expression: `cron(${offset} ${hours === 24 ? '4' : `0/${hours}`} * * ? *)`, window };
}
