import { describe, expect, test } from 'vitest';
import type { Link, Links } from '../../lib/monitor/links.ts';
import { linkVisitors, newKey, newLink, secretOf } from '../../lib/page/links.ts';
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

describe('who comes by a link', () => {
  test('has its name, until the session ends', async () => {
    const { visitors, secret, at } = deployed();
    const session = (await visitors.enter(secret())) ?? '';
    expect(await visitors.visitor(session)).toMatchObject({ name: 'ada' });
    at.now = LATER;
    expect(await visitors.visitor(session)).toBeNull();
  });

  test('is let in no more once the link was revoked, at once', async () => {
    const { visitors, secret, link, kept } = deployed();
    const session = (await visitors.enter(secret())) ?? '';
    const { feedQuery } = (await visitors.visitor(session)) ?? { feedQuery: '' };
    kept.delete(link.id);
    expect(await visitors.visitor(session)).toBeNull();
    expect(await visitors.enter(secret())).toBeNull();
    expect(await visitors.opensFeeds(feedQuery.slice('?token='.length))).toBe(false);
  });

  test('is let in no more under a new key', async () => {
    const { visitors, secret, at } = deployed();
    const before = secret();
    const session = (await visitors.enter(before)) ?? '';
    at.key = newKey();
    expect([await visitors.visitor(session), await visitors.enter(before)]).toEqual([null, null]);
  });

  test('each signature serves one purpose', async () => {
    const { visitors, secret } = deployed();
    const session = (await visitors.enter(secret())) ?? '';
    const feed = (await visitors.visitor(session))?.feedQuery.slice('?token='.length) ?? '';
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
    const [id, , signature] = ((await visitors.enter(secret())) ?? '').split('.');
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
    expect(cookie).toMatch(/^__Host-session=[\w.-]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const page = await app.request('https://pages.example/', {
      headers: { cookie: cookie.split(';')[0] ?? '' },
    });
    expect([page.status, await page.text()]).toEqual([
      200,
      expect.stringContaining('No story is watched yet'),
    ]);
    expect(refused).toEqual([]);
  });

  test.each([
    ['/', 'open the link'],
    ['/stories/s/', 'open the link'],
    ['/stories/s/changes.csv', 'open the link'],
    ['/enter/wrong', 'not valid any more'],
    ['/feed.atom', 'needs a token'],
    ['/feed.json?token=wrong', 'needs a token'],
    ['/stories/s/feed.atom', 'needs a token'],
  ])('%s tells nobody else anything, and is counted', async (path, why) => {
    const { app, refused } = site();
    const answer = await app.request(`https://pages.example${path}`);
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining(why)]);
    expect(refused).toHaveLength(1);
  });

  test('nobody decides without a session', async () => {
    const { app, refused } = site();
    const answer = await app.request('https://pages.example/stories/s/records/x/decide', { method: 'POST' });
    expect([answer.status, refused]).toEqual([403, ['no session']]);
  });
});
