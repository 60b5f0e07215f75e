import { Duration, Validations } from 'aws-cdk-lib';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { grantModel } from './bedrock-access.ts';
import { FailureQueue } from './failure-queue.ts';
import { NodeFunction } from './node-function.ts';
import { grantParameter } from './parameter-access.ts';
import type { RecordsTable } from './records-table.ts';

interface ItemReaderProps {
  readonly table: RecordsTable;
  /** What the functions are told of readers, in JSON. */
  readonly readerSettings: string;
  /** The models of Amazon Bedrock that stories are read by. */
  readonly bedrockModels: readonly string[];
  /** The SecureString with the key of an OpenAI-compatible provider; null where it needs none. */
  readonly keyParameter: string | null;
  readonly logRetention: RetentionDays;
  readonly metrics: boolean;
}

/** How long one call may read. */
const READ_TIMEOUT = Duration.minutes(5);
/** For so long an item is in the hands of a call: longer than that may last. */
const LEASE = Duration.seconds(READ_TIMEOUT.toSeconds() + 60);

/**
 * Reads by hosted models what waits for them: a queue carries the slugs of stories to `read-items`, which takes their items
 * from the table, each under a lease. So a slow model holds up no feed.
 */
export class ItemReader extends Construct {
  readonly readItems: NodeFunction;
  readonly reads: Queue;
  readonly failedReads: FailureQueue;

  constructor(scope: Construct, id: string, props: ItemReaderProps) {
    super(scope, id);
    const { table, readerSettings, bedrockModels, keyParameter, logRetention, metrics } = props;
    this.failedReads = new FailureQueue(this, 'FailedReads');
    this.reads = new Queue(this, 'Reads', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(6 * READ_TIMEOUT.toSeconds()),
      // Each dispatch tells of what still waits.
      retentionPeriod: Duration.hours(2),
      deadLetterQueue: { queue: this.failedReads, maxReceiveCount: 3 },
    });
    this.readItems = new NodeFunction(this, 'ReadItems', {
      entry: 'read-items',
      metrics,
      description: 'claimwatch: reads by hosted models what waits for them',
      timeout: READ_TIMEOUT,
      memorySize: 512,
      environment: {
        TABLE_NAME: table.tableName,
        READER_SETTINGS: readerSettings,
        LEASE_SECONDS: String(LEASE.toSeconds()),
        ...(keyParameter && { KEY_PARAMETER: keyParameter }),
      },
      logRetention,
      failuresGo: 'Messages that fail go back to their queue, and from there to its failure queue.',
    });
    table.grantItems(this.readItems, 'dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:BatchGetItem');
    table.grantWrites(this.readItems, ['PutItem'], { rows: ['ANSWER#*', 'SUPERSEDED#*'] });
    table.grantWrites(this.readItems, ['UpdateItem'], { rows: ['CHANGE#*', 'ITEM#*', 'BUDGET#*'] });
    table.grantQueue(this.readItems);
    for (const model of bedrockModels) grantModel(this.readItems, model);
    if (keyParameter) grantParameter(this, this.readItems, keyParameter);
    const source = this.readItems.addEventSourceMapping('FromReads', {
      eventSourceArn: this.reads.queueArn,
      batchSize: 10,
      // What several feeds of a story bring at one time is read together.
      maxBatchingWindow: Duration.seconds(20),
      maxConcurrency: 2,
      reportBatchItemFailures: true,
    });
    this.reads.grantConsumeMessages(this.readItems);
    Validations.of(source).acknowledge({
      id: 'Serverless::Serverless-LambdaEventSourceMappingDestination',
      reason: 'For queues there is none: what fails goes to the failure queue by the redrive policy.',
    });
  }
}
