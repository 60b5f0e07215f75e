import { type ParseArgsConfig, parseArgs } from 'node:util';
import { indented } from '../view/layout.ts';
import type { Arguments, Command, Options, Values } from './command.ts';
import { UsageError } from './usage-error.ts';

/** So wide is the column of options in a help text. */
const COLUMN = 18;
const WIDTH = 118;

/**
 * What a command line gives of a command's options and arguments.
 * @throws UsageError for what is unknown, lacks its value, is missing or one too many
 */
export function parseCommand(
  { name, args, options, choices = [] }: Command,
  argv: readonly string[],
): { readonly values: Values<Options>; readonly args: readonly string[] } {
  const { values: given, positionals } = parsed(withRepeats(argv, options), options);
  checkArguments(name, positionals, args);
  const values: Record<string, unknown> = {};
  for (const [key, { value, many, isRequired, read }] of Object.entries(options)) {
    const texts = [given[key] ?? []].flat().map(String);
    if (isRequired && texts.length === 0) throw new UsageError(`${name} needs --${key} ${value}, found none`);
    const all = texts.map((text) => read(`--${key}`, text));
    values[key] = many ? all : all.at(-1);
  }
  for (const { of, isRequired } of choices) {
    const found = of.filter((key) => given[key] !== undefined);
    const all = of.map((key) => [`--${key}`, options[key]?.value ?? ''].join(' ').trim());
    if (found.length > 1)
      throw new UsageError(`${found.map((key) => `--${key}`).join(' and ')} exclude each other: give one`);
    if (isRequired && found.length === 0)
      throw new UsageError(
        `${name} needs one of ${all.slice(0, -1).join(', ')} and ${all.at(-1)}, found none`,
      );
  }
  return { values: values as Values<Options>, args: positionals };
}

function parsed(argv: readonly string[], options: Options) {
  const config: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
    Object.entries(options).map(([key, { value, many }]) => [
      key,
      { type: value === null ? ('boolean' as const) : ('string' as const), multiple: many !== undefined },
    ]),
  );
  try {
    return parseArgs({ args: [...argv], options: config, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message.split('. ')[0] : String(error));
  }
}

/** Lets an option take all the words up to the next one: `--feeds a b` → `--feeds a --feeds b`. */
function withRepeats(argv: readonly string[], options: Options): string[] {
  let last = '';
  return argv.flatMap((word, i) => {
    if (word.startsWith('-')) {
      last = word;
      return [word];
    }
    return options[last.slice(2)]?.many === 'words' && argv[i - 1] !== last ? [last, word] : [word];
  });
}

function checkArguments(command: string, found: readonly string[], expected: Arguments | undefined): void {
  if (!expected) {
    if (found.length > 0)
      throw new UsageError(`${command}: found "${found[0]}" where no argument is expected`);
    return;
  }
  const { name, least, most } = expected;
  if (found.length >= least && found.length <= most) return;
  throw new UsageError(
    `${command} needs ${least === most ? 'one' : 'at least one'} ${name}, found ${found.length}`,
  );
}

/** What `--help` says of a command. */
export function helpOf({ name, args, options, help }: Command): string {
  const shown = Object.entries(options).map(([key, { value, about, many }]) => [
    `--${key}${value === null ? '' : ` ${value}`}${many ? '…' : ''}`,
    about,
  ]);
  const argument = args
    ? ` ${args.least === 0 ? `[${args.name}]` : args.name}${args.most > 1 ? '…' : ''}`
    : '';
  return [
    `claimwatch ${name}${argument}${shown.length > 0 ? ' [options]' : ''}`,
    '',
    indented(help, { width: WIDTH }, ''),
    ...(shown.length > 0 ? [''] : []),
    ...shown.map(([option = '', about = '']) => {
      const indent = ' '.repeat(COLUMN + 2);
      const text = indented(about, { width: WIDTH }, indent).trimStart();
      return option.length < COLUMN ? `  ${option.padEnd(COLUMN)}${text}` : `  ${option}\n${indent}${text}`;
    }),
  ].join('\n');
}
