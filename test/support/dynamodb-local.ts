import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

/** An npm package whose tarball carries Amazon's DynamoDBLocal.jar. */
const PACKAGE = 'amplify-dynamodb-simulator@2.9.30';
const FOLDER = join('node_modules', '.cache', 'dynamodb-local');
const EMULATOR = join(FOLDER, 'package', 'emulator');

export function hasJava(): boolean {
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Fetches the jar from the npm registry once. */
export function fetchDynamodbLocal(): void {
  if (isFetched()) return;
  mkdirSync(FOLDER, { recursive: true });
  const tarball = execFileSync('npm', ['pack', PACKAGE, '--silent'], {
    cwd: FOLDER,
    encoding: 'utf8',
  }).trim();
  execFileSync('tar', ['xzf', tarball], { cwd: FOLDER });
}

export function isFetched(): boolean {
  return existsSync(join(EMULATOR, 'DynamoDBLocal.jar'));
}

/** Amazon's own emulator in memory on a free loopback port, up as soon as it answers. */
export async function startDynamodbLocal(): Promise<{ endpoint: string; stop: () => void }> {
  const port = await freePort();
  const java: ChildProcess = spawn(
    'java',
    [
      '-Djava.library.path=./DynamoDBLocal_lib',
      '-jar',
      'DynamoDBLocal.jar',
      '-inMemory',
      '-port',
      String(port),
    ],
    { cwd: EMULATOR, stdio: 'ignore' },
  );
  const endpoint = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries++) {
    const answered = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (answered) return { endpoint, stop: () => java.kill() };
    await new Promise((later) => setTimeout(later, 200));
  }
  java.kill();
  throw new Error(
    `DynamoDB Local did not answer on ${endpoint} within 20 s: run java -jar DynamoDBLocal.jar in ${EMULATOR} to see why`,
  );
}
