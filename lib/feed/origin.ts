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
/** `The Paper (AFP)`, `Reuters via The Paper`. */
const SOURCE_CREDIT = /\(([A-Za-z .-]{2,30})\)\s*$|^(.{2,30}) via\b/;

export interface Credited {
  readonly summary: string;
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
export function originOf({ summary, creator, source, sourceUrl, link }: Credited): string {
  const [, named = '', via = ''] = SOURCE_CREDIT.exec(source) ?? [];
  const [, dashed, spaced] = OPENING_CREDIT.exec(summary) ?? [];
  const opening = dashed ?? spaced ?? OPENING_BYLINE.exec(summary)?.[0] ?? '';
  const credits = [opening, creator, named, via];
  const agency = CREDITED.find(({ credit }) => credits.some((text) => credit.test(text)));
  return agency?.name ?? publisherOf(sourceUrl) ?? publisherOf(link) ?? source;
}

function publisherOf(url: string): string | null {
  const domain = getDomain(url, { allowPrivateDomains: true });
  return domain && !AGGREGATORS.has(domain) ? (BY_DOMAIN.get(domain) ?? domain) : null;
}
