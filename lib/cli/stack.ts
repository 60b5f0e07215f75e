import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { InputError } from '../model/input-error.ts';
import { region } from './table.ts';

/** What a deployment of claimwatch printed when it was made, by the names of its outputs. @throws InputError where there is none */
export async function stackOutputs(stack: string): Promise<ReadonlyMap<string, string>> {
  const client = new CloudFormationClient({});
  try {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: stack }));
    return new Map(
      (Stacks?.[0]?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
    );
  } catch (error) {
    throw noStack(stack, error);
  } finally {
    client.destroy();
  }
}

/** The error of asking for a stack, in words where there is none. */
export function noStack(stack: string, error: unknown): unknown {
  if (!(error instanceof Error) || !/does not exist/.test(error.message)) return error;
  return new InputError(`There is no stack "${stack}" in ${region()}: check --stack and AWS_REGION`);
}
