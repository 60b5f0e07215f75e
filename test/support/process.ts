import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const TSX = resolve(ROOT, 'node_modules/.bin/tsx');
const ENTRY = resolve(ROOT, 'bin/claimwatch.ts');

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The command itself, in a process of its own, with its streams where a shell puts them. */
export function inShell(
  line: string,
  options: {
    readonly cwd?: string;
    readonly uid?: number;
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Promise<Ended> {
  const command = `claimwatch() { '${TSX}' '${ENTRY}' "$@"; }; ${line}`;
  const { cwd = process.cwd(), uid, env = {} } = options;
  return new Promise((done) => {
    execFile(
      '/bin/bash',
      ['-c', command],
      { cwd, ...(uid !== undefined && { uid }), env: { ...process.env, ...env } },
      (error, out, err) => done({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}
