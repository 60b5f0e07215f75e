import {
  CloudFormationClient,
  DescribeStacksCommand,
  paginateListStackResources,
} from '@aws-sdk/client-cloudformation';
import { paginateListSubscriptionsByTopic, SNSClient } from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { InputError } from '../model/input-error.ts';
import type { Deployed } from '../monitor/diagnosis.ts';
import { noStack } from './stack.ts';

/** A stack as AWS has it. */
export type DeployedStack = Pick<Deployed, 'status' | 'failures' | 'alarmsTo' | 'unconfirmed'> & {
  readonly table: string;
};

/** @throws InputError where there is no such stack, or it is none of claimwatch */
export async function deployedStack(name: string): Promise<DeployedStack> {
  const [cloudFormation, sqs, sns] = [new CloudFormationClient({}), new SQSClient({}), new SNSClient({})];
  try {
    const described = await cloudFormation
      .send(new DescribeStacksCommand({ StackName: name }))
      .catch((error: unknown) => {
        throw noStack(name, error);
      });
    const { StackStatus: status = '', Outputs = [] } = described.Stacks?.[0] ?? {};
    const table = Outputs.find(({ OutputKey }) => OutputKey === 'TableName')?.OutputValue;
    if (table === undefined)
      throw new InputError(
        `The stack "${name}" has no output TableName (its status is ${status}), expected a deployment of claimwatch: check --stack`,
      );
    const resources = await resourcesOf(cloudFormation, name);
    const failures = new Map<string, number>();
    for (const { id, physical } of resources.filter(({ type }) => type === 'AWS::SQS::Queue'))
      if (/Fail/.test(id)) failures.set(queueName(id), await messagesIn(sqs, physical));
    const told = { unconfirmed: [] as string[], alarmsTo: 0 };
    for (const { id, physical } of resources.filter(({ type }) => type === 'AWS::SNS::Topic'))
      for await (const { Subscriptions = [] } of paginateListSubscriptionsByTopic(
        { client: sns },
        { TopicArn: physical },
      ))
        for (const { SubscriptionArn, Endpoint = '' } of Subscriptions) {
          if (SubscriptionArn === 'PendingConfirmation') told.unconfirmed.push(Endpoint);
          else if (/^OperationsAlarms/.test(id)) told.alarmsTo += 1;
        }
    return { status, table, failures, ...told, unconfirmed: [...new Set(told.unconfirmed)].toSorted() };
  } finally {
    for (const client of [cloudFormation, sqs, sns]) client.destroy();
  }
}

async function resourcesOf(client: CloudFormationClient, StackName: string) {
  const all: { readonly id: string; readonly type: string; readonly physical: string }[] = [];
  for await (const { StackResourceSummaries = [] } of paginateListStackResources({ client }, { StackName }))
    for (const {
      LogicalResourceId: id = '',
      ResourceType: type = '',
      PhysicalResourceId: physical = '',
    } of StackResourceSummaries)
      all.push({ id, type, physical });
  return all;
}

/** `PollerFailedChecks0AB12CD3` → `FailedChecks`, as alarms call it. */
function queueName(id: string): string {
  return /(Fail(?:ures|ed[A-Z][a-z]+))/.exec(id)?.[1] ?? id;
}

async function messagesIn(client: SQSClient, QueueUrl: string): Promise<number> {
  const command = new GetQueueAttributesCommand({
    QueueUrl,
    AttributeNames: ['ApproximateNumberOfMessages'],
  });
  const { Attributes } = await client.send(command);
  return Number(Attributes?.['ApproximateNumberOfMessages'] ?? 0);
}
