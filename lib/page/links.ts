import { createHmac, randomBytes } from 'node:crypto';
import type { Link, Links } from '../monitor/links.ts';
import { isSame, SESSION_SECONDS, type Visitor, type Visitors } from './visitors.ts';

/** A text that may be signed: other texts cost no question for the key. */
const SHAPE = /^[\w-]{1,40}(?:\.[\da-z]{1,9})?\.[\w-]{43}$/;

/** What a link's holder shows, for one purpose each: a link opens no feed, a feed's token no page. */
function signed(key: string, purpose: 'link' | 'session' | 'form' | 'feed', text: string): string {
  return createHmac('sha256', key).update(`${purpose} ${text}`).digest('base64url');
}

/** A new link of a name. */
export function newLink(name: string, now: Date): Link {
  return { id: randomBytes(9).toString('base64url'), name, madeAt: now.toISOString() };
}

/** What stands in the address of a link. */
export function secretOf({ id }: Pick<Link, 'id'>, key: string): string {
  return `${id}.${signed(key, 'link', id)}`;
}

/** A key that signs links and sessions. */
export function newKey(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * Those who were given a link. Each request asks whether the link still stands, so that one that was revoked ends at once;
 * a new key ends all.
 */
export function linkVisitors(
  { link }: Pick<Links, 'link'>,
  key: () => Promise<string>,
  now: () => Date,
): Visitors {
  /** The link of a text `ID.MORE.SIGNATURE` that is signed for a purpose. */
  const signedLink = async (purpose: 'link' | 'session' | 'feed', text: string) => {
    if (!SHAPE.test(text)) return null;
    const at = text.lastIndexOf('.');
    const plain = text.slice(0, at);
    const [id = '', until] = plain.split('.');
    if (!isSame(text.slice(at + 1), signed(await key(), purpose, plain))) return null;
    if (purpose === 'session' && !(Number.parseInt(until ?? '', 36) > now().getTime())) return null;
    return link(id);
  };
  const visitorOf = async ({ id, name }: Link): Promise<Visitor> => ({
    name,
    formToken: signed(await key(), 'form', id),
    feedQuery: `?token=${id}.${signed(await key(), 'feed', id)}`,
  });
  return {
    async visitor(session) {
      const known = session === undefined ? null : await signedLink('session', session);
      return known && visitorOf(known);
    },
    async enter(secret) {
      const known = await signedLink('link', secret);
      if (!known) return null;
      const session = `${known.id}.${(now().getTime() + 1000 * SESSION_SECONDS).toString(36)}`;
      return { session: `${session}.${signed(await key(), 'session', session)}`, name: known.name };
    },
    opensFeeds: async (token) => token !== undefined && (await signedLink('feed', token)) !== null,
  };
}
