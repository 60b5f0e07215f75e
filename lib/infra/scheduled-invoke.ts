import { type CfnElement, type Duration, Stack, TimeZone, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression, ScheduleTargetInput, TimeWindow } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

interface ScheduledInvokeProps {
  readonly description: string;
  /** A cron expression of EventBridge Scheduler. */
  readonly expression: string;
  /** The time zone that it is of, by its IANA name. @default UTC */
  readonly zone?: string;
  /** What the function is told. @default what the schedule is, by itself */
  readonly input?: object;
  /** Within how long after its time it starts. */
  readonly window: Duration;
  readonly target: IFunction;
  /** Where a start ends that did not reach the function within `maxAge`. */
  readonly failures: IQueue;
  readonly maxAge: Duration;
}

/** A schedule that starts a function. */
export class ScheduledInvoke extends Construct {
  constructor(scope: Construct, id: string, props: ScheduledInvokeProps) {
    super(scope, id);
    const { description, expression, zone, input, window, target, failures, maxAge } = props;
    const group = Stack.of(this).formatArn({
      service: 'scheduler',
      resource: 'schedule-group',
      resourceName: 'default',
    });
    const role = new Role(this, 'Role', {
      // Nobody else's schedule takes it on.
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account, 'aws:SourceArn': group } },
      }),
    });
    const functionId = Stack.of(this).getLogicalId(target.node.defaultChild as CfnElement);
    Validations.of(role).acknowledge({
      id: `AwsSolutions::AwsSolutions-IAM5[Resource::<${functionId}.Arn>:*]`,
      reason: 'The versions of this one function; the schedule needs the right to start it and nothing else.',
    });
    new Schedule(this, 'Schedule', {
      description,
      schedule: ScheduleExpression.expression(
        expression,
        zone === undefined ? TimeZone.ETC_UTC : TimeZone.of(zone),
      ),
      timeWindow: TimeWindow.flexible(window),
      target: new LambdaInvoke(target, {
        role,
        ...(input && { input: ScheduleTargetInput.fromObject(input) }),
        deadLetterQueue: failures,
        retryAttempts: 3,
        maxEventAge: maxAge,
      }),
    });
  }
}
