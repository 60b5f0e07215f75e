import { join } from 'node:path';
import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
import { InputError } from '../model/input-error.ts';
import { EDITOR_LENGTH } from '../model/limits.ts';
import { READER_SETTINGS, settingFault, settingsOf } from '../model/reader-settings.ts';
import { zone } from '../model/zone.ts';
import { HOME } from './table.ts';
import { readTextFile } from './text-file.ts';

const FILE = join(HOME, 'settings.yaml');

const EDITOR = `a name of up to ${EDITOR_LENGTH} characters`;

const SEARCH = 'the address of a news search with {query} in it, or null';

/** What may be set for a folder. */
const KEYS = {
  ...READER_SETTINGS,
  /** Who decides here, unless `--by` names another. */
  editor: v.optional(
    v.pipe(v.string(EDITOR), v.trim(), v.nonEmpty(EDITOR), v.maxLength(EDITOR_LENGTH, EDITOR)),
  ),
  /** In which times are shown. */
  zone: v.optional(zone),
  /** A news search by RSS, by which feeds for a story are suggested; null for none. */
  newsSearch: v.optional(
    v.nullable(v.pipe(v.string(SEARCH), v.regex(/^https?:\/\/\S*\{query\}\S*$/, SEARCH))),
    'https://news.google.com/rss/search?q={query}&hl=en-US&gl=US&ceid=US:en',
  ),
} as const;
const SETTINGS = settingsOf(KEYS);
export type Settings = v.InferOutput<typeof SETTINGS>;

/** The settings of this folder, or the usual ones where it has no file. @throws InputError that names each fault */
export async function readSettingsFile(): Promise<Settings> {
  const text = await readTextFile(FILE).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return '';
    throw new InputError(`${FILE} cannot be read (${error.code}): expected a file of settings`);
  });
  const result = v.safeParse(SETTINGS, parsed(text) ?? {});
  if (result.success) return result.output;
  const faults = result.issues.map((issue) => settingFault(issue));
  throw new InputError(`${FILE} cannot be used:\n${faults.join('\n')}\nFix it and run again.`);
}

function parsed(text: string): unknown {
  try {
    const data: unknown = parseYaml(text, { logLevel: 'error' });
    JSON.stringify(data);
    return data;
  } catch (error) {
    throw new InputError(`${FILE} is not YAML: ${error instanceof Error ? error.message : error}`);
  }
}
