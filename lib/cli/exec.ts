import { spawn } from 'node:child_process';

/** A command that hangs is ended after so many milliseconds. */
const TIMEOUT_MS = 60_000;
/** So much of what it writes is shown, in characters. */
const SHOWN = 2_000;

/** What came of a command: its exit code, or the signal that ended it, and what it wrote. */
export interface Executed {
  readonly code: number | null;
  readonly signal: string | null;
  readonly output: string;
}

/** Runs a command of the shell with a text on its stdin. @param timeoutMs then it is ended, with what it started */
export function execute(command: string, input: string, timeoutMs = TIMEOUT_MS): Promise<Executed> {
  return new Promise((resolve) => {
    // In a group of its own, so that Ctrl-C at the watch leaves it to finish, and it can be ended whole.
    const child = spawn(command, { shell: true, detached: process.platform !== 'win32' });
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(0, SHOWN);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    // It may not read what it is given.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    const timer = setTimeout(() => {
      try {
        if (child.pid) process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
      } catch {
        // It ended meanwhile.
      }
    }, timeoutMs);
    const end = (executed: Executed) => {
      clearTimeout(timer);
      resolve(executed);
    };
    child.once('error', (error) => end({ code: null, signal: null, output: error.message }));
    child.once('close', (code, signal) => end({ code, signal, output: output.trim() }));
  });
}
