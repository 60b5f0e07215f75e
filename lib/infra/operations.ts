import { Stack } from 'aws-cdk-lib';
import { Alarm, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { alarmsOf, type PlannedAlarm } from './alarms.ts';
import { WorkDashboard } from './dashboard.ts';
import type { Parts } from './parts.ts';

interface OperationsProps {
  readonly alarmEmail: string | null;
  /** Where messages end that cannot be delivered by e-mail. */
  readonly failures: IQueue;
}

/**
 * What tells whoever operates the monitor that it does not do its work, by one topic: `dispatch`, which looks at the work at
 * each check, and CloudWatch, which rings where a function itself is no more.
 */
export class Operations extends Construct {
  readonly alarms: Topic;

  constructor(scope: Construct, id: string, { alarmEmail, failures }: OperationsProps) {
    super(scope, id);
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
  }

  /** Raises alarms over what was deployed, and shows it where that is wanted. */
  watch(
    parts: Parts,
    wanted: { readonly alarms: 'essential' | 'all'; readonly metrics: boolean; readonly dashboard: boolean },
  ): void {
    for (const planned of alarmsOf(parts, wanted.alarms)) this.#raise(planned);
    if (wanted.dashboard) new WorkDashboard(this, 'Dashboard', { parts, hasMetrics: wanted.metrics });
  }

  #raise({ id, ...props }: PlannedAlarm): void {
    const alarm = new Alarm(this, id, {
      threshold: 1,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...props,
    });
    alarm.addAlarmAction(new SnsAction(this.alarms));
    alarm.addOkAction(new SnsAction(this.alarms));
  }
}
