/** Minutes from UTC of the zones that feeds name, beside those that are written as numbers. */
const ZONES = new Map(
  Object.entries({
    ut: 0,
    gmt: 0,
    utc: 0,
    z: 0,
    wet: 0,
    west: 60,
    bst: 60,
    ist: 330,
    cet: 60,
    cest: 120,
    met: 60,
    mest: 120,
    eet: 120,
    eest: 180,
    msk: 180,
    sast: 120,
    est: -300,
    edt: -240,
    cst: -360,
    cdt: -300,
    mst: -420,
    mdt: -360,
    pst: -480,
    pdt: -420,
    akst: -540,
    akdt: -480,
    hst: -600,
    ast: -240,
    adt: -180,
    nst: -210,
    ndt: -150,
    jst: 540,
    kst: 540,
    hkt: 480,
    sgt: 480,
    aest: 600,
    aedt: 660,
    acst: 570,
    awst: 480,
    nzst: 720,
    nzdt: 780,
  }),
);
/** What Americans call their zones all year round. */
const CITIES = new Map([
  ['et', 'America/New_York'],
  ['ct', 'America/Chicago'],
  ['mt', 'America/Denver'],
  ['pt', 'America/Los_Angeles'],
  ['at', 'America/Halifax'],
]);
const CITY = /^[a-z]+\/[a-z_/+-]+$/i;

/** A zone as dates name it: minutes from UTC, `told` where it is named at all; null for words that name no zone. */
export interface Zone {
  readonly offset: number;
  readonly told: boolean;
}

/** @param local the time by the clocks of that zone, as if it were UTC, in milliseconds */
export function zoneOf(written: string, local: number): Zone | null {
  const text = written.trim().replace(/^\(|\)$/g, '');
  if (text === '') return { offset: 0, told: false };
  const number = /^(?:gmt|utc?|z)?\s*([+-])\s*(\d{1,2}):?(\d{2})?/i.exec(text);
  if (number && (Number(number[2]) > 14 || Number(number[3] ?? 0) > 59)) return null;
  if (number)
    return {
      offset: (number[1] === '-' ? -1 : 1) * (60 * Number(number[2]) + Number(number[3] ?? 0)),
      told: true,
    };
  const name = /^[a-z]+/i.exec(text)?.[0].toLowerCase();
  if (name === undefined) return null;
  const city = CITY.test(text) ? text : CITIES.get(name);
  const offset = city === undefined ? ZONES.get(name) : offsetIn(city, local);
  return { offset: offset ?? 0, told: offset !== undefined };
}

/** Minutes from UTC in a city at a time by its own clocks; undefined for a city that nobody knows. */
function offsetIn(timeZone: string, local: number): number | undefined {
  try {
    const format = formatIn(timeZone.toLowerCase());
    const offsetAt = (time: number) => {
      const name = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '';
      const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
      return (sign === '-' ? -1 : 1) * (60 * Number(hours) + Number(minutes));
    };
    // The offset near that time tells which moment is meant; at that moment it may be another one.
    return offsetAt(local - offsetAt(local) * 60_000);
  } catch {
    return undefined;
  }
}

/** So many cities are remembered. */
const MAX_FORMATS = 500;
const formats = new Map<string, Intl.DateTimeFormat>();

/** @throws RangeError for a city that nobody knows */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  if (formats.size < MAX_FORMATS) formats.set(timeZone, format);
  return format;
}
