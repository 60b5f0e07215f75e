import { createHash } from 'node:crypto';

/**
 * Until when somebody has seen what changed: of all stories, and of single ones since. It fits into a cookie of 4 KB: times
 * are milliseconds in base 36, and of single stories the last ones are kept; of the others the older time for all counts, which
 * hides nothing.
 */
export interface Seen {
  readonly all: Date;
  readonly stories: ReadonlyMap<string, Date>;
}

const MOST_STORIES = 150;

/** From a cookie; null where there is none that can be read. */
export function parseSeen(text: string | undefined): Seen | null {
  const [all, ...stories] = (text ?? '').split('.').map(timeOf);
  const [, first] = all ?? [];
  if (!first) return null;
  return {
    all: first,
    stories: new Map(stories.flatMap(([key, time]) => (time ? [[key, time] as const] : []))),
  };
}

function timeOf(part: string): readonly [key: string, time: Date | null] {
  const { key = '', ms } = /^(?<key>[\da-f]{0,8})-(?<ms>[\da-z]{1,9})$/.exec(part)?.groups ?? {};
  return [key, ms === undefined ? null : new Date(Number.parseInt(ms, 36))];
}

export function formatSeen({ all, stories }: Seen): string {
  const parts = [['', all] as const, ...[...stories].slice(-MOST_STORIES)];
  return parts.map(([key, time]) => `${key}-${time.getTime().toString(36)}`).join('.');
}

/** Since when a story's changes are new. */
export function seenUntil({ all, stories }: Seen, slug: string): Date {
  const own = stories.get(keyOf(slug));
  return own && own > all ? own : all;
}

/** What was seen by then of a story, or of all; a mark never goes back. */
export function seeing(seen: Seen, at: Date, slug: string | null): Seen {
  const later = (one: Date) => (one > at ? one : at);
  if (slug === null)
    return {
      all: later(seen.all),
      stories: new Map([...seen.stories].filter(([, time]) => time > at)),
    };
  const stories = new Map(seen.stories);
  // The story that was looked at last stands last.
  stories.delete(keyOf(slug));
  return { all: seen.all, stories: stories.set(keyOf(slug), later(seenUntil(seen, slug))) };
}

function keyOf(slug: string): string {
  return createHash('sha256').update(slug).digest('hex').slice(0, 8);
}
