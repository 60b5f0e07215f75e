import type { Bound, Figure } from '../model/facet.ts';
import { NUMBER, readNumber } from '../text/numbers.ts';
import { termKey } from '../text/tokens.ts';
import { anyOf, FUNCTION_WORDS, wordSet } from '../text/words.ts';
import type { ClauseText } from './clauses.ts';

/** What a writer puts before a number to say how far to trust it. */
const BOUNDS = new Map<string, Bound>([
  ['at least', 'at-least'],
  ['more than', 'at-least'],
  ['no fewer than', 'at-least'],
  ['over', 'at-least'],
  ['above', 'at-least'],
  ['at most', 'at-most'],
  ['up to', 'at-most'],
  ['fewer than', 'at-most'],
  ['less than', 'at-most'],
  ['as many as', 'at-most'],
  ['about', 'about'],
  ['around', 'about'],
  ['roughly', 'about'],
  ['approximately', 'about'],
  ['nearly', 'about'],
  ['almost', 'about'],
  ['close to', 'about'],
  ['some', 'about'],
]);

/** Roles that every outlet words in its own way, each with the words that stand after its number and before it. */
const ROLES: readonly { role: string; after: RegExp; before: RegExp; number: RegExp }[] = [
  {
    role: 'dead',
    after:
      /^(?:who |of whom |of them |were |are |was |have |had |has |been |are now |now |confirmed |being )*(?:killed|dead|deaths?|died|die|dying|fatalities|fatality|lives|bodies|corpses|perished|martyred)\b/,
    before:
      /\b(?:kill(?:s|ed|ing)?|claim(?:s|ed|ing)?|deaths? of|lost|dead(?: at| to|:)?|slain|deaths (?:at|to|rise to|rises to)) (?:the lives of )?$/,
    number:
      /\b(?:(?:death|fatality|casualty) )?tolls?\b|\bdeaths\b|\bnumber of (?:dead|deaths|victims|fatalities|people killed)\b/,
  },
  {
    role: 'injured',
    after:
      /^(?:who |of whom |of them |were |are |was |have |had |has |been |others )*(?:wounded|injured|hurt|injuries)\b/,
    before: /\b(?:wound(?:s|ed|ing)?|injur(?:es|ed|ing|e)|hurt(?:s|ing)?) $/,
    number: /\bnumber of (?:the )?(?:injured|wounded|people (?:injured|hurt))\b|\binjury toll\b/,
  },
  {
    role: 'missing',
    after:
      /^(?:were |are |was |is |remain |remains |still |listed as |listed |reported |have been |remained |unaccounted )*(?:missing|unaccounted|lost contact|cannot be (?:contacted|reached))\b/,
    before:
      /\b(?:missing|contact (?:had been |was |has been )?lost with|lost contact with|unaccounted for) (?:at |to )?$/,
    number: /\bnumber of (?:the )?(?:missing|people missing|those missing)\b/,
  },
  {
    role: 'arrested',
    after:
      /^(?:have been |were |was |are |has been |more |in custody )*(?:arrested|detained|arrests?|held|in custody|apprehended|suspects held)\b/,
    before: /\b(?:arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?|apprehend(?:s|ed)?|hold(?:s|ing)?) $/,
    number: /\b(?:number of )?arrests\b/,
  },
  {
    role: 'displaced',
    after:
      /^(?:have been |were |was |are |has been |had been )*(?:displaced|evacuated|evacuees|homeless|moved to|in (?:temporary )?shelters|sheltering|fled|flee|uprooted|forced from)\b/,
    before: /\b(?:displac(?:es|ed|ing)|evacuat(?:es|ed|ing)|uproot(?:s|ed|ing)) $/,
    number: /\bnumber of (?:displaced|evacuees)\b/,
  },
  {
    role: 'rescued',
    after:
      /^(?:were |was |have been |had been )*(?:rescued|saved|pulled (?:out )?alive|found alive|found safe)\b/,
    before: /\b(?:rescu(?:es|ed|ing)|saves|saved) $/,
    number: /\bnumber of rescued\b/,
  },
  {
    role: 'infected',
    after:
      /^(?:who |of whom |were |are |was |have |has |had |been |confirmed |suspected |new |total )*(?:cases?|infections?|infected|sickened|ill|illnesses)\b/,
    before: /\b(?:infect(?:s|ed|ing)|sicken(?:s|ed|ing)) $/,
    number: /\b(?:case count|caseload|cases|infections|infection tally)\b/,
  },
  {
    role: 'hospitalised',
    after:
      /^(?:were |are |have been |remain )*(?:hospitali[sz]ed|hospitali[sz]ations|in hospital|taken to hospital)\b/,
    before: /\bhospitali[sz](?:es|ed|ing) $/,
    number: /\bhospitali[sz]ations\b/,
  },
];

/** Who or what may stand between a number and its role: `27 people were killed`, `18 more bodies`. */
const PERSONS =
  '(?:(?:more|other|others|additional|people|persons|residents|civilians|men|women|children|soldiers|troops|workers|police|officers|suspects|passengers|victims|patients|migrants|firefighters|students|tourists|members|families|individuals|men and women|and|a child|including \\w+ \\w+|of them|local|young|foreign|thai|[a-z]+s|[a-z]+ed|[a-z]+ian|[a-z]+ese) )';

const CURRENCY = /(?:US|HK|A|C|NZ|S)?[$€£¥₹]\s?$/;
const CURRENCY_AFTER =
  /^(?:dollars?|euros?|pounds?|yen|yuan|rupees?|won|francs?|baht|roubles?|rubles?|hryvnia|usd|eur|gbp)\b/i;
const PERCENT = /^(?:%|per\s?cent\b|percent\b|percentage points?\b)/i;
const UNITS = wordSet(
  'am pm a.m p.m january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec st nd rd th local gmt',
);
const TIME_UNITS = wordSet(
  'year years month months week weeks day days hour hours minute minutes second seconds decade decades time times year-old old o',
);
const COMPARING =
  /\b(?:than|since|compared (?:with|to)|up from|down from|previous(?:ly)?|earlier|instead of|as against|when|worst|deadliest)\b[^,;]*$/i;

const PATTERN = new RegExp(
  `(?:\\b(?<bound>${anyOf(BOUNDS.keys())})\\s)?(?:an? (?:estimated|further|additional)\\s)?(?<![\\p{L}\\d.:/-])(?<currency>(?:US|HK|A|C|NZ|S)?[$€£¥₹]\\s?)?(?<number>${NUMBER})(?![\\p{L}\\d:])`,
  'giu',
);

/**
 * The figures of a clause: value, bound, unit and what is counted.
 *
 * - `at least 27 people were killed` is 27 dead, at least
 * - `a 28-point plan` is 28 point, exactly
 * - `eight more arrested` adds 8 to the arrested
 */
export function readFigures({ sentence, start, end }: ClauseText): Figure[] {
  const text = sentence.text.slice(start, end);
  const sentenceBefore = sentence.text.slice(0, start);
  const matches = Array.from(text.matchAll(PATTERN)).filter(
    (match) => !isPartOfDate(sentenceBefore, text, match) && !isPronoun(text, match),
  );
  return matches.flatMap((match, k) => {
    const { bound = '', currency, number = '' } = match.groups ?? {};
    const value = readNumber(number);
    const from = match.index;
    const to = match.index + match[0].length;
    if (Number.isNaN(value) || /^(?:a|an)$/i.test(number)) return [];
    const before = text.slice(0, from).toLowerCase();
    // `15 who died`: what is counted may stand in a clause of its own.
    const rest = /\S/.test(text.slice(to)) ? text.slice(to) : sentence.text.slice(start + to);
    const after = rest.slice(0, (matches[k + 1]?.index ?? Number.POSITIVE_INFINITY) - to).toLowerCase();
    const unit = currency
      ? currency.trim()
      : PERCENT.test(after.trimStart())
        ? 'percent'
        : (CURRENCY_AFTER.exec(after.trimStart())?.[0] ?? null);
    const counts = unit === null ? (labelOf(before) ?? roleOf(before, after)) : 'amount';
    if (counts === null) return [];
    return [
      {
        kind: 'figure' as const,
        span: { start: start + from, end: start + to },
        value,
        bound: BOUNDS.get(bound.toLowerCase()) ?? 'exactly',
        counts,
        unit,
        per: unit === null ? null : (PER.exec(after)?.[1] ?? null),
        near: wordsNear(sentence, start + from, start + to),
        adds:
          /^\s(?!or )(?:\w+ )?(?:more|further|additional|others)\b/.test(after) ||
          /\b(?:another|further|additional)\s$/.test(before),
        compared:
          COMPARING.test(`${sentenceBefore}${before}`.slice(-60)) || /\bfrom (?:the |an? )?$/.test(before),
      },
    ];
  });
}

/** `$30 a share`, `per hour`, `for each tonne`. */
const PER =
  /^(?:\s(?:million|billion|bn))?\s(?:in cash )?(?:an?|per|for each|for every|each|every)\s(?:[a-z]+\s)?(share|hour|day|week|month|year|barrel|tonne|ton|ounce|litre|liter|gallon|head|person|vote|ticket|unit|night|user|pill|dose)\b/;
/** So many words on either side of a figure tell what sort it is. */
const NEAR_WORDS = 5;

function wordsNear({ tokens }: ClauseText['sentence'], from: number, to: number): string[] {
  const telling = tokens.filter(
    (token) => /^\p{L}{3,}/u.test(token.text) && !token.capital && !FUNCTION_WORDS.has(token.lower),
  );
  return [
    ...telling.filter((token) => token.end <= from).slice(-NEAR_WORDS),
    ...telling.filter((token) => token.start >= to).slice(0, NEAR_WORDS),
  ].map((token) => token.key);
}

/** `level 3`, `a category 4 storm`: what the number grades stands before it. */
const LABELS = /\b(level|category|stage|phase|tier|grade|magnitude|class|step)[\s-]$/;

function labelOf(before: string): string | null {
  const label = LABELS.exec(before)?.[1];
  return label ? termKey(label) : null;
}

function roleOf(before: string, after: string): string | null {
  const rest = after
    .replace(/^[\s-]+/, '')
    .replace(/, [^,]{1,60}, (?=have|has|had|were|was|are)/, ' ')
    .replace(/,/g, ' ,');
  const skipped = [1, 2, 3, 4].map((count) => rest.replace(new RegExp(`^${PERSONS}{${count}}`), ''));
  const nearBefore = before.replace(/\b(?:at least|more than|about|some|nearly|another|around|up to) $/, '');
  for (const { role, after: words, before: verbs, number } of ROLES) {
    if (
      words.test(rest) ||
      skipped.some((tail) => words.test(tail)) ||
      verbs.test(`${nearBefore.trimEnd()} `) ||
      verbs.test(before)
    )
      return role;
    if (
      number.test(before) &&
      /\b(?:to|at|hits?|reach(?:es|ed)?|pass(?:es|ed)?|of|tops?|topped|now|is|was|stands? at|exceeds?|surpass\w+|jumps?|near(?:s|ed)?)\s$/.test(
        `${nearBefore.trimEnd()} `,
      )
    )
      return role;
  }
  if (!new RegExp(`^${PERSONS}`).test(`${rest} `)) return noun(rest);
  // `27 residents of the estate have been killed`: the role comes later in the clause.
  return ROLES.find(({ after: words }) => later(rest, words))?.role ?? noun(rest);
}

function later(rest: string, words: RegExp): boolean {
  const verb = /\b(?:have been|has been|had been|were|was|are|is|remain|still) (?:\w+ly )?/g;
  return Array.from(rest.matchAll(verb)).some((match) =>
    words.test(rest.slice(match.index + match[0].length)),
  );
}

function noun(rest: string): string | null {
  const words = rest
    .split(/[^\p{L}\d'-]+/u)
    .filter(Boolean)
    .slice(0, 3);
  const [first = ''] = words;
  if (UNITS.has(first) || /^(?:st|nd|rd|th)$/.test(first)) return null;
  if (TIME_UNITS.has(first.replace(/-.*/, ''))) return null;
  for (const word of words) {
    if (FUNCTION_WORDS.has(word) || /^\d/.test(word)) return null;
    if (!/^(?:more|new|other|key|main|separate|different|remaining|extra|total|draft)$/.test(word))
      return termKey(word.split('-')[0] ?? word);
  }
  return null;
}

/** `one firefighter among them`, `one by one`: a count only where a toll follows. */
function isPronoun(text: string, match: RegExpExecArray): boolean {
  const after = text.slice(match.index + match[0].length);
  return (
    /^one$/i.test(match.groups?.['number'] ?? '') &&
    !/^[\s-]*(?:more |person |man |woman |child )?(?:was |is |has been )?(?:killed|dead|missing|injured|arrested|dies|died)/i.test(
      after,
    ) &&
    !/\b(?:kills|killed) $/i.test(text.slice(0, match.index))
  );
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const MONTH_BEFORE = new RegExp(
  `\\b${MONTH}\\s(?:\\d{1,2}(?:st|nd|rd|th)?(?:\\sand\\s|\\sto\\s|\\sor\\s|[-–,]\\s?))?$`,
  'i',
);
const MONTH_AFTER = new RegExp(
  `^(?:st|nd|rd|th)?(?:\\sof)?\\s${MONTH}(?![a-z])|^(?:\\sand\\s|\\sto\\s|[-–])\\d{1,2}\\s${MONTH}(?![a-z])`,
  'i',
);

/** Days, years and times of day are dates, not figures. */
function isPartOfDate(sentenceBefore: string, text: string, match: RegExpExecArray): boolean {
  const before = sentenceBefore + text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  const number = match.groups?.['number'] ?? '';
  if (
    /^(?:19|20)\d\d$/.test(number) &&
    !match.groups?.['currency'] &&
    !/^\s(?:people|dead|points|homes|cases|votes)/.test(after)
  )
    return true;
  if (/^\d{1,2}$/.test(number) && (MONTH_BEFORE.test(before) || MONTH_AFTER.test(after))) return true;
  return (
    /^[.:]\d\d\s?(?:a\.?m|p\.?m)|^\s?(?:a\.m|p\.m|am|pm)\b/i.test(after) ||
    (CURRENCY.test(before) === false &&
      /\b(?:Article|No\.|Section|Block|Channel|Room|Flight|Force)\s$|\baged? (?:between |from )?(?:\d+ (?:and|to) (?:\w+ )?)?$/i.test(
        before,
      ))
  );
}
