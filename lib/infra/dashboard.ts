import { Duration } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, type IMetric, type IWidget, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { ownMetric, type Parts } from './parts.ts';

interface WorkDashboardProps {
  readonly parts: Parts;
  /** The functions keep metrics of their own. */
  readonly hasMetrics: boolean;
}

/** What is measured, over a week. */
export class WorkDashboard extends Dashboard {
  constructor(scope: Construct, id: string, { parts, hasMetrics }: WorkDashboardProps) {
    super(scope, id, { defaultInterval: Duration.days(7) });
    const rows = [...(hasMetrics ? ofWork(scope, parts) : []), ...ofAws(parts)];
    for (let i = 0; i < rows.length; i += 2) this.addWidgets(...rows.slice(i, i + 2));
  }
}

function graph(title: string, left: IMetric[], right: IMetric[] = []): IWidget {
  return new GraphWidget({ title, left, right, width: 12, height: 6 });
}

function ofWork(scope: Construct, { everyMinutes, readsByModel }: Parts): IWidget[] {
  const [interval, day] = [Duration.minutes(everyMinutes), Duration.days(1)];
  const own = (name: string, period = interval, statistic: string = Stats.SUM) =>
    ownMetric(scope, name, period, statistic);
  return [
    graph('Feeds', [own('FeedsPolled'), own('FeedsUnchanged'), own('FeedsFailed')], [own('FeedsLate')]),
    graph('Items and new records', [own('Items')], [own('Records')]),
    graph('From publication to record, seconds', [
      own('RecordLag', day, Stats.p(50)),
      own('RecordLag', day, Stats.p(90)),
    ]),
    ...(readsByModel
      ? [
          graph(
            'Items that wait for a model, and its cost a day in US dollars',
            [own('ItemsWaiting', interval, Stats.MAXIMUM), own('ItemsUnread')],
            [own('ModelDollars', day)],
          ),
        ]
      : []),
  ];
}

/** By metrics that AWS keeps anyway. */
function ofAws({ functions, failureQueues, checks }: Parts): IWidget[] {
  const period = Duration.minutes(5);
  const all = Object.entries(functions);
  return [
    graph(
      'Failures',
      [
        ...all.flatMap(([, each]) => [each.metricErrors({ period }), each.metricThrottles({ period })]),
        ...Object.values(failureQueues).map((queue) =>
          queue.metricApproximateNumberOfMessagesVisible({ period, statistic: Stats.MAXIMUM }),
        ),
      ],
      [checks.metricApproximateAgeOfOldestMessage({ period, statistic: Stats.MAXIMUM })],
    ),
    graph(
      'Duration of the functions, milliseconds',
      all.map(([label, each]) =>
        each.metricDuration({ period: Duration.hours(1), statistic: Stats.p(90), label }),
      ),
    ),
  ];
}
