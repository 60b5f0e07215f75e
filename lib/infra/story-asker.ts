import { Duration } from 'aws-cdk-lib';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { NodeFunction } from './node-function.ts';
import type { RecordsTable } from './records-table.ts';

interface StoryAskerProps {
  readonly table: RecordsTable;
  readonly checks: Queue;
  readonly maxFeeds: number;
  /** What it is told of readers. */
  readonly told: Readonly<Record<string, string>>;
  readonly logRetention: RetentionDays;
  readonly failures: Queue;
  readonly metrics: boolean;
}

/**
 * Asks for a story that was put or changed, so that it is not left to wait for the schedule. A function of its own: that the
 * schedule starts none can be seen by that of the schedule alone.
 */
export class StoryAsker extends Construct {
  readonly ask: NodeFunction;

  constructor(scope: Construct, id: string, props: StoryAskerProps) {
    super(scope, id);
    const { table, checks, maxFeeds, told, logRetention, failures, metrics } = props;
    this.ask = new NodeFunction(this, 'AskForStories', {
      entry: 'ask-for-stories',
      description: 'claimwatch: asks for stories that were put, and their feeds',
      metrics,
      timeout: Duration.minutes(1),
      environment: {
        TABLE_NAME: table.tableName,
        QUEUE_URL: checks.queueUrl,
        MAX_FEEDS: String(maxFeeds),
        ...told,
      },
      logRetention,
      failuresGo: 'The on-failure destination of its stream; the schedule asks for the story as well.',
    });
    table.grantItems(this.ask, 'dynamodb:Query', 'dynamodb:BatchGetItem');
    checks.grant(this.ask, 'sqs:SendMessage');
    this.ask.addEventSource(
      new DynamoEventSource(table, {
        startingPosition: StartingPosition.LATEST,
        batchSize: 100,
        maxBatchingWindow: Duration.seconds(5),
        filters: [
          FilterCriteria.filter({
            eventName: FilterRule.or('INSERT', 'MODIFY'),
            dynamodb: { Keys: { pk: { S: FilterRule.isEqual('STORIES') } } },
          }),
        ],
        retryAttempts: 3,
        // Later than that the schedule has asked for it.
        maxRecordAge: Duration.minutes(30),
        onFailure: new SqsDlq(failures),
      }),
    );
  }
}
