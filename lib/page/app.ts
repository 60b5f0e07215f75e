import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { HTTPException } from 'hono/http-exception';
import { PATHS } from '../view/page/site.ts';
import { ASSETS } from './assets.ts';
import {
  COOKIE_SECONDS,
  messagePage,
  type PageEnv,
  type PageOptions,
  SEEN,
  seenCookie,
  siteOf,
} from './context.ts';
import { decidingRoutes } from './deciding.ts';
import { feedRoutes } from './feed-routes.ts';
import { readingRoutes } from './reading.ts';
import { HEADERS, ownHost } from './security.ts';
import { formatSeen, parseSeen } from './seen.ts';

const SESSION = 'session';

/** The pages of the stories: one set of routes for a laptop, a deployment and pages on a disk. */
export function pageApp(options: PageOptions): Hono<PageEnv> {
  const { visitors, hosts, now, refused, since } = options;
  const app = new Hono<PageEnv>();
  app.use(HEADERS, ownHost(hosts), bodyLimit({ maxSize: 16_384 }));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    const site = siteOf(options, { visitor: null, now: now() }, 'error/', null);
    return c.html(messagePage('The page cannot be shown', options.explain(error), site), 503);
  });
  app.notFound((c) => {
    const site = siteOf(options, { visitor: null, now: now() }, c.req.path.slice(1), null);
    return c.html(messagePage('There is no such page', 'It may have been removed.', site), 404);
  });
  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /\n'));
  for (const [path, type, asset] of [
    [PATHS.style, 'text/css', ASSETS.style],
    [PATHS.script, 'text/javascript', ASSETS.script],
    [PATHS.icon, 'image/svg+xml', ASSETS.icon],
  ] as const)
    app.get(`/${path}`, (c) =>
      c.body(asset(), 200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' }),
    );
  app.get('/enter/:secret', async (c) => {
    const session = await visitors.enter(c.req.param('secret'));
    if (session === null) {
      refused('a link that leads nowhere');
      return c.text('This link is not valid any more: ask whoever runs claimwatch for a new one.\n', 403);
    }
    setCookie(c, SESSION, session, {
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
      path: '/',
      prefix: 'host',
      maxAge: COOKIE_SECONDS,
    });
    return c.redirect('/', 303);
  });
  feedRoutes(app, options);
  app.use(async (c, next) => {
    const visitor = await visitors.visitor(getCookie(c, SESSION, 'host'));
    if (!visitor && hosts === null) {
      refused('no session');
      return c.text('You are not signed in: open the link that you were given.\n', 403);
    }
    const seen = parseSeen(getCookie(c, SEEN));
    c.set('asked', {
      visitor,
      seen: seen ?? { all: now(), stories: new Map() },
      isFirst: seen === null,
      now: now(),
    });
    c.header('cache-control', 'private, no-cache');
    await next();
    // What comes after the first look is new at the second.
    if (seen === null && since === null && c.req.method === 'GET')
      setCookie(c, SEEN, formatSeen(c.get('asked').seen), seenCookie(c));
  });
  readingRoutes(app, options);
  decidingRoutes(app, options);
  return app;
}
