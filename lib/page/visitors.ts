import { createHash, timingSafeEqual } from 'node:crypto';

/** Somebody who may look and decide. */
export interface Visitor {
  readonly name: string;
  /** What the forms of the site carry for this visitor. */
  readonly formToken: string;
  /** What addresses of feeds end in: `?token=…`, or nothing. */
  readonly feedQuery: string;
}

/** Who may see the pages. */
export interface Visitors {
  /** Whom a session's cookie names; null for nobody. */
  visitor(session: string | undefined): Promise<Visitor | null>;
  /** What a secret link leads to: a session; null where it leads nowhere. */
  enter(secret: string): Promise<string | null>;
  /** Whether a token opens the feeds, and nothing else. */
  opensFeeds(token: string | undefined): Promise<boolean>;
}

/** Whoever reaches the pages is one editor: on loopback. Without one nobody can decide: pages for a disk. */
export function oneEditor(name: string | null, formToken: string): Visitors {
  return {
    visitor: async () => (name === null ? null : { name, formToken, feedQuery: '' }),
    enter: async () => null,
    opensFeeds: async () => true,
  };
}

/** Whether two texts are the same; how long that takes tells nothing of them. */
export function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
