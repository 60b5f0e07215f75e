import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

export interface Parsed<T extends Options> {
  readonly values: ReturnType<typeof parseArgs<{ options: T; allowPositionals: true }>>['values'];
  readonly positionals: readonly string[];
}

/**
 * The options of a command line.
 * @throws UsageError for an option that is unknown, lacks its value or has one too many
 */
export function readOptions<const T extends Options>(argv: readonly string[], options: T): Parsed<T> {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message.split('. ')[0] : String(error));
  }
}

/** Lets an option take all the words up to the next one: `--feeds a b` → `--feeds a --feeds b`. */
export function repeatOptions(argv: readonly string[], names: readonly string[]): string[] {
  let last = '';
  return argv.flatMap((word, i) => {
    if (word.startsWith('-')) {
      last = word;
      return [word];
    }
    return names.includes(last) && argv[i - 1] !== last ? [last, word] : [word];
  });
}

/** An instant from a user: ISO 8601, where a bare day is its first moment in UTC. @throws UsageError */
export function readTime(option: string, text: string): Date {
  const time = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/.test(text)
    ? new Date(text)
    : new Date(Number.NaN);
  // 31 February would roll over into March.
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(time.getTime()) || day.toISOString().slice(0, 10) !== text.slice(0, 10))
    throw new UsageError(
      `${option}: found "${text}", expected a day or a time with its zone, like 2025-12-02 or 2025-12-02T09:00:00Z`,
    );
  return time;
}

/** One of a few words. @throws UsageError that lists them */
export function readChoice<T extends string>(option: string, text: string, choices: readonly T[]): T {
  const choice = choices.find((candidate) => candidate === text);
  if (choice === undefined)
    throw new UsageError(`${option}: found "${text}", expected one of ${choices.join(', ')}`);
  return choice;
}
