import {
  DeleteRolePolicyCommand,
  GetRolePolicyCommand,
  IAMClient,
  PutRolePolicyCommand,
  paginateListRolePolicies,
  paginateListRoles,
} from '@aws-sdk/client-iam';

/** The policies of a deployment's roles on an emulator. */

interface RolePolicy {
  readonly RoleName: string;
  readonly PolicyName: string;
  readonly document: {
    readonly Statement: readonly {
      Action: string | string[];
      Condition?: Record<string, Record<string, unknown>>;
    }[];
  };
}

/** Condition keys of DynamoDB that the emulator doesn't know: what it doesn't know is absent, and `Null` refuses that. */
const UNKNOWN = ['dynamodb:LeadingKeys', 'dynamodb:Attributes'];

/** AWS lets whoever may send a message send several; the emulator asks for a right of its own. */
const SEVERAL: Readonly<Record<string, string>> = { 'sqs:SendMessage': 'sqs:SendMessageBatch' };

/** Words policies so that the emulator enforces what it can of them. @returns how many it changed */
export async function wordedForEmulator(): Promise<number> {
  const iam = new IAMClient({});
  let count = 0;
  for (const { RoleName, PolicyName, document } of await policiesOf('Claimwatch-')) {
    const before = JSON.stringify(document);
    for (const statement of document.Statement) {
      const actions = [statement.Action].flat();
      statement.Action = [...actions, ...actions.flatMap((action) => SEVERAL[action] ?? [])];
      for (const [operator, keys] of Object.entries(statement.Condition ?? {})) {
        for (const key of UNKNOWN) delete keys[key];
        if (Object.keys(keys).length === 0) delete statement.Condition?.[operator];
      }
    }
    const PolicyDocument = JSON.stringify(document);
    if (PolicyDocument === before) continue;
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument }));
    count += 1;
  }
  return count;
}

/** Lets the roles of the CDK do all: whether the emulator maps each of their rights is not the question here. */
export async function trustCdk(): Promise<void> {
  const client = new IAMClient({});
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  });
  for await (const { Roles = [] } of paginateListRoles({ client }, {}))
    for (const { RoleName = '' } of Roles.filter((role) => role.RoleName?.startsWith('cdk-')))
      await client.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'all', PolicyDocument }));
}

/** What a function that may do nothing says when it is called; its policies are put back. @throws where it works all the same */
export async function deniedWithoutPolicy(role: string, call: () => Promise<unknown>): Promise<string> {
  const iam = new IAMClient({});
  const own = await policiesOf(role);
  if (own.length === 0) throw new Error(`There is no role ${role} with a policy`);
  for (const { RoleName, PolicyName } of own)
    await iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName }));
  try {
    await call();
  } catch (error) {
    const [said = ''] = /AccessDenied\w*|not authorized/i.exec(String(error)) ?? [];
    if (said === '') throw error;
    return said;
  } finally {
    for (const { RoleName, PolicyName, document } of own)
      await iam.send(
        new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument: JSON.stringify(document) }),
      );
  }
  throw new Error(`${role} works without a policy: permissions are not enforced`);
}

async function policiesOf(prefix: string): Promise<RolePolicy[]> {
  const client = new IAMClient({});
  const found: RolePolicy[] = [];
  for await (const { Roles = [] } of paginateListRoles({ client }, {}))
    for (const { RoleName = '' } of Roles.filter((role) => role.RoleName?.startsWith(prefix)))
      for await (const { PolicyNames = [] } of paginateListRolePolicies({ client }, { RoleName }))
        for (const PolicyName of PolicyNames) {
          const { PolicyDocument = '{}' } = await client.send(
            new GetRolePolicyCommand({ RoleName, PolicyName }),
          );
          found.push({ RoleName, PolicyName, document: JSON.parse(decodeURIComponent(PolicyDocument)) });
        }
  return found;
}
