import { expect, test } from 'vitest';
import { asked, at, type FunctionName } from './deployed.ts';

/** What AWS does in a function's name: its code never asks for it. */
const BY_THE_PLATFORM = [
  /^logs:/,
  /^xray:/,
  /^sqs:(?:ReceiveMessage|DeleteMessage|ChangeMessageVisibility|GetQueueUrl|GetQueueAttributes)$/,
  /^dynamodb:(?:DescribeStream|GetRecords|GetShardIterator|ListStreams)$/,
];
/** Requests whose permission has another name. */
const PERMISSIONS = new Map([
  ['sqs:SendMessageBatch', 'sqs:SendMessage'],
  ['lambda:Invoke', 'lambda:InvokeFunction'],
]);

const ownOf = (actions: readonly string[]): string[] =>
  [...new Set(actions)]
    .filter((action) => !BY_THE_PLATFORM.some((pattern) => pattern.test(action)))
    .toSorted();

/** The last test of a file: what a function was seen to do is what it may do. */
export function mayDoWhatItDoes(name: FunctionName): void {
  test(`${name} may do what it does on the wire, and nothing beyond`, () => {
    const { template } = at.deployment;
    const roles = Object.entries(template.findResources('AWS::Lambda::Function'))
      .filter(([id]) => id.includes(name))
      .map(([, { Properties }]) => Properties.Role['Fn::GetAtt'][0]);
    const granted = Object.values(template.findResources('AWS::IAM::Policy'))
      .filter(({ Properties }) => Properties.Roles.some(({ Ref }: { Ref: string }) => roles.includes(Ref)))
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      // Where failures go, Lambda itself sends them.
      .filter(({ Resource }) => !JSON.stringify(Resource).includes('Failures'))
      .flatMap(({ Action }) => Action as string[]);
    const used = [...(asked.get(name) ?? [])].map((action) => PERMISSIONS.get(action) ?? action);
    // What both do, the platform and the code itself, is granted once.
    expect(granted).toEqual(expect.arrayContaining(used));
    expect(ownOf(granted)).toEqual(ownOf(used));
  });
}
