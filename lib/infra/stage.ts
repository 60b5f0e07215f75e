import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { InputError } from '../model/input-error.ts';
import { settingFault } from '../model/reader-settings.ts';
import { fromText } from './settings.ts';

/** Where and with what a deployment is made. */
export interface Stage {
  /** Null where no stage was named. */
  readonly name: string | null;
  /** Where its settings stand. */
  readonly file: string;
  readonly account: string | undefined;
  readonly region: string | undefined;
  /** As they stand: settings.ts checks them. */
  readonly settings: unknown;
}

const NAME = /^[a-z][a-z\d]{0,19}$/;

const FILE = v.strictObject(
  {
    account: v.optional(v.pipe(v.string(), v.regex(/^\d{12}$/, 'an account, twelve digits'))),
    region: v.optional(
      v.pipe(v.string(), v.regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/, 'a region like eu-central-1')),
    ),
    settings: v.optional(v.custom<object>(isObject, 'an object of settings'), {}),
  },
  (issue) => (issue.expected === 'never' ? 'one of account, region, settings' : 'an object'),
);

/**
 * What a stage deploys: the settings of cdk.json, those of its own file before them.
 * @param name from `-c stage=…`; undefined for the settings of cdk.json alone
 * @param context what cdk.json, or `-c claimwatch=JSON`, has under `claimwatch`
 * @throws InputError for a name or a file that cannot be used
 */
export function readStage(name: unknown, context: unknown, folder: string): Stage {
  if (name === undefined)
    return { name: null, file: 'cdk.json', account: undefined, region: undefined, settings: context };
  if (typeof name !== 'string' || !NAME.test(name))
    throw new InputError(
      `stage: found ${JSON.stringify(name)}, expected a lower-case letter and then at most 19 letters and digits, like prod`,
    );
  const file = `stage.${name}.json`;
  const result = v.safeParse(FILE, readJson(join(folder, file), file));
  if (!result.success)
    throw new InputError(
      `The stage ${name} cannot be used:\n${result.issues.map((issue) => settingFault(issue, file)).join('\n')}\nMend it; stage.example.json shows one.`,
    );
  const { account, region, settings } = result.output;
  const shared = fromText(context);
  return { name, file, account, region, settings: isObject(shared) ? { ...shared, ...settings } : shared };
}

function isObject(given: unknown): given is object {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

function readJson(path: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new InputError(
      code === 'ENOENT'
        ? `There is no ${file} beside cdk.json: copy stage.example.json to it and set what the stage needs`
        : `${file} cannot be read (${message}): expected JSON like stage.example.json`,
    );
  }
}
