import { Duration } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { NodeFunction } from './node-function.ts';
import type { RecordsTable } from './records-table.ts';
import { ScheduledInvoke } from './scheduled-invoke.ts';

interface NotifierProps {
  readonly table: RecordsTable;
  readonly emails: readonly string[];
  readonly logRetention: RetentionDays;
  /** Where stream batches and sweeps that fail end, and e-mails that cannot be delivered. */
  readonly failures: Queue;
}

/**
 * Tells people (a topic) and machines (a bus) of each sure record and of each claim that stands otherwise than before:
 * at once when a record is written, and once a day for what only time has changed or what could not be delivered.
 */
export class Notifier extends Construct {
  readonly notify: NodeFunction;
  readonly topic: Topic;
  readonly bus: EventBus;

  constructor(scope: Construct, id: string, { table, emails, logRetention, failures }: NotifierProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Announcements', { enforceSSL: true });
    for (const email of emails)
      this.topic.addSubscription(new EmailSubscription(email, { deadLetterQueue: failures }));
    this.bus = new EventBus(this, 'Bus', {});

    this.notify = new NodeFunction(this, 'Notify', {
      entry: 'notify',
      description: 'claimwatch: announces what is new',
      timeout: Duration.minutes(2),
      environment: {
        TABLE_NAME: table.tableName,
        TOPIC_ARN: this.topic.topicArn,
        BUS_NAME: this.bus.eventBusName,
      },
      logRetention,
      failuresGo: 'Stream batches and sweeps that fail go to the failure queue as on-failure destination.',
    });
    table.grantItems(this.notify, 'dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:UpdateItem');
    this.topic.grantPublish(this.notify);
    this.bus.grantPutEventsTo(this.notify);
    this.notify.addEventSource(
      new DynamoEventSource(table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        // A story is looked at as a whole: reports that come together are announced together.
        batchSize: 100,
        maxBatchingWindow: Duration.seconds(30),
        filters: [
          FilterCriteria.filter({
            eventName: FilterRule.or('INSERT', 'MODIFY'),
            dynamodb: { Keys: { pk: { S: FilterRule.beginsWith('CHANGE#') } } },
          }),
        ],
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        retryAttempts: 10,
        maxRecordAge: Duration.hours(6),
        onFailure: new SqsDlq(failures),
      }),
    );

    this.notify.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(failures) });
    new ScheduledInvoke(this, 'Daily', {
      description: 'claimwatch: the daily sweep for what was not announced',
      expression: 'cron(17 5 * * ? *)',
      window: Duration.minutes(20),
      target: this.notify,
      failures,
      maxAge: Duration.hours(6),
    });
  }
}
