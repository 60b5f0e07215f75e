import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { deliveryAlarms, pageAlarms, readingAlarms } from './part-alarms.ts';

interface OperationsProps {
  readonly everyMinutes: number;
  readonly alarmEmail: string | null;
  /** By the names that alarms give them. */
  readonly functions: Readonly<Record<string, IFunction>>;
  readonly failureQueues: Readonly<Record<string, IQueue>>;
  /** Stories are read by a hosted model: what waits for it, and its budget, are watched. */
  readonly readsByModel: boolean;
  /** The stories are served as pages: refusals are watched. */
  readonly hasPage: boolean;
  /** Messages go to receivers outside AWS: one that is switched off is told of. */
  readonly posts: boolean;
  /** Where alarms end that cannot be delivered by e-mail. */
  readonly failures: IQueue;
}

/** In so many intervals at least one feed must have been read. */
const INTERVALS_WITHOUT_A_CHECK = 3;

/** What tells whoever operates the monitor that it does not do its work: alarms by e-mail, and one dashboard. */
export class Operations extends Construct {
  /** Where all alarms go. */
  readonly alarms: Topic;

  constructor(scope: Construct, id: string, props: OperationsProps) {
    super(scope, id);
    const { everyMinutes, alarmEmail, functions, failureQueues, readsByModel, hasPage, posts, failures } =
      props;
    this.alarms = new Topic(this, 'Alarms', { enforceSSL: true });
    // A topic with a policy of its own, as `enforceSSL` makes one, lets alarms publish only where it says so.
    this.alarms.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.alarms.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    if (alarmEmail)
      this.alarms.addSubscription(new EmailSubscription(alarmEmail, { deadLetterQueue: failures }));

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
    const errors = Object.entries(functions).map(([name, each]) => ({
      name,
      metric: each.metricErrors({ period }),
    }));
    const throttles = Object.entries(functions).map(([name, each]) => ({
      name,
      metric: each.metricThrottles({ period }),
    }));
    const waiting = Object.entries(failureQueues).map(([name, queue]) => ({
      name,
      metric: queue.metricApproximateNumberOfMessagesVisible({ period, statistic: Stats.MAXIMUM }),
    }));

    // An alarm over a sum costs as much as one for each, and would not say which.
    for (const { name, metric } of errors)
      this.raise(`${name}Errors`, {
        metric,
        alarmDescription: `${name} failed. See the runbook, "A function fails".`,
      });
    for (const { name, metric } of throttles)
      this.raise(`${name}Throttles`, {
        metric,
        alarmDescription: `${name} was not let run. See the runbook, "A function is throttled".`,
      });
    for (const { name, metric } of waiting)
      this.raise(`${name}Waiting`, {
        metric,
        alarmDescription: `The queue ${name} is not empty. See the runbook, "Failures wait".`,
      });
    this.raise('NoSuccessfulCheck', {
      metric: own('FeedsWell', interval, Stats.MAXIMUM),
      evaluationPeriods: INTERVALS_WITHOUT_A_CHECK,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
      alarmDescription:
        'In three intervals no feed was read when it should have been. See the runbook, "No successful check".',
    });
    this.raise('FeedFailing', {
      metric: own('FeedsFailingForADay', interval, Stats.MAXIMUM),
      alarmDescription: 'A feed has failed for a day. See the runbook, "A feed fails".',
    });
    this.raise('NothingRead', {
      metric: own('Items', day),
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
      alarmDescription: 'No new item was read for a day. See the runbook, "Nothing is read".',
    });

    const recent = (name: string) => own(name, period);
    for (const { id, ...props } of [
      ...(hasPage ? pageAlarms(recent) : []),
      ...(posts ? deliveryAlarms(recent) : []),
    ])
      this.raise(id, props);

    const toRead = (name: string) => own(name, interval, Stats.MAXIMUM);
    for (const { id, ...props } of readsByModel ? readingAlarms(toRead) : []) this.raise(id, props);

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
            [...errors, ...throttles, ...waiting].map(({ metric }) => metric),
            [own('FeedsFailingForADay', interval, Stats.MAXIMUM)],
          ),
        ],
        [
          graph(
            'Duration of the functions, milliseconds',
            Object.entries(functions).map(([label, each]) =>
              each.metricDuration({ period: Duration.hours(1), statistic: Stats.p(90), label }),
            ),
          ),
          ...(readsByModel
            ? [
                graph(
                  'Items that wait for a model, and its cost a day in US dollars',
                  [own('ItemsWaiting', interval, Stats.MAXIMUM), own('ItemsUnread', interval)],
                  [own('ModelDollars', day)],
                ),
              ]
            : []),
        ],
      ],
    });
  }

  private raise(
    id: string,
    props: Pick<AlarmProps, 'metric' | 'alarmDescription'> & Partial<AlarmProps>,
  ): void {
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
