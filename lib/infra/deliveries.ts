import { Duration, Validations } from 'aws-cdk-lib';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { PostedChannel } from '../model/deployed-channel.ts';
import { FailureQueue } from './failure-queue.ts';
import { NodeFunction } from './node-function.ts';
import { grantParameter } from './parameter-access.ts';
import type { RecordsTable } from './records-table.ts';

interface DeliveriesProps {
  readonly table: RecordsTable;
  readonly channels: readonly PostedChannel[];
  readonly logRetention: RetentionDays;
}

/** So long a batch of messages may take to be posted. */
const TIMEOUT = Duration.minutes(2);

/** Posts messages to channels outside AWS by a queue: what a receiver does not take is tried again for a day, and ends in a failure queue. */
export class Deliveries extends Construct {
  readonly deliver: NodeFunction;
  readonly queue: Queue;
  readonly failed: FailureQueue;

  constructor(scope: Construct, id: string, { table, channels, logRetention }: DeliveriesProps) {
    super(scope, id);
    this.failed = new FailureQueue(this, 'FailedDeliveries');
    this.queue = new Queue(this, 'Deliveries', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(6 * TIMEOUT.toSeconds()),
      retentionPeriod: Duration.days(2),
      // The waits between its tries add up to a day (functions/deliver.ts).
      deadLetterQueue: { queue: this.failed, maxReceiveCount: 11 },
    });
    this.deliver = new NodeFunction(this, 'Deliver', {
      entry: 'deliver',
      description: 'claimwatch: posts messages to channels',
      timeout: TIMEOUT,
      environment: {
        TABLE_NAME: table.tableName,
        DELIVERIES_URL: this.queue.queueUrl,
        CHANNELS: JSON.stringify(channels),
      },
      logRetention,
      failuresGo: 'Messages that are not taken stay in their queue, and go from there to its failure queue.',
    });
    table.grantItems(this.deliver, 'dynamodb:GetItem');
    table.grantWrites(this.deliver, ['PutItem', 'DeleteItem'], { rows: ['CHANNEL'] });
    for (const channel of channels)
      grantParameter(
        this,
        this.deliver,
        channel.type === 'webhook' ? channel.secretParameter : channel.urlParameter,
      );
    const source = this.deliver.addEventSourceMapping('FromDeliveries', {
      eventSourceArn: this.queue.queueArn,
      batchSize: 5,
      maxConcurrency: 2,
      reportBatchItemFailures: true,
    });
    this.queue.grantConsumeMessages(this.deliver);
    Validations.of(source).acknowledge({
      id: 'Serverless::Serverless-LambdaEventSourceMappingDestination',
      reason: 'For queues there is none: what fails goes to the failure queue by the redrive policy.',
    });
  }
}
