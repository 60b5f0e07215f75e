import * as v from 'valibot';

/** Whether a name is that of a time zone. */
export function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

const ZONE = 'a time zone, like Europe/Kyiv';
/** The setting of a time zone. */
export const zone = v.pipe(v.string(ZONE), v.check(isZone, ZONE));
