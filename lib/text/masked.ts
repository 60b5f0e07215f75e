/** Names of parameters that hold what is nobody else's business: `?token=…`, `&auth_key=…`. */
const SECRET_NAME =
  /(?:^|[_.-])(?:auth|key|apikey|token|secret|sig|signature|pass|password|pwd|access|session|sid|hash|code|credential|jwt)(?:$|[_.-])|(?:key|token|auth|secret)$/i;
/** So many letters and digits in a row, both among them, are no word. */
const LIKE_A_SECRET = /^(?=[^\d]*\d)(?=[^a-z]*[a-z])[\w~+=-]{20,}$/i;
/** Words that hyphens join are the headline of a page. */
const LIKE_A_HEADLINE = /^(?:[a-z]+|\d+)(?:[-_](?:[a-z]+|\d+))+$/i;
const MASK = '***';

/** An address without the secrets that feeds for subscribers carry: its password, values of parameters, parts of its path. */
export function masked(address: string): string {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return address;
  const [whole, query = ''] = address.split(/\?(.*)/s);
  const bare = (whole ?? '').replace(/^(https?:\/\/)[^/@]*@/i, `$1${MASK}@`);
  const [, origin = '', path = ''] = /^(https?:\/\/[^/]*)(.*)$/is.exec(bare) ?? [];
  const parts = path.split('/').map((part) => (isSecret(decoded(part)) ? MASK : part));
  const asked = query.split('&').map((pair) => {
    const [name = '', value] = pair.split(/=(.*)/s);
    const isMasked = value && (SECRET_NAME.test(decoded(name)) || isSecret(decoded(value)));
    return isMasked ? `${name}=${MASK}` : pair;
  });
  return `${origin}${parts.join('/')}${query ? `?${asked.join('&')}` : ''}`;
}

/** A text with each address in it masked. */
export function withMaskedAddresses(text: string): string {
  return text.replace(/https?:\/\/[^\s"'<>()]*[^\s"'<>(),;:.!?]/gi, masked);
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
