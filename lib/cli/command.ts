import { EDITOR_LENGTH } from '../model/limits.ts';
import { isZone } from '../model/zone.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** An option of a command. `read` makes of its text what the command takes; it throws a UsageError for a wrong one. */
export interface Option<T = unknown> {
  /** How its value is called: `FILE`; null for one without. */
  readonly value: string | null;
  readonly about: string;
  /** It may be given several times; `words` where it takes all words up to the next option. */
  readonly many?: 'times' | 'words';
  readonly isRequired?: boolean;
  readonly read: (name: string, text: string) => T;
}
export type Options = Readonly<Record<string, Option>>;

/** What was given of each option; undefined where it was not. */
export type Values<O extends Options> = {
  readonly [K in keyof O]: O[K]['many'] extends string
    ? readonly ReturnType<O[K]['read']>[]
    : O[K]['isRequired'] extends true
      ? ReturnType<O[K]['read']>
      : ReturnType<O[K]['read']> | undefined;
};

/** The words of a command that belong to no option. */
export interface Arguments {
  /** How one is called: `ID`. */
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

/** One command as data: its help, its options and its usage errors follow from it. */
export interface Command<O extends Options = Options> {
  /** As it is typed: `changes`, `feeds check`. */
  readonly name: string;
  /** One line for the list of commands. */
  readonly about: string;
  /** What `--help` says besides. */
  readonly help: string;
  readonly args?: Arguments;
  readonly options: O;
  /** Options of which at most one may be given; with `isRequired` exactly one. */
  readonly choices?: readonly { readonly of: readonly (keyof O & string)[]; readonly isRequired: boolean }[];
  /** @returns the exit code: 0 done, 1 failed */
  readonly run: (
    given: { readonly values: Values<O>; readonly args: readonly string[] },
    terminal: Terminal,
  ) => Promise<0 | 1>;
}

/** A command of the list, whatever its options. */
export function command<const O extends Options>(made: Command<O>): Command {
  return made as unknown as Command;
}

/** An option without a value. */
export const flag = (about: string) => ({ value: null, about, read: () => true as const });

export const text = (value: string, about: string) => ({
  value,
  about,
  read: (_name: string, given: string) => given,
});

/** One of a few words. */
export const oneOf = <const T extends string>(value: string, about: string, choices: readonly T[]) => ({
  value,
  about,
  read: (name: string, given: string): T => {
    const choice = choices.find((candidate) => candidate === given);
    if (choice === undefined)
      throw new UsageError(`${name}: found "${given}", expected one of ${choices.join(', ')}`);
    return choice;
  },
});

/** A text of a bounded length, in one line. */
export const short = (value: string, about: string, most: number): Option<string> => ({
  value,
  about,
  read: (name, given) => {
    const plain = given.replace(/\p{Cc}+/gu, ' ').trim();
    if (plain === '' || plain.length > most)
      throw new UsageError(`${name}: found ${plain.length} characters, expected 1 to ${most}`);
    return plain;
  },
});

export const whole = (value: string, about: string, from: number, to: number) => ({
  value,
  about,
  read: (name: string, given: string): number => {
    const number = Number(given);
    if (!Number.isInteger(number) || number < from || number > to)
      throw new UsageError(`${name}: found "${given}", expected a whole number from ${from} to ${to}`);
    return number;
  },
});

/** A time, or since this editor last looked. */
export const timeOrLast = (about: string) => ({
  value: 'TIME|last',
  about,
  read: (name: string, given: string): Date | 'last' => (given === 'last' ? given : readTime(name, given)),
});

/** A time from a user: ISO 8601, where a bare day is its first moment in UTC. */
export const time = (about: string) => ({ value: 'TIME', about, read: readTime });

/** The address of a page. */
export const address = (about: string) => ({
  value: 'URL',
  about,
  read: (name: string, given: string): string => {
    if (/^https?:\/\//i.test(given) && URL.canParse(given)) return given;
    throw new UsageError(`${name}: found "${given}", expected an address with http:// or https://`);
  },
});

/** The same, as it was written: its day is that of its own zone. */
export const writtenTime = (about: string) => ({
  value: 'TIME',
  about,
  read: (name: string, given: string): string => {
    const read = readTime(name, given);
    return given.includes('T') ? given : read.toISOString();
  },
});

function readTime(name: string, given: string): Date {
  const read = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/.test(given)
    ? new Date(given)
    : new Date(Number.NaN);
  // 31 February would roll over into March.
  const day = new Date(`${given.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(read.getTime()) || day.toISOString().slice(0, 10) !== given.slice(0, 10))
    throw new UsageError(
      `${name}: found "${given}", expected a day or a time with its zone, like 2025-12-02 or 2025-12-02T09:00:00Z`,
    );
  return read;
}

/** The options that many commands share. */
export const BY = short(
  'NAME',
  'who decides; else the setting editor, else the system’s user',
  EDITOR_LENGTH,
);
export const TABLE = text('NAME', 'a DynamoDB table instead of the embedded one in .claimwatch/');
export const STORY = text('SLUG', 'of one story only');
export const JSON_OUT = flag('one JSON document');
export const AS_OF = time('as things were known then (2025-12-02 or 2025-12-02T09:00:00Z)');
export const ZONE = {
  value: 'ZONE',
  about:
    'the time zone of the times that are shown, like Europe/Kyiv; else the setting zone, else the system’s',
  read: (name: string, given: string): string => {
    if (!isZone(given))
      throw new UsageError(`${name}: found "${given}", expected a time zone like Europe/Kyiv or UTC`);
    return given;
  },
};
