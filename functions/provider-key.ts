import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { tracer } from './telemetry.ts';

let ssm: SSMClient | undefined;

/**
 * The key of the OpenAI-compatible provider from the SecureString that `KEY_PARAMETER` names; undefined where it names none.
 * It is read for each call, so that a new key counts at once.
 * @throws where the parameter cannot be read
 */
export async function providerKey(): Promise<string | undefined> {
  const name = process.env['KEY_PARAMETER'];
  if (!name) return undefined;
  ssm ??= tracer.captureAWSv3Client(new SSMClient({}));
  try {
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
    return Parameter?.Value?.trim();
  } catch (error) {
    const why = error instanceof Error ? error.name : String(error);
    throw new Error(
      `The parameter ${name} cannot be read (${why}): expected a SecureString with the provider's key in this account and region; put it there by aws ssm put-parameter`,
    );
  }
}
