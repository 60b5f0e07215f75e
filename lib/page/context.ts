import type { Context } from 'hono';
import { html } from 'hono/html';
import type { CookieOptions } from 'hono/utils/cookie';
import { documentOf } from '../view/page/document.ts';
import { type Html, PATHS, type Site } from '../view/page/site.ts';
import { readable } from '../view/readable.ts';
import type { PageRecords, Since, StoryPageView } from './ledgers.ts';
import { type Seen, seenUntil } from './seen.ts';
import type { Visitor, Visitors } from './visitors.ts';

/** What the pages need from whoever serves them. */
export interface PageOptions {
  /** Works on the table, which may be opened for that. */
  readonly records: <T>(work: (records: PageRecords) => Promise<T>) => Promise<T>;
  readonly visitors: Visitors;
  /** Keeps what was folded of each story, by its slug, where nothing changes meanwhile. */
  readonly views?: Map<string, Promise<StoryPageView>>;
  readonly zone: string;
  readonly now: () => Date;
  /** The names under which the site is served; null where whoever serves it has checked. */
  readonly hosts: (() => readonly string[]) | null;
  /** An address as a page links to it. @param from the path of that page */
  readonly address: (path: string, from: string) => string;
  /** Below which address feeds stand, from that of the request; null without feeds. */
  readonly feeds: ((origin: string) => string) | null;
  /** The name of the cookie with what somebody has seen: browsers share cookies between all ports of a host. */
  readonly seenCookie: string;
  /** Since when things are new, for all; null where each visitor has a mark of their own. */
  readonly since: Since | null;
  /** Notes what went wrong. @returns it in words for whoever looks */
  readonly failed: (error: unknown) => string;
  /** Told of each refusal, so that somebody can be called when there are many. */
  readonly refused: (why: string) => void;
}

/** What is known of a request. */
export interface Asked {
  readonly visitor: Visitor | null;
  /** Another site led here: keys wait for a click, so that nobody is led to press one. */
  readonly isForeign: boolean;
  readonly seen: Seen;
  /** Whether this is somebody's first look. */
  readonly isFirst: boolean;
  readonly now: Date;
}

export type PageEnv = { readonly Variables: { asked: Asked } };

/** As long as browsers keep a cookie. */
const COOKIE_SECONDS = 400 * 24 * 3_600;

export function seenOptions({ req }: Context): CookieOptions {
  const secure = new URL(req.url).protocol === 'https:';
  return { httpOnly: true, secure, sameSite: 'Lax', path: '/', maxAge: COOKIE_SECONDS };
}

/** What a page is written for. @param path its own @param slug of the story that it is of; null for all */
export function siteOf(
  { address, zone, since, feeds }: Pick<PageOptions, 'address' | 'zone' | 'since' | 'feeds'>,
  { visitor, now, seen, isFirst, isForeign }: Pick<Asked, 'visitor' | 'now'> & Partial<Asked>,
  path: string,
  slug: string | null,
): Site {
  const mark = seen && !isFirst ? (slug === null ? seen.all : seenUntil(seen, slug)) : null;
  return {
    to: (target) => address(target, path),
    zone,
    now,
    editor: visitor && { name: visitor.name, token: visitor.formToken, keysWait: isForeign ?? false },
    feed: feeds && ((target) => `${address(target, path)}${visitor?.feedQuery ?? ''}`),
    since: since?.time ?? mark,
  };
}

/** A page that says one thing. */
export function messagePage(title: string, text: string, site: Site): Html {
  const body = html`<div class="head"><h1 id="message">${title}</h1><p dir="auto">${readable(text)}</p><p><a href="${site.to(PATHS.index)}">All stories</a></p></div>`;
  return documentOf({ title, feeds: [], skipTo: { id: 'message', text: 'Skip to the message' }, body }, site);
}
