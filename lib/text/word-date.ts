import { bounds } from './edtf.ts';

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
