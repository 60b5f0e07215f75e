import { describe, expect, test } from 'vitest';
import type { Link, Links } from '../../lib/monitor/links.ts';
import { linkVisitors, newKey, newLink, secretOf } from '../../lib/page/links.ts';
import type { Visitors } from '../../lib/page/visitors.ts';
import { memoryRecords } from '../support/memory-records.ts';
import { pagesOn } from '../support/page.ts';

const NOW = new Date('2026-03-20T12:00:00Z');
const LATER = new Date('2026-09-20T12:00:00Z');

function deployed() {
  const kept = new Map<string, Link>();
  const links: Links = {
    link: async (id) => kept.get(id) ?? null,
    links: async () => [...kept.values()],
    saveLink: async (link) => void kept.set(link.id, link),
    removeLink: async (id) => void kept.delete(id),
  };
  const at = { key: newKey(), now: NOW };
  const visitors = linkVisitors(
    links,
    async () => at.key,
    () => at.now,
  );
  const link = newLink('ada', NOW);
  kept.set(link.id, link);
  return { kept, visitors, link, secret: () => secretOf(link, at.key), at };
}

/** The token of feeds that somebody is given. */
async function feedOf(visitors: Visitors, session: string): Promise<string> {
  const visitor = await visitors.visitor(session);
  return visitor && visitor !== 'reader' ? visitor.feedQuery.slice('?token='.length) : '';
}

describe('who comes by a link', () => {
  test('has its name, until the session ends', async () => {
    const { visitors, secret, at } = deployed();
    const session = (await visitors.enter(secret()))?.session ?? '';
    expect(await visitors.visitor(session)).toMatchObject({ name: 'ada' });
    at.now = LATER;
    expect(await visitors.visitor(session)).toBeNull();
  });

  test('is let in no more once the link was revoked, at once', async () => {
    const { visitors, secret, link, kept } = deployed();
    const session = (await visitors.enter(secret()))?.session ?? '';
    const feed = await feedOf(visitors, session);
    kept.delete(link.id);
    expect(await visitors.visitor(session)).toBeNull();
    expect(await visitors.enter(secret())).toBeNull();
    expect(await visitors.opensFeeds(feed)).toBe(false);
  });

  test('is let in no more under a new key', async () => {
    const { visitors, secret, at } = deployed();
    const before = secret();
    const session = (await visitors.enter(before))?.session ?? '';
    at.key = newKey();
    expect([await visitors.visitor(session), await visitors.enter(before)]).toEqual([null, null]);
  });

  test('each signature serves one purpose', async () => {
    const { visitors, secret } = deployed();
    const session = (await visitors.enter(secret()))?.session ?? '';
    const feed = (await feedOf(visitors, session)) ?? '';
    expect(await visitors.opensFeeds(feed)).toBe(true);
    expect(await visitors.enter(feed)).toBeNull();
    expect(await visitors.visitor(secret())).toBeNull();
    expect(await visitors.opensFeeds(secret())).toBe(false);
    expect(await visitors.opensFeeds(undefined)).toBe(false);
  });

  test.each(['', '.', 'x', 'x.y', 'x.y.z', `${'a'.repeat(4_000)}.b`, '../..%2f.x', '\0.x'])(
    'nothing comes of %j',
    async (text) => {
      const { visitors } = deployed();
      expect([
        await visitors.enter(text),
        await visitors.visitor(text),
        await visitors.opensFeeds(text),
      ]).toEqual([null, null, false]);
    },
  );

  test('a session that says that it lasts longer is none', async () => {
    const { visitors, secret } = deployed();
    const [id, , signature] = ((await visitors.enter(secret()))?.session ?? '').split('.');
    expect(await visitors.visitor(`${id}.zzzzzzzz.${signature}`)).toBeNull();
  });
});

describe('pages behind links', () => {
  const { records } = memoryRecords();
  const site = () => {
    const refused: string[] = [];
    const own = deployed();
    const app = pagesOn(records, {
      visitors: own.visitors,
      hosts: null,
      refused: (why) => refused.push(why),
    });
    return { ...own, app, refused };
  };

  test('a link sets a cookie that scripts, other sites and plain http don’t get, and leads on', async () => {
    const { app, secret, refused } = site();
    const entered = await app.request(`https://pages.example/enter/${secret()}`);
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/']);
    const cookie = entered.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(
      /^__Host-session=[\w.-]+; Max-Age=7776000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const page = await app.request('https://pages.example/', {
      headers: { cookie: cookie.split(';')[0] ?? '' },
    });
    expect([page.status, await page.text()]).toEqual([
      200,
      expect.stringContaining('No story is watched yet'),
    ]);
    expect(refused).toEqual([]);
  });

  test('who is in by another link is asked before a name changes', async () => {
    const { app, kept, at, secret } = site();
    const other = newLink('mallory', NOW);
    kept.set(other.id, other);
    const url = (text: string) => `https://pages.example/enter/${text}`;
    const entered = await app.request(url(secret()));
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const question = await app.request(url(secretOf(other, at.key)), { headers: { cookie } });
    expect([question.status, question.headers.get('set-cookie')]).toEqual([200, null]);
    const page = await question.text();
    expect(page).toContain('Decide as mallory?');
    const [, token = ''] = /name="token" value="([\w-]+)"/.exec(page) ?? [];
    const answer = (headers: Record<string, string>) =>
      app.request(url(secretOf(other, at.key)), {
        method: 'POST',
        headers: { cookie, ...headers },
        body: new URLSearchParams({ token }),
      });
    expect((await answer({ origin: 'https://evil.example' })).status).toBe(403);
    const on = await answer({ origin: 'https://pages.example' });
    expect([on.status, on.headers.get('set-cookie')]).toEqual([
      303,
      expect.stringContaining('__Host-session='),
    ]);
  });

  test.each([
    ['/', 'open the link', 0],
    ['/stories/s/', 'open the link', 0],
    ['/stories/s/changes.csv', 'open the link', 0],
    ['/enter/wrong', 'not valid any more', 1],
    ['/feed.atom', 'needs a token', 0],
    ['/feed.json?token=wrong', 'needs a token', 1],
    ['/stories/s/feed.atom', 'needs a token', 0],
  ])('%s tells nobody else anything; what is tried in vain is counted: %s, %i', async (path, why, count) => {
    const { app, refused } = site();
    const answer = await app.request(`https://pages.example${path}`);
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining(why)]);
    expect(refused).toHaveLength(count);
  });

  test('a session that is none is counted', async () => {
    const { app, refused } = site();
    const answer = await app.request('https://pages.example/', {
      headers: { cookie: '__Host-session=x.y.z' },
    });
    expect([answer.status, refused]).toEqual([403, ['a session that is not valid']]);
  });

  test('nobody decides without a session', async () => {
    const { app, refused } = site();
    const answer = await app.request('https://pages.example/stories/s/records/x/decide', { method: 'POST' });
    expect([answer.status, refused]).toEqual([403, []]);
  });
});
