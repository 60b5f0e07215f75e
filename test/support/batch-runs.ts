import { readFile, rm, writeFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Form } from './batch-forms.ts';
import { claimwatch } from './cli.ts';
import { useNewsroom } from './newsroom.ts';
import { type Provider, startProvider } from './provider.ts';
import { settings } from './settings-file.ts';

/** A newsroom whose model is asked in bulk, since its provider is down. */

const DOWN = { status: 503, headers: { 'retry-after': '3600' }, body: { error: { message: 'down' } } };

export let provider: Provider;

export function useBatches(): void {
  useNewsroom();
  beforeAll(async () => {
    provider = await startProvider();
    process.env['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'] = provider.url;
    Object.assign(process.env, {
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'a',
      AWS_SECRET_ACCESS_KEY: 's',
    });
  });
  afterAll(() => provider.close());
  beforeEach(async () => {
    provider.script = [DOWN];
    provider.sent.length = 0;
    await settings(
      'requestItems: 1\nmodels:\n  llama3.3:\n    measured: { sure: 97, possible: 70 }\n    price: { input: 1, output: 5 }\n',
    );
  });
  afterEach(async () => {
    await rm('.claimwatch', { recursive: true, force: true });
    for (const file of ['out.jsonl', 'in.jsonl', 'more.jsonl']) await rm(file, { force: true });
  });
}

export const run = ({ reader }: Form) =>
  claimwatch(['run', '--baseline', 'bridge.json', '--feeds', 'feeds', '--reader', reader(provider.url)]);
export const linesOf = async (file: string) =>
  (await readFile(file, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
export const waiting = async () =>
  JSON.parse((await claimwatch(['story', 'island-bridge', '--json'])).out).waiting;

export const writeAnswers = (file: string, lines: readonly object[]) =>
  writeFile(file, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
