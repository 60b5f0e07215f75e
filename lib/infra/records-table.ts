import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { EXPIRES_AT, NEWS_INDEX } from '../store/table.ts';

/** The one table: stories, feed states, change records, notices. Its stream tells of every record that is written. */
export class RecordsTable extends Table {
  constructor(scope: Construct, id: string, { onRemoval }: { readonly onRemoval: 'retain' | 'destroy' }) {
    super(scope, id, {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.DEFAULT,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: EXPIRES_AT,
      stream: StreamViewType.KEYS_ONLY,
      removalPolicy: onRemoval === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      deletionProtection: onRemoval === 'retain',
    });
    this.addGlobalSecondaryIndex({
      indexName: NEWS_INDEX.name,
      partitionKey: { name: NEWS_INDEX.partition, type: AttributeType.STRING },
      sortKey: { name: NEWS_INDEX.sort, type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
  }

  /** Asking the index, which has the items that wait in the order in which they came. */
  grantQueue(grantee: IGrantable): Grant {
    const index = `${this.tableArn}/index/${NEWS_INDEX.name}`;
    return Grant.addToPrincipal({ grantee, actions: ['dynamodb:Query'], resourceArns: [index] });
  }

  /**
   * Writing rows of these kinds, by what their partition keys begin with, and, where that is said, these attributes of them
   * alone. An absent key passes a condition on all values: `Null` refuses it.
   */
  grantWrites(
    { grantPrincipal }: IGrantable,
    actions: readonly ('PutItem' | 'UpdateItem' | 'DeleteItem' | 'BatchWriteItem')[],
    { rows, attributes }: { readonly rows: readonly string[]; readonly attributes?: readonly string[] },
  ): void {
    grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: actions.map((action) => `dynamodb:${action}`),
        resources: [this.tableArn],
        conditions: {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': rows },
          ...(attributes && {
            'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'sk', ...attributes] },
          }),
          Null: {
            'dynamodb:LeadingKeys': 'false',
            ...(attributes && { 'dynamodb:Attributes': 'false' }),
          },
        },
      }),
    );
  }

  /** These actions on the table itself, not on its index. */
  grantItems(grantee: IGrantable, ...actions: readonly `dynamodb:${string}`[]): Grant {
    return Grant.addToPrincipal({ grantee, actions: [...actions], resourceArns: [this.tableArn] });
  }
}
