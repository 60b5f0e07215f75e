import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../support/free-port.ts';

/** An emulator of AWS that runs CloudFormation and Node functions without Docker. */
const PACKAGE = 'ministack==1.5.33';
const FOLDER = resolve('node_modules', '.cache', 'ministack');
const REGION = 'eu-central-1';

export interface Emulator {
  readonly endpoint: string;
  /** What the SDK, the CDK and the command line need in their environment to talk to it. */
  readonly env: Readonly<Record<string, string>>;
  /** What it has logged so far. */
  log(): string;
  stop(): void;
}

export function hasPython(): boolean {
  try {
    execFileSync('python3', ['-m', 'venv', '--help'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Fetches it from PyPI once, into an environment of its own, and starts it on a free loopback port.
 * @param enforces permissions as well, by TLS, without which policies deny much; its certificate is nobody's
 */
export async function startEmulator({ enforces = false } = {}): Promise<Emulator> {
  if (enforces) process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  const program = join(FOLDER, 'bin', 'ministack');
  if (!existsSync(program)) {
    execFileSync('python3', ['-m', 'venv', FOLDER], { stdio: 'ignore' });
    execFileSync(join(FOLDER, 'bin', 'pip'), ['install', '--quiet', PACKAGE], { stdio: 'inherit' });
  }
  const state = mkdtempSync(join(tmpdir(), 'claimwatch-deploy-'));
  const port = String(await freePort());
  const endpoint = `${enforces ? 'https' : 'http'}://127.0.0.1:${port}`;
  const logFile = join(state, 'log');
  const log = openSync(logFile, 'w');
  const server = spawn(program, [], {
    env: {
      ...process.env,
      GATEWAY_PORT: port,
      BIND_HOST: '127.0.0.1',
      MINISTACK_HOST: '127.0.0.1',
      MINISTACK_REGION: REGION,
      S3_DATA_DIR: join(state, 's3'),
      TMPDIR: state,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      // Functions may read what the emulator itself serves: objects by presigned addresses.
      LOCAL_FEEDS: `${process.env['LOCAL_FEEDS'] ?? ''} ${endpoint}`,
      ...(enforces && { AUTH: 'true', USE_SSL: '1' }),
    },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const emulator = {
    endpoint,
    env: {
      AWS_ENDPOINT_URL: endpoint,
      AWS_ENDPOINT_URL_S3: endpoint,
      AWS_REGION: REGION,
      AWS_DEFAULT_REGION: REGION,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    },
    log: () => readFileSync(logFile, 'utf8'),
    stop: () => {
      server.kill();
    },
  };
  for (let tries = 0; tries < 150; tries++) {
    const answered = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (answered) return emulator;
    await new Promise((later) => setTimeout(later, 200));
  }
  server.kill();
  throw new Error(`${PACKAGE} did not answer on ${endpoint} within 30 s; it logged:\n${emulator.log()}`);
}
