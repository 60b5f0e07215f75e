import { expect, test } from 'vitest';
import type { Call } from './aws.ts';
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

/** A statement of a policy, as far as it is used here. */
interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

const LEADING_KEYS = 'dynamodb:LeadingKeys';
const ATTRIBUTES = 'dynamodb:Attributes';

/** The last test of a file: what a function was seen to do is what it may do, to the rows and attributes that it wrote. */
export function mayDoWhatItDoes(name: FunctionName): void {
  test(`${name} may do what it does on the wire, and nothing beyond`, () => {
    const statements = statementsOf(name);
    const granted = statements.flatMap(({ Action }) => Action);
    const calls = asked.get(name) ?? [];
    const used = calls.map(({ action }) => PERMISSIONS.get(action) ?? action);
    // What both do, the platform and the code itself, is granted once.
    expect(granted).toEqual(expect.arrayContaining(used));
    expect(ownOf(granted)).toEqual(ownOf(used));
    expect(calls.filter((call) => !isAllowed(call, statements)).map(writtenBy)).toEqual([]);
  });
}

/** What the role of a function may do, without where Lambda itself sends its failures. */
function statementsOf(name: FunctionName): Statement[] {
  const { template } = at.deployment;
  const roles = Object.entries(template.findResources('AWS::Lambda::Function'))
    .filter(([id]) => id.includes(name))
    .map(([, { Properties }]) => Properties.Role['Fn::GetAtt'][0]);
  return Object.values(template.findResources('AWS::IAM::Policy'))
    .filter(({ Properties }) => Properties.Roles.some(({ Ref }: { Ref: string }) => roles.includes(Ref)))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement as Statement[])
    .filter(({ Resource }) => !JSON.stringify(Resource).includes('Failures'));
}

/** Whether a write to the table is one that a statement allows, by its conditions as IAM reads them; any other call is. */
function isAllowed(call: Call, statements: readonly Statement[]): boolean {
  if (call.action === 'dynamodb:BatchWriteItem')
    return deletesIn(call).every((Key) =>
      isAllowed({ action: 'dynamodb:DeleteItem', body: JSON.stringify({ Key }) }, statements.map(asDelete)),
    );
  if (!/^dynamodb:(?:Put|Update|Delete)/.test(call.action)) return true;
  const { key, attributes } = writtenBy(call);
  return statements.some(({ Action, Condition = {} }) => {
    if (![Action].flat().includes(call.action)) return false;
    const keys = [Condition['ForAllValues:StringLike']?.[LEADING_KEYS] ?? ['*']].flat();
    const own = Condition['ForAllValues:StringEquals']?.[ATTRIBUTES];
    const isOfRows = keys.some((pattern) => like(pattern, key));
    return isOfRows && (own === undefined || attributes.every((each) => own.includes(each)));
  });
}

function deletesIn({ body }: Call): object[] {
  const [requests = []] = Object.values(JSON.parse(body).RequestItems) as {
    DeleteRequest: { Key: object };
  }[][];
  return requests.map(({ DeleteRequest }) => DeleteRequest.Key);
}

function asDelete(statement: Statement): Statement {
  const Action = [statement.Action].flat().filter((action) => action !== 'dynamodb:DeleteItem');
  return { ...statement, Action: Action.map((action) => action.replace('BatchWriteItem', 'DeleteItem')) };
}

function like(pattern: string, text: string): boolean {
  return pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : text === pattern;
}

function writtenBy({ action, body }: Call) {
  const { Key, Item, ExpressionAttributeNames: names = {}, ...told } = JSON.parse(body);
  const expressions = [told.UpdateExpression, told.ConditionExpression].join(' ');
  // Bare names in an expression, and those that it stands for.
  const bare = expressions
    .replaceAll(/[:#]\w+/g, ' ')
    .split(/[^\w]+/)
    .filter(
      (word) =>
        /^[a-z]\w*$/.test(word) && !/^(?:if_not_exists|attribute_(?:not_)?exists|size|contains)$/.test(word),
    );
  const attributes = [...Object.keys(Key ?? Item), ...Object.values<string>(names), ...bare];
  return { action, key: (Key ?? Item).pk.S as string, attributes: [...new Set(attributes)] };
}
