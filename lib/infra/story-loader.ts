import { CustomResource, Duration } from 'aws-cdk-lib';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Baseline } from '../model/baseline.ts';
import { SLOTS_VERSION } from '../model/story.ts';
import { VERSIONS } from '../store/versions.ts';
import { NodeFunction } from './node-function.ts';
import type { RecordsTable } from './records-table.ts';

interface StoryLoaderProps {
  readonly table: RecordsTable;
  /** The stories to watch; `cdk diff` shows what has changed in them. */
  readonly stories: readonly Baseline[];
  readonly logRetention: RetentionDays;
}

/** Puts the stories into the table whenever a deployment has changed them. */
export class StoryLoader extends Construct {
  constructor(scope: Construct, id: string, { table, stories, logRetention }: StoryLoaderProps) {
    super(scope, id);
    const load = new NodeFunction(this, 'Load', {
      entry: 'load-stories',
      description: 'claimwatch: puts the stories of a deployment into the table',
      timeout: Duration.minutes(1),
      environment: { TABLE_NAME: table.tableName },
      logRetention,
      failuresGo: 'CloudFormation waits for its answer and rolls the deployment back.',
    });
    const granted = table.grantItems(
      load,
      'dynamodb:Query',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:DeleteItem',
    );
    const loaded = new CustomResource(this, 'Stories', {
      serviceToken: load.functionArn,
      resourceType: 'Custom::Stories',
      // Another form of rows or reading of claims loads them anew, though no story has changed.
      properties: { Stories: JSON.stringify(stories), Form: `${VERSIONS.story}.${SLOTS_VERSION}` },
      serviceTimeout: Duration.minutes(2),
    });
    granted.applyBefore(loaded);
  }
}
