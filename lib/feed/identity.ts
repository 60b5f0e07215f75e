import { createHash } from 'node:crypto';

/** What trackers add to a link; it says where a reader came from, not what the page is. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|cmpid?|ns_\w+|at_\w+|ocid|ref|ref_?src|smid|guccounter|xtor|ftag|sr_?share|taid|partner|rss|source)$/i;

/** A link without its tracking parameters and its fragment; text that is no http link comes back trimmed. */
export function cleanLink(link: string): string {
  const url = parseUrl(link.trim());
  if (!url || !/^https?:$/.test(url.protocol)) return link.trim();
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href;
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

export interface Identified {
  readonly guid: string;
  readonly link: string;
  readonly title: string;
  readonly summary: string;
}

/**
 * What makes an item the same one wherever it is read: its guid, else its link, else its content, as a digest of
 * 16 hexadecimal digits. A guid that only its own site understands (`4711`) counts together with the link's host.
 */
export function identityOf({ guid, link, title, summary }: Identified): string {
  const host = parseUrl(link)?.host ?? '';
  if (guid) return digest(/^[a-z][\w+.-]*:/i.test(guid) ? `guid ${guid}` : `guid ${host} ${guid}`);
  if (link) return digest(`link ${link}`);
  return digest(`content ${title} ${summary}`);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
