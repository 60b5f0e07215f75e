import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { CANARY } from '../model/canary.ts';
import { KEYS } from '../store/table.ts';
import { NodeFunction } from './node-function.ts';
import type { RecordsTable } from './records-table.ts';
import { ScheduledInvoke } from './scheduled-invoke.ts';

interface CanaryProps {
  readonly table: RecordsTable;
  readonly logRetention: RetentionDays;
  /** Where a start ends that never reached it. */
  readonly failures: Queue;
}

const TIMEOUT = Duration.minutes(5);
/** For so long its record is waited for. */
const WAIT = Duration.minutes(4);

/** Tries the whole chain once an hour, from a feed to its record, by a story of its own. */
export class Canary extends Construct {
  readonly sing: NodeFunction;

  constructor(scope: Construct, id: string, { table, logRetention, failures }: CanaryProps) {
    super(scope, id);
    const bucket = new Bucket(this, 'Feed', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      // Its one object is there for a minute, and goes by itself where that minute never ended.
      lifecycleRules: [{ expiration: Duration.days(1) }],
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.sing = new NodeFunction(this, 'Sing', {
      entry: 'canary',
      description: 'claimwatch: tries the whole chain',
      timeout: TIMEOUT,
      environment: {
        TABLE_NAME: table.tableName,
        BUCKET: bucket.bucketName,
        WAIT_SECONDS: String(WAIT.toSeconds()),
      },
      logRetention,
      failuresGo: 'Its on-failure destination; a try that fails is not repeated.',
    });
    this.sing.configureAsyncInvoke({ retryAttempts: 0, onFailure: new SqsDestination(failures) });
    table.grantItems(this.sing, 'dynamodb:Query', 'dynamodb:GetItem');
    table.grantWrites(this.sing, ['PutItem', 'UpdateItem'], { rows: ['STORIES'] });
    table.grantWrites(this.sing, ['DeleteItem'], { rows: ['STORIES', 'FEED#*'] });
    table.grantWrites(this.sing, ['BatchWriteItem'], {
      rows: [
        KEYS.item(CANARY, '', '').pk,
        KEYS.change(CANARY, '').pk,
        KEYS.superseded(CANARY, '', '', '').pk,
        KEYS.notice(CANARY, '').pk,
      ],
    });
    this.sing.addToRolePolicy(
      new PolicyStatement({
        actions: ['s3:PutObject', 's3:GetObject', 's3:DeleteObject'],
        resources: [bucket.arnForObjects('canary.xml')],
      }),
    );
    new ScheduledInvoke(this, 'Hourly', {
      description: 'claimwatch: the canary',
      expression: 'cron(37 * * * ? *)',
      window: Duration.minutes(5),
      target: this.sing,
      failures,
      maxAge: Duration.minutes(30),
    });
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions::AwsSolutions-S1',
      reason: 'It holds one object of the monitor’s own, and a request for it is logged by the functions.',
    });
  }
}
