import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

interface OperationsProps {
  readonly everyMinutes: number;
  readonly alarmEmail: string | null;
  readonly functions: readonly IFunction[];
  readonly failureQueues: readonly IQueue[];
}

/** In so many intervals at least one feed must have been read. */
const INTERVALS_WITHOUT_A_CHECK = 3;

/** What tells whoever operates the monitor that it does not do its work: alarms by e-mail, and one dashboard. */
export class Operations extends Construct {
  /** Where all alarms go. */
  readonly alarms: Topic;

  constructor(scope: Construct, id: string, props: OperationsProps) {
    super(scope, id);
    const { everyMinutes, alarmEmail, functions, failureQueues } = props;
    this.alarms = new Topic(this, 'Alarms', { enforceSSL: true });
    if (alarmEmail) this.alarms.addSubscription(new EmailSubscription(alarmEmail));

    const interval = Duration.minutes(everyMinutes);
    const day = Duration.days(1);
    const own = (metricName: string, period: Duration, statistic: string = Stats.SUM) =>
      new Metric({
        namespace: Stack.of(this).stackName,
        metricName,
        dimensionsMap: { service: 'claimwatch' },
        period,
        statistic,
      });
    const period = Duration.minutes(5);
    const errors = sumOf('Errors', functions.map((each) => each.metricErrors({ period })));
    const throttles = sumOf('Throttles', functions.map((each) => each.metricThrottles({ period })));
    const failures = sumOf(
      'Failures waiting',
      failureQueues.map((queue) =>
        queue.metricApproximateNumberOfMessagesVisible({ period, statistic: Stats.MAXIMUM }),
      ),
    );
    const answered = new MathExpression({
      expression: 'FILL(polled, 0) - FILL(failed, 0)',
      usingMetrics: { polled: own('FeedsPolled', interval), failed: own('FeedsFailed', interval) },
      period: interval,
      label: 'Feeds that answered',
    });

    this.raise('FunctionErrors', {
      metric: errors,
      alarmDescription: 'A function failed. See the runbook, "Functions fail".',
    });
    this.raise('FunctionThrottles', {
      metric: throttles,
      alarmDescription: 'A function was not let run. See the runbook, "Functions are throttled".',
    });
    this.raise('FailuresWaiting', {
      metric: failures,
      alarmDescription: 'A failure queue is not empty. See the runbook, "Failures wait".',
    });
    this.raise('NoSuccessfulCheck', {
      metric: answered,
      evaluationPeriods: INTERVALS_WITHOUT_A_CHECK,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
      alarmDescription: 'No feed answered in three intervals. See the runbook, "No successful check".',
    });
    this.raise('FeedFailing', {
      metric: own('FeedsFailingForADay', interval, Stats.MAXIMUM),
      alarmDescription: 'A feed has failed for a day. See the runbook, "A feed fails".',
    });
    this.raise('NothingRead', {
      metric: own('Items', day),
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
      alarmDescription: 'No item was read for a day. See the runbook, "Nothing is read".',
    });

    const graph = (title: string, left: IMetric[], right: IMetric[] = []) =>
      new GraphWidget({ title, left, right, width: 12, height: 6 });
    new Dashboard(this, 'Dashboard', {
      defaultInterval: Duration.days(7),
      widgets: [
        [
          graph('Feeds', [
            own('FeedsPolled', interval),
            own('FeedsUnchanged', interval),
            own('FeedsFailed', interval),
          ]),
          graph('Items and new records', [own('Items', interval)], [own('Records', interval)]),
        ],
        [
          graph('From publication to record, seconds', [
            own('RecordLag', day, Stats.p(50)),
            own('RecordLag', day, Stats.p(90)),
          ]),
          graph(
            'Failures',
            [errors, throttles, failures],
            [own('FeedsFailingForADay', interval, Stats.MAXIMUM)],
          ),
        ],
        [
          graph(
            'Duration of the functions, milliseconds',
            functions.map((each) => each.metricDuration({ period: Duration.hours(1), statistic: Stats.p(90) })),
          ),
        ],
      ],
    });
  }

  private raise(id: string, props: Pick<AlarmProps, 'metric' | 'alarmDescription'> & Partial<AlarmProps>): void {
    const alarm = new Alarm(this, id, {
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...props,
    });
    alarm.addAlarmAction(new SnsAction(this.alarms));
    alarm.addOkAction(new SnsAction(this.alarms));
  }
}

function sumOf(label: string, metrics: readonly IMetric[]): MathExpression {
  // Metrics in one graph need ids of their own.
  const prefix = label.toLowerCase().replace(/ /g, '');
  const named = metrics.map((metric, i) => [`${prefix}${i}`, metric] as const);
  return new MathExpression({
    expression: named.map(([name]) => `FILL(${name}, 0)`).join(' + '),
    usingMetrics: Object.fromEntries(named),
    period: Duration.minutes(5),
    label,
  });
}
