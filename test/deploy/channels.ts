import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ListTopicsCommand, SNSClient } from '@aws-sdk/client-sns';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { Webhook } from 'standardwebhooks';
import { hear, type Outputs } from './listen.ts';
import { changesOf, functionNamed, invoke, isRetired, settled } from './looks.ts';

/** A story that is put without a deployment, checked at once, and told of by digest and webhook. */

const run = promisify(execFile);
const claimwatch = (...args: string[]) => run('npx', ['tsx', 'bin/claimwatch.ts', ...args]);

const SECRET = `whsec_${Buffer.from('a secret for the emulator').toString('base64')}`;
const SLUG = 'put-without-a-deployment';

interface Deployed {
  readonly baselineFile: string;
  readonly folder: string;
  readonly deploy: (settings: object) => Promise<Outputs>;
  readonly tell: (text: string) => void;
}

export async function tellByChannels({ baselineFile, folder, deploy, tell }: Deployed): Promise<void> {
  const hook = await receiver();
  await new SSMClient({}).send(
    new PutParameterCommand({
      Name: '/claimwatch/hook',
      Type: 'SecureString',
      Value: SECRET,
      Overwrite: true,
    }),
  );
  const channels = {
    desk: { type: 'email', to: ['desk@paper.example'], digest: ['07:30'] },
    hook: { type: 'webhook', url: hook.url, secretParameter: '/claimwatch/hook' },
  };
  try {
    const outputs = await deploy({ channels });
    const { Topics = [] } = await new SNSClient({}).send(new ListTopicsCommand({}));
    const topic = Topics.map(({ TopicArn = '' }) => TopicArn).find((arn) => /Topicdesk/i.test(arn));
    assert.ok(topic, 'the digest has a topic');
    const digests = await hear('digests', topic);
    tell('deployed again with a digest and a webhook');

    const baseline = JSON.parse(readFileSync(baselineFile, 'utf8'));
    const file = join(folder, 'put.json');
    const article = { ...baseline.article, url: 'https://put.example/article' };
    writeFileSync(file, JSON.stringify({ ...baseline, story: SLUG, article, notify: ['desk', 'hook'] }));
    const began = Date.now();
    await claimwatch('stories', 'put', file, '--table', outputs.TableName);
    let seconds = Number.POSITIVE_INFINITY;
    const records = await settled(async () => {
      const found = await changesOf(outputs, '--possible', '--story', SLUG);
      if (found.length > 0) seconds = Math.min(seconds, (Date.now() - began) / 1000);
      return found;
    });
    assert.ok(
      seconds < 60,
      `the story is checked within a minute, found its first record after ${seconds} s`,
    );
    tell(`a story was put: its first record after ${seconds.toFixed(0)} s, ${records.length} in all`);

    const taken = await settled(async () => hook.taken);
    const ids = taken.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, 'each message is taken once');
    assert.equal(hook.refused.length, 2);
    assert.ok(
      hook.refused.every((id) => ids.includes(id)),
      'what was refused came again under its id',
    );
    tell(`${ids.length} signed messages came to the webhook, two of them refused at first, each taken once`);

    const notify = await functionNamed('NotifierNotify');
    await invoke(notify, { digest: 'desk' });
    const [digest, ...others] = await settled(() => digests());
    assert.deepEqual(others, []);
    await invoke(notify, { digest: 'desk' });
    assert.equal((await digests()).length, 1, 'a digest without news is none');
    tell(`one digest: ${digest?.Subject}`);

    await deploy({ channels });
    assert.notEqual(await isRetired(outputs, SLUG), true);
    tell('deployed again: the story that was put is untouched');
    await claimwatch('stories', 'retire', SLUG, '--table', outputs.TableName);
    assert.equal(await isRetired(outputs, SLUG), true);
    tell('retired by a command');
  } finally {
    hook.close();
  }
}

/** A receiver on loopback that verifies each signature, and refuses the first two messages. */
async function receiver() {
  const refused: string[] = [];
  const taken: { id: string; type: string }[] = [];
  const faults: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = request.headers as Record<string, string>;
    const id = headers['webhook-id'] ?? '';
    try {
      const { type } = new Webhook(SECRET).verify(Buffer.concat(chunks), headers) as { type: string };
      if (refused.length < 2 && !refused.includes(id)) {
        refused.push(id);
        response.writeHead(503).end();
        return;
      }
      taken.push({ id, type });
      response.writeHead(204).end();
    } catch (error) {
      faults.push(String(error));
      response.writeHead(400).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    refused,
    get taken() {
      assert.deepEqual(faults, []);
      return taken;
    },
    close: () => server.close(),
  };
}
