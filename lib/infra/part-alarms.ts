import type { AlarmProps, IMetric } from 'aws-cdk-lib/aws-cloudwatch';

/** In minutes: what waits for the budget may wait for the next day's; anything else is soon read. */
const UNPAID_MINUTES = 24 * 60;
const WAITING_MINUTES = 60;
const USED_PERCENT = 80;

/** An alarm of a part that not every deployment has. */
interface PartAlarm extends Pick<AlarmProps, 'metric' | 'alarmDescription'> {
  readonly id: string;
  readonly threshold?: number;
}

/** What tells that hosted models do not read, or cost as much as they may. @param metric the largest value of an interval */
export function readingAlarms(metric: (name: string) => IMetric): PartAlarm[] {
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

/** So many requests to the pages are refused within five minutes before somebody is called: scanners try any address a few times. */
const MANY_REFUSALS = 50;

/** @param metric the sum of five minutes */
export function pageAlarms(metric: (name: string) => IMetric): PartAlarm[] {
  return [
    {
      id: 'PageFailed',
      // A request that fails is answered, so that no error of the function tells of it.
      metric: metric('PageFailed'),
      alarmDescription: 'A page could not be made. See the runbook, "A function fails".',
    },
    {
      id: 'PageRefused',
      metric: metric('PageRefused'),
      threshold: MANY_REFUSALS,
      alarmDescription:
        'The pages refused many requests in five minutes: somebody may be trying links. See the runbook, "Pages are refused".',
    },
  ];
}

/** @param metric the sum of five minutes */
export function deliveryAlarms(metric: (name: string) => IMetric): PartAlarm[] {
  return [
    {
      id: 'ChannelDisabled',
      metric: metric('ChannelsDisabled'),
      alarmDescription: 'A receiver wants no more messages. See the runbook, "A channel is switched off".',
    },
  ];
}
