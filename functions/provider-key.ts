import { parameter } from './parameter.ts';

/**
 * The key of the OpenAI-compatible provider from the SecureString that `KEY_PARAMETER` names; undefined where it names none.
 * It is read for each call, so that a new key counts at once.
 * @throws where the parameter cannot be read
 */
export async function providerKey(): Promise<string | undefined> {
  const name = process.env['KEY_PARAMETER'];
  return name ? parameter(name, 'the provider’s key', 'aws ssm put-parameter') : undefined;
}
