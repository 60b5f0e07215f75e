import { termKey } from '../../../text/tokens.ts';
import { FUNCTION_WORDS, wordSet } from '../../../text/words.ts';

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

const UNITS = wordSet(
  'am pm a.m p.m january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec st nd rd th local gmt',
);
const TIME_UNITS = wordSet(
  'year years month months week weeks day days hour hours minute minutes second seconds decade decades time times year-old old o',
);

/** `level 3`, `a category 4 storm`: what the number grades stands before it. */
const LABELS = /\b(level|category|stage|phase|tier|grade|magnitude|class|step)[\s-]$/;

export function labelOf(before: string): string | null {
  const label = LABELS.exec(before)?.[1];
  return label ? termKey(label) : null;
}

/** What a number counts: a role by the words before or after it, else the key of its noun; null where it counts nothing. */
export function roleOf(before: string, after: string): string | null {
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
