import type { Terminal } from './terminal.ts';

/** One word of the command line. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly about: string;
  readonly help: string;
  /** @returns the exit code: 0 done, 1 failed */
  readonly run: (argv: readonly string[], terminal: Terminal) => Promise<0 | 1>;
}
