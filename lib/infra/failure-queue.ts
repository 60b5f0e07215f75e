import { Duration, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** Where work ends that could not be done, for as long as SQS keeps it. An alarm tells when one is not empty. */
export class FailureQueue extends Queue {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const reason = 'It is a failure queue itself: what is in it waits for a person, whom an alarm calls.';
    Validations.of(this).acknowledge(
      { id: 'Serverless::Serverless-SQSRedrivePolicy', reason },
      { id: 'AwsSolutions::AwsSolutions-SQS3', reason },
    );
  }
}
