import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { getCookie, setCookie } from 'hono/cookie';
import { etag } from 'hono/etag';
import { HTTPException } from 'hono/http-exception';
import { PATHS } from '../view/page/site.ts';
import { ASSETS } from './assets.ts';
import { messagePage, type PageEnv, type PageOptions, seenOptions, siteOf } from './context.ts';
import { decidingRoutes } from './deciding.ts';
import { enterRoutes, SESSION } from './entering.ts';
import { feedRoutes } from './feed-routes.ts';
import { readingRoutes } from './reading.ts';
import { HEADERS, isForeign, OWN_REQUESTS, ownHost } from './security.ts';
import { formatSeen, parseSeen } from './seen.ts';

/** Longer parts of a path name nothing here. */
const NAME_LENGTH = 120;

/** The pages of the stories: one set of routes for a laptop, a deployment and pages on a disk. */
export function pageApp(options: PageOptions): Hono<PageEnv> {
  const { visitors, hosts, now, refused, since, failed, seenCookie } = options;
  const app = new Hono<PageEnv>();
  app.use(compress(), etag(), HEADERS, ownHost(hosts), OWN_REQUESTS, bodyLimit({ maxSize: 16_384 }));
  /** That something is not there or went wrong: in JSON for the script. */
  const told = (c: Context, status: 404 | 503, title: string, text: string) => {
    if (c.req.header('accept')?.includes('application/json'))
      return c.json({ outcome: 'refused', message: `${title}. ${text}`, state: '', verdict: null }, status);
    const site = siteOf(options, { visitor: null, now: now() }, c.req.path.slice(1), null);
    return c.html(messagePage(title, text, site), status);
  };
  app.onError((error, c) =>
    error instanceof HTTPException
      ? error.getResponse()
      : told(c, 503, 'This page cannot be shown now', failed(error)),
  );
  app.notFound((c) =>
    told(c, 404, 'There is no such page', 'It may have been removed: load the story again.'),
  );
  app.use(async (c, next) =>
    c.req.path.split('/').some((part) => part.length > NAME_LENGTH) ? c.notFound() : next(),
  );
  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /\n'));
  for (const [path, type, asset] of [
    [PATHS.style, 'text/css', ASSETS.style],
    [PATHS.script, 'text/javascript', ASSETS.script],
    [PATHS.icon, 'image/svg+xml', ASSETS.icon],
  ] as const)
    app.get(`/${path}`, (c) =>
      c.body(asset(), 200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' }),
    );
  enterRoutes(app, options);
  feedRoutes(app, options);
  app.use(async (c, next) => {
    const session = getCookie(c, SESSION, 'host');
    const visitor = await visitors.visitor(session);
    if (!visitor) {
      // Whoever shows nothing has tried nothing: scanners come by every address.
      if (session !== undefined) refused('a session that is not valid');
      return c.text('You are not signed in: open the link that you were given.\n', 403);
    }
    const seen = parseSeen(getCookie(c, seenCookie));
    c.set('asked', {
      visitor: visitor === 'reader' ? null : visitor,
      isForeign: isForeign(c),
      seen: seen ?? { all: now(), stories: new Map() },
      isFirst: seen === null,
      now: now(),
    });
    c.header('cache-control', 'private, no-cache');
    await next();
    // What comes after the first look is new at the second.
    if (seen === null && since === null && c.req.method === 'GET' && c.res.ok)
      setCookie(c, seenCookie, formatSeen(c.get('asked').seen), seenOptions(c));
    return undefined;
  });
  readingRoutes(app, options);
  decidingRoutes(app, options);
  return app;
}
