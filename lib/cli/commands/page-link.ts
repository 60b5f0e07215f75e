import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  GetParameterCommand,
  ParameterAlreadyExists,
  ParameterNotFound,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { InputError } from '../../model/input-error.ts';
import { EDITOR_LENGTH } from '../../model/limits.ts';
import type { Links } from '../../monitor/links.ts';
import { newKey, newLink, secretOf } from '../../page/links.ts';
import { tableClient } from '../../store/client.ts';
import { dynamoLinks } from '../../store/dynamo-links.ts';
import { plural } from '../../view/count.ts';
import { timeOf } from '../../view/dates.ts';
import { PATHS } from '../../view/page/site.ts';
import { command, flag, short, text } from '../command.ts';
import { stackOutputs } from '../stack.ts';
import type { Terminal } from '../terminal.ts';

/** Where a deployment's pages are, and what keeps their links. */
interface DeployedPages {
  readonly url: string;
  readonly links: Links;
  readonly key: string;
}

export const pageLink = command({
  name: 'page link',
  about: 'secret links to the pages of a deployment',
  help: 'Makes a secret link to the pages of a deployment for one person, in whose name decisions count that come by it; a link made before for the same name ends. Whoever has a link may look and decide: send it to nobody else. --rotate makes a new key, so that all links, sessions and feed addresses end, within a minute.',
  options: {
    for: short('NAME', 'makes a link for this person', EDITOR_LENGTH),
    list: flag('lists the links'),
    revoke: short('NAME', 'ends the link of this person', EDITOR_LENGTH),
    rotate: flag('ends all links'),
    stack: text('NAME', 'of the deployment; else Claimwatch'),
  },
  choices: [{ of: ['for', 'list', 'revoke', 'rotate'], isRequired: true }],
  async run({ values }, terminal) {
    const ssm = new SSMClient({});
    const outputs = await stackOutputs(values.stack ?? 'Claimwatch');
    const [url, parameter, table] = ['PageUrl', 'PageKey', 'TableName'].map((name) => outputs.get(name));
    if (!url || !parameter || !table)
      throw new InputError(
        `The stack "${values.stack ?? 'Claimwatch'}" serves no pages: set "page": true under claimwatch in cdk.json and deploy`,
      );
    const dynamo = new DynamoDBClient({});
    try {
      const links = dynamoLinks(tableClient(dynamo, table));
      if (values.for !== undefined)
        await make(values.for, { url, links, key: await keyIn(ssm, parameter) }, terminal);
      else if (values.revoke !== undefined) await revoke(values.revoke, links, terminal);
      else if (values.list) await list(links, terminal);
      else await rotate(() => putKey(ssm, parameter, true), links, terminal);
      return 0;
    } finally {
      dynamo.destroy();
      ssm.destroy();
    }
  },
});

async function make(name: string, { url, links, key }: DeployedPages, terminal: Terminal): Promise<void> {
  const before = (await links.links()).filter((each) => each.name === name);
  const link = newLink(name, new Date());
  await links.saveLink(link);
  for (const { id } of before) await links.removeLink(id);
  terminal.out(new URL(PATHS.enter(secretOf(link, key)), url).href);
  terminal.note(
    `For ${name} alone: whoever opens it decides in this name.${before.length > 0 ? ' The link made before has ended.' : ''}`,
  );
}

async function revoke(name: string, links: Links, terminal: Terminal): Promise<void> {
  const all = await links.links();
  const own = all.filter((each) => each.name === name);
  if (own.length === 0)
    throw new InputError(
      `There is no link for "${name}", expected one of ${all.map((each) => each.name).join(', ') || 'none: no link was made yet'}`,
    );
  for (const { id } of own) await links.removeLink(id);
  terminal.note(`The link for ${name} has ended, with its sessions and feed addresses.`);
}

async function list(links: Links, terminal: Terminal): Promise<void> {
  const all = (await links.links()).toSorted((a, b) => a.madeAt.localeCompare(b.madeAt));
  if (all.length === 0) terminal.note('No link was made yet: page link --for NAME');
  for (const { name, madeAt } of all) terminal.out(`${timeOf(madeAt, 'UTC')}  ${name}`);
}

async function rotate(newKeyIn: () => Promise<string>, links: Links, terminal: Terminal): Promise<void> {
  await newKeyIn();
  const all = await links.links();
  for (const { id } of all) await links.removeLink(id);
  terminal.note(
    `A new key signs from now on; ${plural(all.length, 'link')} ended. Links that are made now open within a minute.`,
  );
}

/** The key that signs links; the first link makes it. */
async function keyIn(ssm: SSMClient, name: string): Promise<string> {
  const read = async () => {
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
    return Parameter?.Value?.trim() ?? '';
  };
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ParameterNotFound)) throw error;
  }
  try {
    return await putKey(ssm, name, false);
  } catch (error) {
    // Somebody else made it just now.
    if (error instanceof ParameterAlreadyExists) return read();
    throw error;
  }
}

async function putKey(ssm: SSMClient, name: string, overwrites: boolean): Promise<string> {
  const key = newKey();
  await ssm.send(
    new PutParameterCommand({ Name: name, Value: key, Type: 'SecureString', Overwrite: overwrites }),
  );
  return key;
}
