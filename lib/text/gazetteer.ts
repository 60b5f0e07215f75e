import { CITIES } from './data/cities.ts';
import { COUNTRIES } from './data/countries.ts';

/** Other names of countries, and what stands for their governments. */
const OTHER_NAMES = new Map<string, readonly string[]>([
  ['United States', ['US', 'U.S.', 'USA', 'U.S.A.', 'America']],
  ['United Kingdom', ['UK', 'U.K.', 'Britain', 'Great Britain', 'Briton', 'Britons']],
  ['United Arab Emirates', ['UAE', 'U.A.E.']],
  ['South Korea', ['S. Korea']],
  ['North Korea', ['N. Korea', 'DPRK']],
  ['Türkiye', ['Turkey', 'Turk', 'Turks']],
  ['Czechia', ['Czech Republic']],
  ['Myanmar', ['Burma']],
  ['Ivory Coast', ["Cote d'Ivoire"]],
  ['Netherlands', ['Holland']],
  ['Denmark', ['Dane', 'Danes']],
  ['Spain', ['Spaniard', 'Spaniards']],
  ['Poland', ['Pole', 'Poles']],
  ['Hong Kong', ['HKSAR', 'Hongkonger', 'Hongkongers', 'HK']],
]);

/** Places that are no country and no large city, with what holds them. */
const REGIONS = new Map<string, string>([
  ...(
    'Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana ' +
    'Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana ' +
    'Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming'
  )
    .split(' ')
    .map((state): [string, string] => [state, 'United States']),
  ['New York', 'United States'],
  ['New Jersey', 'United States'],
  ['New Mexico', 'United States'],
  ['North Carolina', 'United States'],
  ['South Carolina', 'United States'],
  ['Miami', 'United States'],
  ['Geneva', 'Switzerland'],
  ['Davos', 'Switzerland'],
  ['Brussels', 'Belgium'],
  ['The Hague', 'Netherlands'],
  ['England', 'United Kingdom'],
  ['Scotland', 'United Kingdom'],
  ['Wales', 'United Kingdom'],
  ['Northern Ireland', 'United Kingdom'],
  ['Gaza', 'Palestine'],
  ['West Bank', 'Palestine'],
  ['Crimea', 'Ukraine'],
  ['Donbas', 'Ukraine'],
  ['Kashmir', 'India'],
  ['Bavaria', 'Germany'],
  ['Catalonia', 'Spain'],
  ['Quebec', 'Canada'],
  ['Ontario', 'Canada'],
  ['Kiev', 'Ukraine'],
]);

/** Seats of power: who is meant when they are named. */
const METONYMS = new Map<string, string>([
  ['kremlin', 'Russia'],
  ['white house', 'United States'],
  ['pentagon', 'United States'],
  ['downing street', 'United Kingdom'],
  ['whitehall', 'United Kingdom'],
]);

/** Cities and regions whose name is an ordinary word or a common surname; only capitals in their own right count. */
const AMBIGUOUS = new Set([
  'reading',
  'mobile',
  'van',
  'nice',
  'of',
  'orange',
  'independence',
  'santos',
  'lincoln',
  'jackson',
  'vladimir',
  'jordan',
  'santiago',
  'florence',
  'charlotte',
  'austin',
  'victoria',
  'hamilton',
  'wellington',
]);

const rows = COUNTRIES.trim()
  .split('\n')
  .map((line) => line.split('|'));

const countryByName = new Map<string, string>();
const holder = new Map<string, string>();
const capitals = new Map<string, string>();
for (const [name = '', capital = '', demonyms = ''] of rows) {
  const key = keyOf(name);
  countryByName.set(name.toLowerCase(), key);
  for (const other of [
    ...(OTHER_NAMES.get(name) ?? []),
    ...demonyms.split(',').flatMap((d) => [d, `${d}s`]),
  ]) {
    if (other.length > 1)
      countryByName.set(other === 'US' || other === 'HK' ? other : other.toLowerCase(), key);
  }
  for (const city of capital.split(',').filter(Boolean)) {
    if (keyOf(city) === key) continue;
    holder.set(keyOf(city), key);
    capitals.set(key, keyOf(city));
  }
}
// 'us' in lower case is a pronoun.
countryByName.delete('us');
for (const line of CITIES.trim().split('\n')) {
  const [city = '', country = ''] = line.split('|');
  if (!AMBIGUOUS.has(city.toLowerCase()) && !holder.has(keyOf(city))) holder.set(keyOf(city), keyOf(country));
}
for (const [region, country] of REGIONS) holder.set(keyOf(region), keyOf(country));

function keyOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-');
}

/** The key of the country that a name, a demonym or an abbreviation stands for: `Ukrainians` → `ukraine`. */
export function countryKey(name: string): string | null {
  if (!/^\p{Lu}/u.test(name)) return null;
  const bare = name.replace(/['’]s?$/, '');
  return countryByName.get(bare) ?? countryByName.get(bare.toLowerCase()) ?? null;
}

/** A place by its name in words, with all that holds it: `Kyiv` → `{ key: 'kyiv', within: ['ukraine'] }`. */
export function placeOf(name: string): { key: string; within: readonly string[] } | null {
  const country = countryKey(name);
  if (country) return { key: country, within: [] };
  const key = keyOf(name.replace(/['’]s?$/, ''));
  const within = holder.get(key);
  if (!within || AMBIGUOUS.has(key)) return null;
  return { key: key === 'kiev' ? 'kyiv' : key, within: [within] };
}

/** The country whose government a seat of power stands for: `Kremlin` → `russia`, `Moscow` → `russia`. */
export function countryBehind(name: string): string | null {
  const lower = name.toLowerCase();
  const seat = METONYMS.get(lower);
  if (seat) return keyOf(seat);
  const country = holder.get(keyOf(lower));
  return country !== undefined && capitals.get(country) === keyOf(lower) ? country : null;
}

/** Two places may be one: the same, one within the other, or not known to lie apart. */
export function compatible(
  a: { key: string; within: readonly string[] },
  b: { key: string; within: readonly string[] },
): boolean {
  return a.key === b.key || a.within.includes(b.key) || b.within.includes(a.key);
}
