import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { deploymentOf } from '../support/deployment.ts';
import { environmentOf } from '../support/environment.ts';

/** How large each deployed module is, and what CPU starting it costs beside one that only has a DynamoDB client. */

const RUNS = 7;
const EMPTY = `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
const client = new DynamoDBClient({});
export const handler = async () => client;`;
const ENVIRONMENT = {
  ...process.env,
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  ...environmentOf('none'),
  QUEUE_URL: 'http://127.0.0.1/none',
  LEASE_SECONDS: '360',
  STORIES_FILE: './stories.json',
};

/** CPU of loading a module, in milliseconds: the median of several fresh processes. */
function startUp(module: string): number {
  const code = `const before = process.cpuUsage(); await import(${JSON.stringify(module)}); const { user, system } = process.cpuUsage(before); process.stdout.write(String((user + system) / 1000)); process.exit();`;
  const runs = Array.from({ length: RUNS }, () =>
    Number(
      execFileSync(process.execPath, ['--input-type=module', '-e', code], {
        encoding: 'utf8',
        env: ENVIRONMENT,
      }),
    ),
  );
  return Math.round(runs.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0);
}

/** Of all modules of a folder, in bytes. */
const sizeOf = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.mjs'))
    .reduce((total, name) => total + statSync(join(folder, name)).size, 0);
const empty = join(mkdtempSync(join(tmpdir(), 'claimwatch-bench-')), 'index.mjs');
buildSync({
  stdin: { contents: EMPTY, resolveDir: process.cwd() },
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  mainFields: ['module', 'main'],
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  outfile: empty,
});
const { bundle } = deploymentOf({ reader: 'bedrock:amazon.nova-lite-v1:0' }, { bundling: true });
const base = startUp(empty);
const row = (name: string, file: string, cpu: number) =>
  process.stdout.write(
    `${name.padEnd(16)}${`${Math.round(sizeOf(dirname(file)) / 1024)} KB`.padStart(8)}${`${cpu} ms`.padStart(8)}  ratio ${(cpu / base).toFixed(1)}\n`,
  );
process.stdout.write(`\nthe deployed modules: size, CPU to start, by Node ${process.version}\n`);
row('empty handler', empty, base);
for (const name of ['Dispatch', 'CheckFeeds', 'ReadItems', 'Notify', 'Load'])
  row(name, bundle(name), startUp(bundle(name)));
