import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { tracer } from './telemetry.ts';

let ssm: SSMClient | undefined;

/**
 * What an SSM SecureString holds.
 * @param what it is, and how it gets there, for the error
 * @throws where it cannot be read, or is empty
 */
export async function parameter(name: string, what: string, how: string): Promise<string> {
  ssm ??= tracer.captureAWSv3Client(new SSMClient({}));
  let why = 'it is empty';
  try {
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
    const value = Parameter?.Value?.trim();
    if (value) return value;
  } catch (error) {
    why = error instanceof Error ? error.name : String(error);
  }
  throw new Error(
    `The parameter ${name} cannot be read (${why}): expected a SecureString with ${what} in this account and region; put it there by ${how}`,
  );
}
