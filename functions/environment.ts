import { DEFAULT_SETTINGS, parseReaderSettings, type ReaderSettings } from '../lib/model/reader-settings.ts';

/** A setting that the function cannot do without. @throws where it is missing */
export function required(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(
      `The environment variable ${name} is ${value === undefined ? 'not set' : 'empty'}: expected a value, set it on the function`,
    );
  return value;
}

/** The settings of readers, `READER_SETTINGS`, in JSON. @throws where they are none */
export function readerSettings(): ReaderSettings {
  const text = process.env['READER_SETTINGS'];
  if (!text) return DEFAULT_SETTINGS;
  const settings = parseReaderSettings(JSON.parse(text));
  if ('faults' in settings)
    throw new Error(
      `The environment variable READER_SETTINGS cannot be used:\n${settings.faults.join('\n')}\nDeploy again.`,
    );
  return settings;
}
