/**
 * A unit of measure: what it measures and how much of that measure's base one of it is. Nobody gives one length in
 * miles and in feet: those that stand for each other share a measure.
 */
interface Unit {
  readonly measure: string;
  readonly inBase: number;
}

/** Units that news gives one measure in, by the symbol that stands for them, with their spellings. By the BIPM and NIST SP 811. */
const UNITS = new Map<string, Unit & { readonly spelt: string }>([
  ['km/h', { measure: 'speed', inBase: 1, spelt: 'km/h|kmh|kph|kilomet(?:re|er)s? (?:per|an) hour' }],
  ['mph', { measure: 'speed', inBase: 1.609344, spelt: 'mph|miles? (?:per|an) hour' }],
  ['kn', { measure: 'speed', inBase: 1.852, spelt: 'knots?' }],
  ['km²', { measure: 'area', inBase: 1, spelt: 'km²|km2|sq\\.? km|square (?:km|kilomet(?:re|er)s?)' }],
  ['mi²', { measure: 'area', inBase: 2.589988, spelt: 'sq\\.? miles?|square miles?' }],
  ['ha', { measure: 'area', inBase: 0.01, spelt: 'ha|hectares?' }],
  ['acre', { measure: 'area', inBase: 0.00404686, spelt: 'acres?' }],
  ['km', { measure: 'distance', inBase: 1000, spelt: 'km|kilomet(?:re|er)s?' }],
  ['mi', { measure: 'distance', inBase: 1609.344, spelt: 'miles?' }],
  ['m', { measure: 'height', inBase: 1, spelt: 'm|met(?:re|er)s?' }],
  ['ft', { measure: 'height', inBase: 0.3048, spelt: 'ft|feet|foot' }],
  ['cm', { measure: 'depth', inBase: 0.01, spelt: 'cm|centimet(?:re|er)s?' }],
  ['mm', { measure: 'depth', inBase: 0.001, spelt: 'mm|millimet(?:re|er)s?' }],
  ['in', { measure: 'depth', inBase: 0.0254, spelt: 'inch(?:es)?' }],
  ['t', { measure: 'mass', inBase: 1000, spelt: 'tonnes?|metric tons?' }],
  ['kg', { measure: 'mass', inBase: 1, spelt: 'kg|kilos?|kilograms?' }],
  ['lb', { measure: 'mass', inBase: 0.45359237, spelt: 'lbs?' }],
  ['l', { measure: 'volume', inBase: 1, spelt: 'lit(?:re|er)s?' }],
  ['gal', { measure: 'volume', inBase: 3.785412, spelt: 'gallons?' }],
  ['bbl', { measure: 'volume', inBase: 158.987295, spelt: 'barrels?' }],
]);

const SPELT = [...UNITS].map(([symbol, { spelt }]) => ({
  symbol,
  pattern: new RegExp(`^[\\s-]?(?:${spelt})(?![\\p{L}\\d/])`, 'iu'),
}));

/** The symbol of the unit that a text opens with, longest spellings first; null where it opens with none. */
export function unitAt(text: string): string | null {
  return SPELT.find(({ pattern }) => pattern.test(text))?.symbol ?? null;
}

/** An amount in another unit of the same measure; null where the units measure different things. */
export function converted(amount: number, from: string, to: string): number | null {
  const [one, other] = [UNITS.get(from), UNITS.get(to)];
  if (!one || !other || one.measure !== other.measure) return null;
  return (amount * one.inBase) / other.inBase;
}

/**
 * Whether two amounts are one measure in two units, each as precise as it is written: 175 mph is 282 km/h, and 280 km/h
 * where that is rounded to tens.
 */
export function sameMeasure(
  one: { readonly amount: number; readonly unit: string | null },
  other: { readonly amount: number; readonly unit: string | null },
): boolean {
  if (one.unit === null || other.unit === null) return false;
  if (one.unit === other.unit) return one.amount === other.amount;
  const there = converted(one.amount, one.unit, other.unit);
  const here = converted(other.amount, other.unit, one.unit);
  if (there === null || here === null) return false;
  return (
    Math.abs(there - other.amount) <= precisionOf(other.amount) / 2 ||
    Math.abs(here - one.amount) <= precisionOf(one.amount) / 2
  );
}

/** What the last digit that is not a nought counts, the first two always being meant: 280 → 10, 300 → 10, 282 → 1, 2.5 → 0.1. */
function precisionOf(amount: number): number {
  const [whole = '', decimals = ''] = String(amount).split('.');
  if (decimals) return 10 ** -decimals.length;
  const meant = Math.max(2, whole.replace(/0+$/, '').length);
  return 10 ** Math.max(0, whole.length - meant);
}
