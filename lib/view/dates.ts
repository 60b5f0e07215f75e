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
