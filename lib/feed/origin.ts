import { getDomain } from 'tldts';
import { AGGREGATORS, PUBLISHERS } from './data/publishers.ts';

const BY_DOMAIN = new Map(
  PUBLISHERS.flatMap(({ name, domains }) => domains.split(' ').map((domain) => [domain, name] as const)),
);
const CREDITED = PUBLISHERS.flatMap(({ name, credit }) => (credit ? [{ name, credit }] : []));

/** `KYIV (Reuters) - `, `(AP) — `, `ST. LOUIS, Nov. 25 (AFP) –`, `KYIV (AP) At least` at the opening of a text. */
const OPENING_CREDIT =
  /^(?:[^()]{0,60}\(([A-Za-z .-]{2,30})\)\s*[-–—:]|\p{Lu}[\p{Lu} .'-]{1,40}(?:,[^()]{0,25})? \(([A-Za-z .-]{2,30})\) )/u;
/** `By JO RAMIREZ, The Associated Press` at the opening of a text. */
const OPENING_BYLINE = /^By [^.;:\n]{2,80}/;
/** `Copyright 2026 The Associated Press.`, `This story was originally published by Reuters.`, `(AFP)` at the end of a text. */
const CLOSING_CREDIT =
  /(?:Copyright|©)(?: ©)? \d{4} ([A-Za-z .-]{2,40})|originally (?:published|reported) by ([A-Za-z .-]{2,40})|\(([A-Za-z .-]{2,30})\)\s*$/;
/** How Reuters ends its reports. */
const REUTERS_END = /\(Reporting by [^)]{2,200}[Ee]diting by [^)]{2,100}\)/;
/** `The Paper (AFP)`, `Reuters via The Paper`. */
const SOURCE_CREDIT = /\(([A-Za-z .-]{2,30})\)\s*$|^(.{2,30}) via\b/;

export interface Credited {
  readonly summary: string;
  readonly text: string;
  readonly creator: string;
  /** The outlet by name, and its address where an aggregator gives it. */
  readonly source: string;
  readonly sourceUrl: string;
  readonly link: string;
}

/**
 * Whose report an item is, so that one report in many papers counts once: the agency that its credit line, its author
 * or its source names, else the publisher of its page, by name or by registrable domain, else its outlet's name.
 */
export function originOf({ summary, text, creator, source, sourceUrl, link }: Credited): string {
  const [, named = '', via = ''] = SOURCE_CREDIT.exec(source) ?? [];
  const credits = [...[summary, text].flatMap(creditsIn), ofPerson(creator), named, via];
  const agency = CREDITED.find(({ credit }) => credits.some((text) => credit.test(text)));
  return agency?.name ?? publisherOf(sourceUrl) ?? publisherOf(link) ?? source;
}

/** So much of a text's end is looked at for its credit. */
const END = 400;

function creditsIn(text: string): string[] {
  const [, dashed, spaced] = OPENING_CREDIT.exec(text) ?? [];
  const end = text.slice(-END);
  const [, copyright, published, bracketed] = CLOSING_CREDIT.exec(end) ?? [];
  const byline = OPENING_BYLINE.exec(text)?.[0];
  const reuters = REUTERS_END.test(end) ? 'Reuters' : undefined;
  return [dashed ?? spaced ?? byline, copyright, published, bracketed, reuters].filter(
    (credit) => credit !== undefined,
  );
}

/** A short name counts in capitals only: "Ani Spa" is nobody's agency. */
function ofPerson(creator: string): string {
  return creator.replace(/\b\p{Lu}\p{Ll}{1,3}\b/gu, '');
}

function publisherOf(url: string): string | null {
  const domain = getDomain(url, { allowPrivateDomains: true });
  return domain && !AGGREGATORS.has(domain) ? (BY_DOMAIN.get(domain) ?? domain) : null;
}
