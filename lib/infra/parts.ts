import type { Duration } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** What was deployed, as far as it is watched. */
export interface Parts {
  readonly everyMinutes: number;
  readonly dispatch: IFunction;
  /** All functions, by the names that alarms give them. */
  readonly functions: Readonly<Record<string, IFunction>>;
  /** Those that read the table's stream. */
  readonly streamReaders: Readonly<Record<string, IFunction>>;
  readonly failureQueues: Readonly<Record<string, IQueue>>;
  /** Messages that ask for feeds. */
  readonly checks: IQueue;
  readonly readsByModel: boolean;
  readonly hasPage: boolean;
  readonly hasCanary: boolean;
}

/** A metric that the functions keep themselves. */
export function ownMetric(
  scope: Construct,
  metricName: string,
  period: Duration,
  statistic: string = Stats.SUM,
): Metric {
  return new Metric({
    namespace: Stack.of(scope).stackName,
    metricName,
    dimensionsMap: { service: 'claimwatch' },
    period,
    statistic,
  });
}
