import { resolve } from 'node:path';
import pty from '@lydell/node-pty';

/** Somebody who sits at a terminal of a command, and types when it has written what is waited for. */
export interface Typist {
  /** Waits until the terminal has written something new that fits. @returns what it wrote since the last wait */
  readonly until: (pattern: RegExp) => Promise<string>;
  readonly press: (keys: string) => void;
  /** Waits for the end. @returns the exit code */
  readonly ended: () => Promise<number>;
}

/** So long something is waited for, in milliseconds. */
const PATIENCE_MS = 60_000;

export function openTerminal(argv: readonly string[], env: Readonly<Record<string, string>> = {}): Typist {
  const terminal = pty.spawn(
    resolve(ROOT, 'node_modules/.bin/tsx'),
    [resolve(ROOT, 'bin/claimwatch.ts'), ...argv],
    {
      cols: 110,
      rows: 50,
      cwd: process.cwd(),
      env: { ...process.env, NO_COLOR: '1', TERM: 'xterm', ...env },
    },
  );
  let written = '';
  let seen = 0;
  let wake = () => {};
  terminal.onData((text) => {
    written += text;
    wake();
  });
  const exit = new Promise<number>((done) => terminal.onExit(({ exitCode }) => done(exitCode)));
  let code: number | null = null;
  void exit.then((ended) => {
    code = ended;
    wake();
  });
  return {
    async until(pattern) {
      const end = Date.now() + PATIENCE_MS;
      for (;;) {
        const fresh = written.slice(seen);
        const found = pattern.exec(fresh);
        if (found) {
          const upTo = found.index + found[0].length;
          seen += upTo;
          return fresh.slice(0, upTo);
        }
        if (code !== null || Date.now() > end) {
          terminal.kill();
          throw new Error(
            `Waited for ${pattern}, found ${JSON.stringify(fresh.slice(-2_000))}${code === null ? '' : `, and the end (${code})`}`,
          );
        }
        await new Promise<void>((next) => {
          wake = next;
          setTimeout(next, 500);
        });
      }
    },
    press: (keys) => terminal.write(keys),
    ended: () => exit,
  };
}

const ROOT = resolve(import.meta.dirname, '../..');
