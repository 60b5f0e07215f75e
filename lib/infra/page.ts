import { Duration, Stack } from 'aws-cdk-lib';
import { type CfnFunction, type FunctionUrl, FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { EXPIRES_AT } from '../store/table.ts';
import { VERSION } from '../store/versions.ts';
import { NodeFunction } from './node-function.ts';
import { grantParameter } from './parameter-access.ts';
import type { RecordsTable } from './records-table.ts';

interface PageProps {
  readonly table: RecordsTable;
  /** In which times are shown. */
  readonly zone: string;
  /** So many requests are answered at the same time, at most; null where nothing is set aside for them. */
  readonly concurrency: number | null;
  readonly logRetention: RetentionDays;
}

/** The stories as pages, for those who were given a link: one function behind an address of its own. */
export class Page extends Construct {
  readonly serve: NodeFunction;
  readonly url: FunctionUrl;
  /** The SSM SecureString with the key that signs links and sessions; `claimwatch page link` makes it. */
  readonly keyParameter: string;

  constructor(scope: Construct, id: string, { table, zone, concurrency, logRetention }: PageProps) {
    super(scope, id);
    const stack = Stack.of(this);
    this.keyParameter = `/claimwatch/${stack.stackName}/page-key`;
    this.serve = new NodeFunction(this, 'Serve', {
      entry: 'page',
      description: 'claimwatch: the stories as pages',
      timeout: Duration.seconds(30),
      memorySize: 512,
      environment: { TABLE_NAME: table.tableName, PAGE_KEY_PARAMETER: this.keyParameter, ZONE: zone },
      logRetention,
      files: 'page/assets',
      failuresGo: 'Whoever asked for a page is told.',
    });
    if (concurrency !== null)
      (this.serve.node.defaultChild as CfnFunction).reservedConcurrentExecutions = concurrency;
    table.grantItems(this.serve, 'dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:BatchGetItem');
    // Decisions, and nothing else.
    table.grantWrites(this.serve, ['UpdateItem'], {
      rows: ['CHANGE#*'],
      attributes: ['decisions', 'accepted', 'rejected', EXPIRES_AT, VERSION],
    });
    grantParameter(this, this.serve, this.keyParameter);
    // Browsers sign nothing: who may look is told by the link that they were given.
    this.url = this.serve.addFunctionUrl({ authType: FunctionUrlAuthType.NONE });
  }
}
