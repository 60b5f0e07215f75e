import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient, paginateListFunctions } from '@aws-sdk/client-lambda';
import type { Evidence } from '../../lib/model/report.ts';
import type { Outputs } from './listen.ts';

/** What the command line and the table of a deployment show. */

/** How long work may take to go round by queue and stream, in milliseconds. */
const PATIENCE = 180_000;

const run = promisify(execFile);

export interface Change {
  readonly id: string;
  readonly claimId: string | null;
  readonly kind: string;
  readonly value: string;
  readonly evidence: readonly Evidence[];
}

export async function changesOf(
  { TableName }: Pick<Outputs, 'TableName'>,
  ...options: string[]
): Promise<Change[]> {
  const { stdout } = await run('npx', [
    'tsx',
    'bin/claimwatch.ts',
    'changes',
    '--table',
    TableName,
    '--format',
    'json',
    ...options,
  ]);
  const found = JSON.parse(stdout);
  return Array.isArray(found) ? found : found.changes;
}

/** What `look` sees once it has stayed the same, and not empty, for a while. */
export async function settled<T>(look: () => Promise<readonly T[]>): Promise<readonly T[]> {
  const until = Date.now() + PATIENCE;
  let before = -1;
  let still = 0;
  while (Date.now() < until) {
    const seen = await look();
    still = seen.length > 0 && seen.length === before ? still + 1 : 0;
    before = seen.length;
    if (still >= 4) return [...seen];
    await new Promise((later) => setTimeout(later, 2500));
  }
  throw new Error(`It did not come to rest within ${PATIENCE / 1000} s; the last look found ${before}`);
}

export function kindsOf(changes: readonly Change[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of changes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
}

/** What the shipped story's feeds report, of all that the first issue of the monitor was to show. */
export function expectDevelopments(changes: readonly Change[]): void {
  const found = changes.map(({ claimId, kind, value }) => `${claimId} ${kind} ${value}`);
  for (const wanted of [
    'witkoff-moscow-trip scheduled 2025-12-02',
    'zelenskyy-us-visit-november cancelled called off',
    'kyiv-strike-toll revised 21',
  ])
    assert.ok(found.includes(wanted), `expected "${wanted}" among:\n${found.join('\n')}`);
}

async function storyRow({ TableName }: Outputs, story: string) {
  const key = { pk: { S: 'STORIES' }, sk: { S: story } };
  return (await new DynamoDBClient({}).send(new GetItemCommand({ TableName, Key: key }))).Item;
}

export async function claimsIn(outputs: Outputs, story: string): Promise<number | undefined> {
  return (await storyRow(outputs, story))?.['baseline']?.M?.['claims']?.L?.length;
}

export async function isRetired(outputs: Outputs, story: string): Promise<boolean | undefined> {
  return (await storyRow(outputs, story))?.['retired']?.BOOL;
}

/** The name of the function whose logical id holds a part. */
export async function functionNamed(part: string): Promise<string> {
  const client = new LambdaClient({});
  for await (const { Functions = [] } of paginateListFunctions({ client }, {}))
    for (const { FunctionName = '' } of Functions) if (FunctionName.includes(part)) return FunctionName;
  throw new Error(`There is no function ${part}`);
}

/** Calls a function. @throws where it fails */
export async function invoke(FunctionName: string, event: object): Promise<unknown> {
  const { Payload, FunctionError } = await new LambdaClient({}).send(
    new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }),
  );
  const text = Buffer.from(Payload ?? []).toString('utf8');
  assert.equal(FunctionError, undefined, text);
  return JSON.parse(text);
}
