import type { AlarmProps, IMetric } from 'aws-cdk-lib/aws-cloudwatch';

/** In minutes: what waits for the budget may wait for the next day's; anything else is soon read. */
const UNPAID_MINUTES = 24 * 60;
const WAITING_MINUTES = 60;
const USED_PERCENT = 80;

interface ReadingAlarm extends Pick<AlarmProps, 'metric' | 'threshold' | 'alarmDescription'> {
  readonly id: string;
}

/** What tells that hosted models do not read, or cost as much as they may. @param metric the largest value of an interval */
export function readingAlarms(metric: (name: string) => IMetric): ReadingAlarm[] {
  return [
    {
      id: 'BudgetNearlySpent',
      metric: metric('BudgetUsed'),
      threshold: USED_PERCENT,
      alarmDescription:
        'Of a day’s budget for models, of all stories or of one, 80 % is used up. See the runbook, "The budget is spent".',
    },
    {
      id: 'ItemsUnpaid',
      metric: metric('OldestUnpaid'),
      threshold: UNPAID_MINUTES,
      alarmDescription:
        'An item has waited for the budget for over a day. See the runbook, "The budget is spent".',
    },
    {
      id: 'ItemsWait',
      metric: metric('OldestWait'),
      threshold: WAITING_MINUTES,
      alarmDescription:
        'An item has waited for its model for an hour, with budget left. See the runbook, "The provider is down".',
    },
  ];
}
