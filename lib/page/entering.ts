import type { Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { documentOf } from '../view/page/document.ts';
import { PATHS } from '../view/page/site.ts';
import { type PageEnv, type PageOptions, siteOf } from './context.ts';
import { strangeSender, strangeToken } from './security.ts';
import { SESSION_SECONDS } from './visitors.ts';

/** The cookie of a session, with the prefix `__Host-`. */
export const SESSION = 'session';

/** The way in by a secret link. Who is in already by another link is asked first, so that nobody decides in a name that is not theirs. */
export function enterRoutes(app: Hono<PageEnv>, options: PageOptions): void {
  const { visitors, now, refused } = options;
  const enter = (c: Context, session: string) => {
    setCookie(c, SESSION, session, {
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
      path: '/',
      prefix: 'host',
      maxAge: SESSION_SECONDS,
    });
    c.header('cache-control', 'no-store');
    return c.redirect('/', 303);
  };
  const entered = async (c: Context) => {
    const found = await visitors.enter(c.req.param('secret') ?? '');
    const visitor = await visitors.visitor(getCookie(c, SESSION, 'host'));
    if (!found) refused('a link that leads nowhere');
    return { found, visitor: visitor === 'reader' ? null : visitor };
  };
  const ENDED = 'This link is not valid any more: ask whoever runs claimwatch for a new one.\n';

  app.get('/enter/:secret', async (c) => {
    const { found, visitor } = await entered(c);
    if (!found) return c.text(ENDED, 403);
    if (!visitor || visitor.name === found.name) return enter(c, found.session);
    const path = PATHS.enter(c.req.param('secret'));
    const site = siteOf(options, { visitor, now: now() }, path, null);
    const body = html`<div class="head"><h1 id="message">Decide as ${found.name}?</h1><p>You decide as ${visitor.name} now. This link is for ${found.name}.</p><form method="post" action="${site.to(path)}"><input type="hidden" name="token" value="${visitor.formToken}"><button>Go on as ${found.name}</button></form><p><a href="${site.to(PATHS.index)}">Stay ${visitor.name}</a></p></div>`;
    const skipTo = { id: 'message', text: 'Skip to the question' };
    c.header('cache-control', 'no-store');
    return c.html(documentOf({ title: `Decide as ${found.name}?`, feeds: [], skipTo, body }, site));
  });

  app.post('/enter/:secret', async (c) => {
    const { found, visitor } = await entered(c);
    if (!found || !visitor) return c.text(ENDED, 403);
    const fault = strangeSender(c) ?? strangeToken((await c.req.parseBody())['token'], visitor.formToken);
    if (fault) refused(fault);
    return fault
      ? c.text(`This form was refused: ${fault}. Open the link again.\n`, 403)
      : enter(c, found.session);
  });
}
