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
  /** Whom a session's cookie names; `reader` who may look and not decide; null who may not look. */
  visitor(session: string | undefined): Promise<Visitor | 'reader' | null>;
  /** What a secret link leads to: a session in a name; null where it leads nowhere. */
  enter(secret: string): Promise<{ readonly session: string; readonly name: string } | null>;
  /** Whether a token opens the feeds, and nothing else. */
  opensFeeds(token: string | undefined): Promise<boolean>;
}

/** A session lasts so long. */
export const SESSION_SECONDS = 90 * 24 * 3_600;

/** Whoever reaches the pages is one editor: on loopback. Without one all are readers: pages for a disk. */
export function oneEditor(name: string | null, formToken: string): Visitors {
  return {
    visitor: async () => (name === null ? 'reader' : { name, formToken, feedQuery: '' }),
    enter: async () => null,
    opensFeeds: async () => true,
  };
}

/** Whether two texts are the same; how long that takes tells nothing of them. */
export function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
