const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const ENGLISH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;

/** A month by its name in one of the languages of feeds, from 0; -1 for none. */
export function monthOf(name: string): number {
  const numbered = /^(\d{1,2})月$/.exec(name)?.[1];
  if (numbered !== undefined) return Number(numbered) - 1;
  const short = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  if (ENGLISH.test(name)) return short;
  // `marraskuu` is November, and `mar` March.
  const local = localMonths().findIndex((names) => names.has(bare(name)));
  return local >= 0 ? local : short;
}

/** The languages of feeds whose dates have been met in words of their own. */
const LOCALES = 'el hu de fr es it pt nl pl ru uk tr sv da fi cs ro'.split(' ');
let ofLanguages: readonly ReadonlySet<string>[] | undefined;

/** For each month its names and their beginnings in other languages. */
function localMonths(): readonly ReadonlySet<string>[] {
  ofLanguages ??= MONTHS.map((_, month) => new Set(LOCALES.flatMap((locale) => namesOf(month, locale))));
  return ofLanguages;
}

function namesOf(month: number, locale: string): string[] {
  const day = new Date(Date.UTC(2025, month, 15));
  return (['long', 'short'] as const).flatMap((style) => {
    const spelt = { month: style, timeZone: 'UTC' } as const;
    const dated = new Intl.DateTimeFormat(locale, { ...spelt, day: 'numeric' }).formatToParts(day);
    return [
      new Intl.DateTimeFormat(locale, spelt).format(day),
      dated.find(({ type }) => type === 'month')?.value ?? '',
    ].flatMap((name) => [bare(name), bare(name).slice(0, 3)]);
  });
}

/** Without accents and points, in small letters. */
function bare(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}
