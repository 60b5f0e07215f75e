import { type Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Function as LambdaFunction,
  LoggingFormat,
  RecursiveLoop,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { type Bundled, bundledCode } from './bundle.ts';

export interface NodeFunctionProps extends Bundled {
  readonly description: string;
  readonly timeout: Duration;
  readonly environment: Readonly<Record<string, string>>;
  readonly logRetention: RetentionDays;
  /** Where calls of it that fail go; for whoever asks why it has no queue of its own for them. */
  readonly failuresGo: string;
  /** Keeps metrics of its own; each costs by the month. @default true */
  readonly metrics?: boolean;
  /** In MB; its share of a core grows with it. @default 256 */
  readonly memorySize?: number;
}

/** A function of this project with the house's defaults: bundled whole, traced, its log group its own and bounded. */
export class NodeFunction extends LambdaFunction {
  constructor(scope: Construct, id: string, props: NodeFunctionProps) {
    const {
      description,
      timeout,
      environment,
      logRetention,
      failuresGo,
      metrics = true,
      memorySize = 256,
    } = props;
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    super(scope, id, {
      role,
      code: bundledCode(props),
      handler: 'index.handler',
      description,
      timeout,
      memorySize,
      logGroup,
      environment: {
        ...environment,
        NODE_OPTIONS: '--enable-source-maps',
        POWERTOOLS_SERVICE_NAME: 'claimwatch',
        POWERTOOLS_METRICS_NAMESPACE: Stack.of(scope).stackName,
        ...(!metrics && { POWERTOOLS_METRICS_DISABLED: 'true' }),
      },
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
      recursiveLoop: RecursiveLoop.TERMINATE,
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
      reason: `xray:PutTraceSegments and xray:PutTelemetryRecords, and dynamodb:ListStreams where it reads a stream: AWS allows these actions on all resources only.`,
    });
    Validations.of(this).acknowledge({ id: 'Serverless::Serverless-LambdaDLQ', reason: failuresGo });
  }
}
