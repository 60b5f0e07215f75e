import packageJson from '../../package.json' with { type: 'json' };
import { InputError } from '../model/input-error.ts';
import type { Command } from './command.ts';
import { answers } from './commands/answers.ts';
import { ask } from './commands/ask.ts';
import { changes } from './commands/changes.ts';
import { costs } from './commands/costs.ts';
import { accept, reject } from './commands/decide.ts';
import { explain } from './commands/explain.ts';
import { feeds } from './commands/feeds.ts';
import { run } from './commands/run.ts';
import { show } from './commands/show.ts';
import { story } from './commands/story.ts';
import { tableTrouble } from './table.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

const COMMANDS: readonly Command[] = [
  run,
  changes,
  show,
  story,
  accept,
  reject,
  explain,
  feeds,
  answers,
  ask,
  costs,
];

const HELP = `claimwatch: watches the news for what overtakes a published article, claim by claim

${COMMANDS.map(({ name, about }) => `  ${name.padEnd(10)}${about}`).join('\n')}

claimwatch COMMAND --help says more. Results go to stdout, all else to stderr.`;

/** @returns the exit code: 0 done, 1 failed, 2 wrong usage */
export async function main(argv: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? terminal.note : terminal.out)(HELP);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    terminal.out(packageJson.version);
    return 0;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) {
    terminal.note(
      `Found "${name}", expected one of ${COMMANDS.map((candidate) => candidate.name).join(', ')}; claimwatch --help lists them`,
    );
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.out(command.help);
    return 0;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    return explainFailure(error, command, tableNamed(rest), terminal);
  }
}

/** What `--table` names, for errors about it. */
function tableNamed(argv: readonly string[]): string | undefined {
  const at = argv.indexOf('--table');
  return at >= 0 ? argv[at + 1] : argv.find((word) => word.startsWith('--table='))?.slice('--table='.length);
}

function explainFailure(
  error: unknown,
  { name }: Command,
  table: string | undefined,
  terminal: Terminal,
): 1 | 2 {
  if (error instanceof UsageError) {
    terminal.note(`${error.message}\nclaimwatch ${name} --help says how it is used.`);
    return 2;
  }
  const message = error instanceof InputError ? error.message : tableTrouble(error, table);
  if (message === null) throw error;
  terminal.note(message);
  return 1;
}
