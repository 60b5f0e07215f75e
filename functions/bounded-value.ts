import { withMaskedAddresses } from '../lib/text/masked.ts';

/** So much of a text, and so many parts of a list, a log line tells. */
const TEXT_LENGTH = 1_000;
const LIST_LENGTH = 20;

/** A value of a log line as `JSON.stringify` is to write it: cut where it is long, the secrets of addresses masked. */
export function boundedValue(_key: string, value: unknown): unknown {
  if (typeof value === 'string') {
    const text = withMaskedAddresses(value.slice(0, 2 * TEXT_LENGTH));
    return text.length > TEXT_LENGTH ? `${text.slice(0, TEXT_LENGTH)}… (${value.length} characters)` : text;
  }
  if (Array.isArray(value) && value.length > LIST_LENGTH)
    return [...value.slice(0, LIST_LENGTH), `… and ${value.length - LIST_LENGTH} more`];
  return value;
}
