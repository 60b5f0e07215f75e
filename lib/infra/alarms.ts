import { Duration } from 'aws-cdk-lib';
import {
  type AlarmProps,
  ComparisonOperator,
  type IMetric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { ownMetric, type Parts } from './parts.ts';

/** An alarm to raise; it rings at the first value of 1 or more unless it says otherwise. */
export interface PlannedAlarm
  extends Pick<AlarmProps, 'metric' | 'alarmDescription'>,
    Partial<Pick<AlarmProps, 'threshold' | 'evaluationPeriods' | 'comparisonOperator' | 'treatMissingData'>> {
  readonly id: string;
}

const RECENT = Duration.minutes(5);
/** In so many intervals the schedule must have started a check. */
const INTERVALS_WITHOUT_A_CHECK = 3;
/** In minutes: messages of one host wait for a quarter of an hour by themselves. */
const OLD_MESSAGE = 45;
const OLD_STREAM = 15;
/** From item to record, in seconds: with nothing else to do it takes a quarter of a minute. */
const CANARY_SECONDS = 180;
/** So many requests to the pages are refused within five minutes before somebody is called: scanners try any address a few times. */
const MANY_REFUSALS = 50;

/** An alarm over a sum costs as much as one for each, and would not say which. */
export function alarmsOf(parts: Parts, wanted: 'essential' | 'all'): PlannedAlarm[] {
  return [
    ...essential(parts),
    ...(parts.hasPage ? ofPages(parts) : []),
    ...(parts.hasCanary ? ofCanary(parts) : []),
    ...(wanted === 'all' ? [...ofFunctions(parts), ...ofAges(parts)] : []),
  ];
}

/** What nobody else could tell of: nothing runs any more, or what failed waits for a person. */
function essential({ dispatch, everyMinutes, failureQueues }: Parts): PlannedAlarm[] {
  return [
    {
      id: 'NoCheck',
      metric: dispatch.metricInvocations({ period: Duration.minutes(everyMinutes) }),
      evaluationPeriods: INTERVALS_WITHOUT_A_CHECK,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
      alarmDescription: 'In three intervals no check was started. See the runbook, "No check is started".',
    },
    ...Object.entries(failureQueues).map(([name, queue]) => ({
      id: `${name}Waiting`,
      metric: queue.metricApproximateNumberOfMessagesVisible({ period: RECENT, statistic: Stats.MAXIMUM }),
      alarmDescription: `The queue ${name} is not empty. See the runbook, "Failures wait".`,
    })),
  ];
}

function ofFunctions({ functions }: Parts): PlannedAlarm[] {
  return Object.entries(functions).flatMap(([name, each]) => [
    {
      id: `${name}Errors`,
      metric: each.metricErrors({ period: RECENT }),
      alarmDescription: `${name} failed. See the runbook, "A function fails".`,
    },
    {
      id: `${name}Throttles`,
      metric: each.metricThrottles({ period: RECENT }),
      alarmDescription: `${name} was throttled. See the runbook, "A function is throttled".`,
    },
  ]);
}

/** What is done, and too late. */
function ofAges({ checks, streamReaders }: Parts): PlannedAlarm[] {
  const streamAge = (metric: IMetric, name: string): PlannedAlarm => ({
    id: `${name}Behind`,
    metric,
    threshold: OLD_STREAM * 60_000,
    alarmDescription: `${name} is a quarter of an hour behind the table's stream. See the runbook, "Work is late".`,
  });
  return [
    {
      id: 'ChecksOld',
      metric: checks.metricApproximateAgeOfOldestMessage({ period: RECENT, statistic: Stats.MAXIMUM }),
      threshold: OLD_MESSAGE * 60,
      alarmDescription: 'A feed has waited for 45 minutes to be read. See the runbook, "Work is late".',
    },
    ...Object.entries(streamReaders).map(([name, each]) =>
      streamAge(each.metric('IteratorAge', { period: RECENT, statistic: Stats.MAXIMUM }), name),
    ),
  ];
}

/** No word is the worst one: nothing came through at all. */
function ofCanary({ dispatch }: Parts): PlannedAlarm[] {
  return [
    {
      id: 'CanarySilent',
      metric: ownMetric(dispatch, 'CanarySeconds', Duration.hours(1), Stats.MAXIMUM),
      threshold: CANARY_SECONDS,
      evaluationPeriods: 2,
      treatMissingData: TreatMissingData.BREACHING,
      alarmDescription:
        'For two hours no item of the canary became a record in time. See the runbook, "The canary is silent".',
    },
  ];
}

/** Their metrics are there only where something happened, and cost next to nothing. */
function ofPages({ dispatch }: Parts): PlannedAlarm[] {
  return [
    {
      id: 'PageFailed',
      // A request that fails is answered, so that no error of the function tells of it.
      metric: ownMetric(dispatch, 'PageFailed', RECENT),
      alarmDescription: 'A page could not be made. See the runbook, "A function fails".',
    },
    {
      id: 'PageRefused',
      metric: ownMetric(dispatch, 'PageRefused', RECENT),
      threshold: MANY_REFUSALS,
      alarmDescription:
        'The pages refused many requests in five minutes: somebody may be trying links. See the runbook, "Pages are refused".',
    },
  ];
}
