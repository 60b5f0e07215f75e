import { createHash } from 'node:crypto';

/** Ten hexadecimal digits of a text. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
