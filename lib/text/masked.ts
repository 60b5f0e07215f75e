/** Parameters whose values are nobody's secret: languages, countries, how much of what. */
const PLAIN =
  /^(?:hl|gl|ceid|lang|language|locale|country|region|edition|format|output|type|feed|limit|max|count|n|num|page|section|category|cat|tag|topic|q|query|search|s|channel_id|playlist_id|post_type)$/i;
/** So many letters and digits in a row, both among them, are no word. */
const LIKE_A_SECRET = /^(?=.*\d)(?=.*[a-z])[\w~+=%-]{12,}$/i;
/** Words and numbers that hyphens join are the headline of a page. */
const LIKE_A_HEADLINE = /^(?:[a-z]+|\d+)(?:[-_](?:[a-z]+|\d+))+$/i;
const MASK = '***';

/** An address without the secrets that feeds for subscribers carry: its password, values of parameters, parts of its path. */
export function masked(address: string): string {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return address;
  const user = url.username || url.password ? `${MASK}@` : '';
  const path = url.pathname.split('/').map(maskedSegment).join('/');
  const query = url.search.slice(1).split('&').map(maskedPair).join('&');
  const shown = `${url.protocol}//${user}${url.host}${path}${query ? `?${query}` : ''}`;
  // One that has none is told as it was written.
  return shown.includes(MASK) || url.hash ? shown : address;
}

/** A text with each address in it masked. */
export function withMaskedAddresses(text: string): string {
  return text.replace(/https?:[^\s"<>]*[^\s"<>)',;:.!?\]]/gi, masked);
}

/** `8f14e45fceea167a.rss` → `***.rss`; `/a;session=…` → `/a;***` */
function maskedSegment(segment: string): string {
  const [, name = '', rest = '', ending = ''] = /^([^;.]*)(.*?)(\.[a-z]{2,5})?$/i.exec(segment) ?? [];
  const parts = [name, ...rest.split(/[;.]/)].map(decoded);
  return parts.some(isSecret) || rest.includes(';') ? `${MASK}${ending}` : segment;
}

function maskedPair(pair: string): string {
  const [name = '', value] = pair.split(/=(.*)/s);
  if (!value) return isSecret(decoded(name)) ? MASK : pair;
  const isPlain = PLAIN.test(name) && (/_id$/i.test(name) || !isSecret(decoded(value)));
  return isPlain ? pair : `${name}=${MASK}`;
}

function isSecret(part: string): boolean {
  return LIKE_A_SECRET.test(part) && !LIKE_A_HEADLINE.test(part);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
