import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';

/** What a deployment says of itself. */
export interface Outputs {
  readonly TableName: string;
  readonly TopicArn: string;
  readonly BusName: string;
  readonly DispatchName: string;
  /** Where a deployment serves its pages. */
  readonly PageUrl?: string;
}

/** Queues that get what the topic and the bus send, and what they got so far. */
export async function listen({ TopicArn, BusName }: Outputs) {
  const mails = await hear('mails', TopicArn);
  const events = await newQueue('events');
  const bridge = new EventBridgeClient({});
  await bridge.send(
    new PutRuleCommand({
      Name: 'all',
      EventBusName: BusName,
      EventPattern: JSON.stringify({ source: ['claimwatch'] }),
    }),
  );
  await bridge.send(
    new PutTargetsCommand({ Rule: 'all', EventBusName: BusName, Targets: [{ Id: 'all', Arn: events.arn }] }),
  );
  return { mails, events: events.received };
}

/** What a topic sends from now on. */
export async function hear(name: string, TopicArn: string) {
  const { arn, received } = await newQueue(name);
  await new SNSClient({}).send(
    new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: arn, ReturnSubscriptionArn: true }),
  );
  return received;
}

async function newQueue(name: string) {
  const sqs = new SQSClient({});
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
  // biome-ignore lint/suspicious/noExplicitAny: messages of two services
  const all: any[] = [];
  const received = async () => {
    for (;;) {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
      );
      if (Messages.length === 0) return all;
      for (const { Body = '', ReceiptHandle } of Messages) {
        all.push(JSON.parse(Body));
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      }
    }
  };
  return { arn: `arn:aws:sqs:${process.env['AWS_REGION']}:000000000000:${name}`, received };
}
