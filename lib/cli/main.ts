import packageJson from '../../package.json' with { type: 'json' };
import { InputError } from '../model/input-error.ts';
import type { Command } from './command.ts';
import { exportAnswers, importAnswers } from './commands/answers.ts';
import { ask } from './commands/ask.ts';
import { changes } from './commands/changes.ts';
import { correction } from './commands/correction.ts';
import { costs } from './commands/costs.ts';
import { accept, reject, undo } from './commands/decide.ts';
import { doctor } from './commands/doctor.ts';
import { draft } from './commands/draft.ts';
import { explain } from './commands/explain.ts';
import { acknowledgeFeeds } from './commands/feeds/acknowledge.ts';
import { checkFeeds } from './commands/feeds/check.ts';
import { listFeeds } from './commands/feeds/list.ts';
import { exportFeeds, importFeeds } from './commands/feeds/opml.ts';
import { suggestFeedsFor } from './commands/feeds/suggest.ts';
import { lint } from './commands/lint.ts';
import { notify } from './commands/notify.ts';
import { page } from './commands/page.ts';
import { pageLink } from './commands/page-link.ts';
import { replayCommand } from './commands/replay.ts';
import { review } from './commands/review.ts';
import { run } from './commands/run.ts';
import { show } from './commands/show.ts';
import { deleteStory } from './commands/stories/delete.ts';
import { diffStory } from './commands/stories/diff.ts';
import { listStories } from './commands/stories/list.ts';
import { putStories } from './commands/stories/put.ts';
import { retireStory } from './commands/stories/retire.ts';
import { story } from './commands/story.ts';
import { watchCommand } from './commands/watch.ts';
import { helpOf, parseCommand } from './options.ts';
import { tableTrouble } from './table.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** In the order in which `--help` lists them. */
const COMMANDS: readonly Command[] = [
  draft,
  lint,
  run,
  watchCommand,
  replayCommand,
  changes,
  show,
  story,
  page,
  pageLink,
  correction,
  review,
  accept,
  reject,
  undo,
  explain,
  suggestFeedsFor,
  checkFeeds,
  listFeeds,
  acknowledgeFeeds,
  importFeeds,
  exportFeeds,
  putStories,
  listStories,
  diffStory,
  retireStory,
  deleteStory,
  notify,
  doctor,
  exportAnswers,
  importAnswers,
  ask,
  costs,
];

/** @returns the exit code: 0 done, 1 failed, 2 wrong usage */
export async function main(argv: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const [name] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? terminal.note : terminal.out)(list(COMMANDS));
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    terminal.out(packageJson.version);
    return 0;
  }
  // The longer name goes first: `page link` is not `page`.
  const command = COMMANDS.toSorted((a, b) => b.name.length - a.name.length).find(
    (each) => each.name === argv.slice(0, each.name.split(' ').length).join(' '),
  );
  if (!command) return notFound(argv, terminal);
  const rest = argv.slice(command.name.split(' ').length);
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.out(helpOf(command));
    return 0;
  }
  let table: string | undefined;
  try {
    const given = parseCommand(command, rest);
    if (typeof given.values['table'] === 'string') table = given.values['table'];
    return await command.run(given, terminal);
  } catch (error) {
    return explainFailure(error, command, table, terminal);
  }
}

function list(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  return [
    'claimwatch: watches the news for what overtakes a published article, claim by claim',
    '',
    ...commands.map(({ name, about }) => `  ${name.padEnd(width)}${about}`),
    '',
    'claimwatch COMMAND --help says more. Results go to stdout, all else to stderr.',
  ].join('\n');
}

/** A word that is none of the commands, or the first one of several. */
function notFound([name = '', next]: readonly string[], terminal: Terminal): 0 | 2 {
  const group = COMMANDS.filter((each) => each.name.startsWith(`${name} `));
  if (group.length > 0 && (next === '--help' || next === '-h')) {
    terminal.out(list(group));
    return 0;
  }
  const own = group.map((each) => each.name.slice(name.length + 1));
  const all = [...new Set(COMMANDS.map((each) => each.name.split(' ')[0]))];
  terminal.note(
    group.length > 0
      ? `${name}: found ${next === undefined ? 'nothing' : `"${next}"`}, expected one of ${own.join(', ')}; claimwatch ${name} --help says more`
      : `Found "${name}", expected one of ${all.join(', ')}; claimwatch --help lists them`,
  );
  return 2;
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
  const message =
    error instanceof InputError ? error.message : (tableTrouble(error, table) ?? systemTrouble(error));
  if (message === null) throw error;
  terminal.note(message);
  return 1;
}

/** What the system refused: a file that can't be written, a folder in the way; null for any other error. */
function systemTrouble(error: unknown): string | null {
  if (!(error instanceof Error) || !('syscall' in error)) return null;
  return `The system refused to go on (${error.message}): expected a path that can be read and written`;
}
