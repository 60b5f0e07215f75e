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
    const end = (code: number | null, signal: string | null) => {
      clearTimeout(timer);
      // What it left behind in the background may hold them open.
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
      resolve({ code, signal, output: output.trim() });
    };
    const timer = setTimeout(() => {
      endGroup(child.pid);
      end(null, `the time of ${timeoutMs / 1000} s`);
    }, timeoutMs);
    child.once('error', (error) => {
      output += error.message;
      end(null, null);
    });
    // What it wrote last is read first, for a moment.
    child.once('exit', (code, signal) => setTimeout(() => end(code, signal), DRAIN_MS));
    child.once('close', end);
  });
}

/** So long what a command wrote is waited for after its end, in milliseconds. */
const DRAIN_MS = 200;

function endGroup(pid: number | undefined): void {
  try {
    if (pid) process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It ended meanwhile.
  }
}
