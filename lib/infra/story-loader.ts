import { createHash } from 'node:crypto';
import { CustomResource, Duration, Stack } from 'aws-cdk-lib';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Baseline } from '../model/baseline.ts';
import type { KnownChannel } from '../model/deployment.ts';
import { SLOTS_VERSION } from '../model/story.ts';
import { VERSIONS } from '../store/versions.ts';
import type { DeployedReaders } from './deployed-readers.ts';
import { NodeFunction } from './node-function.ts';
import type { RecordsTable } from './records-table.ts';

interface StoryLoaderProps {
  readonly table: RecordsTable;
  /** The stories to watch. They travel with the function that loads them, however many there are. */
  readonly stories: readonly Baseline[];
  readonly readers: DeployedReaders;
  readonly channels: readonly Omit<KnownChannel, 'since'>[];
  readonly logRetention: RetentionDays;
}

const FILE = 'stories.json';

/** Puts the stories into the table whenever a deployment has changed them. */
export class StoryLoader extends Construct {
  constructor(scope: Construct, id: string, props: StoryLoaderProps) {
    super(scope, id);
    const { table, stories, readers, channels, logRetention } = props;
    const text = JSON.stringify(stories);
    const load = new NodeFunction(this, 'Load', {
      entry: 'load-stories',
      description: 'claimwatch: puts the stories of a deployment into the table',
      timeout: Duration.minutes(5),
      memorySize: 512,
      environment: { TABLE_NAME: table.tableName, STORIES_FILE: `./${FILE}` },
      data: { name: FILE, text },
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
      properties: {
        Stack: Stack.of(this).stackName,
        // Another digest, form of rows or reading of claims loads them anew.
        Stories: digestsOf(stories),
        Form: `${VERSIONS.story}.${SLOTS_VERSION}`,
        Deployment: JSON.stringify({ settings: readers.told, readers: readers.names, channels }),
      },
      serviceTimeout: Duration.minutes(6),
    });
    granted.applyBefore(loaded);
  }
}

/** So many stories are shown by `cdk diff`, each with a digest; the rest are counted with one digest. */
const SHOWN = 500;

/** Which stories are loaded, each with a digest, so that `cdk diff` shows what has changed. */
function digestsOf(stories: readonly Baseline[]): string[] {
  const digest = (data: unknown) =>
    createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 16);
  const shown = stories.slice(0, SHOWN).map((baseline) => `${baseline.story} ${digest(baseline)}`);
  const rest = stories.slice(SHOWN);
  return rest.length > 0 ? [...shown, `and ${rest.length} more ${digest(rest)}`] : shown;
}
