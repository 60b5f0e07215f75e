import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { InputError } from '../model/input-error.ts';
import { DEFAULT_SETTINGS, parseReaderSettings, type ReaderSettings } from '../model/reader-settings.ts';
import { HOME } from './table.ts';

const FILE = join(HOME, 'settings.yaml');

/** The settings of this folder, or the usual ones where it has no file. @throws InputError that names each fault */
export async function readSettingsFile(): Promise<ReaderSettings> {
  const text = await readFile(FILE, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw new InputError(`${FILE} cannot be read (${error.code}): expected a file of settings`);
  });
  if (text === null) return DEFAULT_SETTINGS;
  const settings = parseReaderSettings(parsed(text));
  if ('faults' in settings)
    throw new InputError(`${FILE} cannot be used:\n${settings.faults.join('\n')}\nMend it and run again.`);
  return settings;
}

function parsed(text: string): unknown {
  try {
    return parseYaml(text);
  } catch (error) {
    throw new InputError(`${FILE} is not YAML: ${error instanceof Error ? error.message : error}`);
  }
}
