import { bounds } from '../text/edtf.ts';

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A date as people write it: `2025-12-01/2025-12-07` → `1–7 December 2025`, `2026-03` → `March 2026`. */
export function wordDate(edtf: string): string {
  if (/^\d{4}$/.test(edtf)) return edtf;
  if (/^\d{4}-\d{2}$/.test(edtf)) return MONTH.format(new Date(`${edtf}-01T00:00:00Z`));
  const [first, last] = bounds(edtf).map((day) => new Date(`${day}T00:00:00Z`));
  if (!first || !last || Number.isNaN(first.getTime()) || Number.isNaN(last.getTime())) return edtf;
  return DAY.formatRange(first, last)
    .replace(/[\u2009\u202f]/g, ' ')
    .replace(/^(\d+) – (\d+) /, '$1–$2 ');
}

/** The minute of an instant in a time zone: `2025-12-02 09:30`. */
export function minuteOf(instant: string, zone: string): string {
  const time = new Date(instant);
  return Number.isNaN(time.getTime()) ? instant.slice(0, 16).replace('T', ' ') : clockOf(zone).format(time);
}

/** The day of an instant in a time zone: `2025-12-02`. */
export function dayIn(instant: string, zone: string): string {
  return minuteOf(instant, zone).slice(0, 10);
}

/** The same with the zone's name at that time: `2025-12-02 10:30 CET`. */
export function timeOf(instant: string, zone: string): string {
  return `${minuteOf(instant, zone)} ${zoneName(instant, zone)}`;
}

function zoneName(instant: string, zone: string): string {
  const time = new Date(instant);
  if (zone === 'UTC' || Number.isNaN(time.getTime())) return zone;
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' }).formatToParts(
    time,
  );
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

const CLOCKS = new Map<string, Intl.DateTimeFormat>();

/** Swedish dates are ISO 8601's. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = CLOCKS.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  CLOCKS.set(zone, clock);
  return clock;
}
