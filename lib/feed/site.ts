import { getDomain } from 'tldts';

/** The site of an address: its registrable domain (`news.bbc.co.uk` → `bbc.co.uk`), else its host; null for what is no address. */
export function siteOf(url: string): string | null {
  return getDomain(url, { allowPrivateDomains: true }) ?? URL.parse(url)?.host ?? null;
}
