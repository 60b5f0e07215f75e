import type { Sentence } from '../sentences.ts';

/** Words that bodies and places carry in their names: what holds one is nobody. */
const NO_PERSON =
  /\b(?:Agency|Alliance|Association|Authority|Avenue|Bank|Board|Bureau|Centre|Center|City|Club|College|Commission|Committee|Company|Corporation|Council|County|Court|Dairy|Department|District|Federation|Foundation|Government|Group|Guard|High|Hospital|House|Institute|Lane|League|Ministry|Movement|Museum|Nations|News|North|Office|Organi[sz]ation|Park|Parliament|Party|Police|Port|Plaza|Post|Press|Republic|River|Road|School|Service|Society|South|Square|Stadium|State|States|Street|Team|Tour|Tower|Treasury|Tribunal|Union|United|University|World|West|East)\b/;
/** A first name and what follows it: `Piet Corrow`, `Ana de la Quiroga`, `Jean-Luc O’Neill`. */
const NAME =
  /(?<![\p{L}’'-])(?<full>\p{Lu}[\p{Ll}’'-]+(?:-\p{Lu}\p{Ll}+)?(?:\s(?:de|la|van|von|der|bin|al|el|du|da|dos)|\s\p{Lu}\.?)*\s(?<surname>(?:Mc|Mac|O[’'])?\p{Lu}[\p{Ll}]+(?:-\p{Lu}\p{Ll}+)?))(?!\s\p{Lu}\p{Ll})(?![\p{L}-])/gu;
/** Words of office before a name, which the pattern takes for a first name. */
const OFFICE =
  /^(?:President|Minister|Secretary|Senator|Judge|Justice|Governor|Mayor|King|Queen|Pope|Prince|Princess|General|Admiral|Colonel|Captain|Professor|Doctor|Chancellor|Premier|Ambassador|Chairman|Chairwoman|Director|Bishop|Sheikh|Sir|Lord|Lady|Dame|Mr|Mrs|Ms|Dr|Rev|The|A|An|In|On|At|But|And|For|If|When|While|After|Before|As|Its|His|Her|Their)\s/;

interface Person {
  /** As the article gives it first: `Piet Corrow`. */
  readonly full: string;
  readonly surname: string;
  /** Where it stands in its sentence. */
  readonly at: number;
}

/** The persons whom a sentence gives by their full names, in its order. */
function personsIn(text: string): Person[] {
  return Array.from(text.matchAll(NAME), ({ groups: { full = '', surname = '' } = {}, index }) => ({
    full,
    surname,
    at: index,
  })).filter(({ full }) => !NO_PERSON.test(full) && !OFFICE.test(full));
}

/** Who speaks, decides or is called something: what tells a person from a place of two words. */
function actsAs(full: string, text: string): boolean {
  const name = full.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    `${name}(?:,\\s(?:\\d\\d\\b|the\\b|an?\\b|who\\b|chief\\b|head\\b|president\\b|chair|of\\b|leader|director|a\\b)|[’']s\\s|\\s(?:said|says|told|called|denied|has|had|will|would|is\\b|was\\b|who\\b|plans))|(?:[Mm]inister|[Ss]ecretary|[Pp]resident|[Ll]eader|[Dd]irector|[Mm]anager|[Jj]udge|[Pp]rofessor|[Mm]ayor|[Ss]enator|\\b[Ss]pokes\\w+|\\b[Cc]hair\\w*|executive|officer|agent|lawyer|captain|coach),?\\s${name}`,
    'u',
  ).test(text);
}

/** `in Castle Verrin`, `near Port Ardel`: nobody. */
function isPlace(full: string, text: string): boolean {
  return ['in', 'near', 'at', 'outside', 'around'].some((word) => text.includes(` ${word} ${full}`));
}

/** The persons of an article by their surnames, without those whose surname two of them share. */
export function peopleOf(sentences: readonly Sentence[]): ReadonlyMap<string, string> {
  const bySurname = new Map<string, Set<string>>();
  const text = sentences.map((sentence) => sentence.text).join('\n');
  for (const { full, surname } of personsIn(text))
    if (actsAs(full, text) && !isPlace(full, text))
      bySurname.set(surname, (bySurname.get(surname) ?? new Set()).add(full));
  return new Map(
    [...bySurname].flatMap(([surname, fulls]) => (fulls.size === 1 ? [[surname, [...fulls][0] ?? '']] : [])),
  );
}
