import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { claimwatch } from '../support/cli.ts';
import { type Loopback, loopback } from '../support/loopback.ts';
import { rss } from '../support/rss.ts';
import { BRIDGE, BRIDGE_COVERAGE } from '../support/story.ts';

/** `claimwatch feeds`, in a folder with a baseline, a folder of feeds and a server. */

const home = process.cwd();
const OPML =
  '<opml version="2.0"><body><outline text="News"><outline text="B" xmlUrl="https://b.example/rss"/><outline text="A" xmlUrl="https://a.example/rss"/><outline xmlUrl="gopher://c.example"/></outline></body></opml>';
let folder: string;
let server: Loopback;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimwatch-'));
  process.chdir(folder);
  server = await loopback(({ url }, response) => {
    if (url === '/gone') return void response.writeHead(410).end();
    if (url === '/article')
      return void response.end('<html><meta property="og:title" content="Another headline"></html>');
    if (url === '/page')
      return void response.end(
        '<!doctype html><html><link rel="alternate" type="application/rss+xml" href="/rss"></html>',
      );
    response.writeHead(200, { etag: '"1"', 'cache-control': 'max-age=7200' });
    response.end(
      rss('The Paper', BRIDGE_COVERAGE).replace(
        '<item>',
        '<ttl>60</ttl><skipHours><hour>3</hour></skipHours><item>',
      ),
    );
  });
  await mkdir('feeds');
  await writeFile('feeds/paper.xml', rss('The Paper', BRIDGE_COVERAGE.slice(0, 2)));
  await writeFile('feeds/broken.xml', 'no feed');
  await writeFile('bridge.json', JSON.stringify({ ...BRIDGE, feeds: ['https://a.example/rss'] }));
  await writeFile('subscriptions.opml', OPML);
});
afterAll(async () => {
  process.chdir(home);
  await server.close();
  await rm(folder, { recursive: true });
});

describe('check', () => {
  test('says that the watched article was changed since its baseline', async () => {
    const article = { ...BRIDGE.article, url: `${server.url}/article` };
    await writeFile('article.json', JSON.stringify({ ...BRIDGE, article }));
    const { code, out } = await claimwatch([
      'feeds',
      'check',
      `${server.url}/rss`,
      '--baseline',
      'article.json',
    ]);
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'The article itself was changed: now headed “Another headline”',
    );
  });

  test('a run on feeds that were named leaves the page of the article alone', async () => {
    const before = server.requests.length;
    await claimwatch(['run', '--baseline', 'article.json', '--feeds', `${server.url}/rss`, '--ephemeral']);
    expect(server.requests.slice(before).map(({ url }) => url)).toEqual(['/rss']);
  });

  test('tells what is there, asking once', async () => {
    const before = server.requests.length;
    const { code, out } = await claimwatch(['feeds', 'check', `${server.url}/rss`]);
    expect(code).toBe(0);
    expect(server.requests.length - before).toBe(1);
    expect(out).toMatch(/Title +The Paper/);
    expect(out).toMatch(/Read +as it stands/);
    expect(out).toMatch(new RegExp(`Items +${BRIDGE_COVERAGE.length}, from 2026-03-03`));
    expect(out).toMatch(/Unchanged +known by ETag "1"/);
    expect(out).toMatch(/Asks for +a look every 60 minutes; none in the hours 3 UTC; none before 20/);
    expect(out).toMatch(/Next check +20\d\d-/);
  });

  test.each([
    ['/gone', /Answer +gone: the server answered 410 Gone.*\n? .*\n?.*Next check +never/s],
    ['/page', /it is a web page, not a feed; the page names these feeds:\s+\/rss/],
  ])('%s: what is there instead, and 1', async (path, answer) => {
    const { code, out } = await claimwatch(['feeds', 'check', `${server.url}${path}`]);
    expect(out).toMatch(answer);
    expect(code).toBe(1);
  });

  test('files, of which nothing is kept; as JSON', async () => {
    const { code, out } = await claimwatch(['feeds', 'check', 'feeds', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out).feeds).toMatchObject([
      { feed: join(folder, 'feeds/broken.xml'), outcome: 'failed', cause: 'broken' },
      { feed: join(folder, 'feeds/paper.xml'), outcome: 'read', stage: 'as it stands', items: [{}, {}] },
    ]);
    expect((await claimwatch(['feeds', 'list'])).err).toContain('No story has a feed');
  });
});

test('list: health, last answer, share without change and what it saved; failures first', async () => {
  for (let i = 0; i < 2; i += 1)
    await claimwatch(['run', '--baseline', 'bridge.json', '--feeds', 'feeds', `${server.url}/rss`]);
  const { out } = await claimwatch(['feeds', 'list']);
  const lines = out.split('\n').filter((line) => /well|broken|not read/.test(line));
  expect(lines[0]).toMatch(/broken +never +\d\d-\d\d \d\d:/);
  expect(lines[1]).toMatch(/a\.example\/rss +not read/);
  expect(lines.at(-1)).toMatch(/The Paper +well +\d\d-.* +2 +50 % +\d kB/);
  expect(out).toMatch(/2 times in\s+a\s+row/);
  const { out: json } = await claimwatch(['feeds', 'list', '--json', '--story', 'island-bridge']);
  expect(JSON.parse(json).feeds).toHaveLength(4);
});

test('acknowledge: a failure that is known is said so, and can be taken back', async () => {
  const broken = join(folder, 'feeds/broken.xml');
  const said = await claimwatch(['feeds', 'acknowledge', broken, '--by', 'ada', '--note', 'closed for good']);
  expect([said.code, said.out]).toEqual([0, broken]);
  expect(said.err).toMatch(
    /its failure since 20.* is known, and told of no more until the feed is well again/,
  );
  const listed = async () => (await claimwatch(['feeds', 'list'])).out.replaceAll(/\s+/g, ' ');
  expect(await listed()).toMatch(/acknowledged by ada, 20\d\d-.*: closed for good/);
  const { out: json } = await claimwatch(['feeds', 'list', '--json']);
  const known = JSON.parse(json).feeds.find(({ feed }: { feed: string }) => feed === broken);
  expect(known.acknowledged).toMatchObject({ by: 'ada', note: 'closed for good' });
  expect((await claimwatch(['feeds', 'acknowledge', broken, '--undo'])).code).toBe(0);
  expect(await listed()).not.toContain('acknowledged');
});

test('import adds the feeds of a list to a baseline, once, and leaves all else as it stands', async () => {
  const add = ['feeds', 'import', 'subscriptions.opml', '--baseline', 'bridge.json'];
  const first = await claimwatch(add);
  expect(first.out).toBe('1 feed added to bridge.json, which has 2; 1 were there already');
  expect(first.err).toBe('subscriptions.opml: leaves out gopher://c.example: expected an http or https URL');
  expect((await claimwatch(add)).out).toContain('0 feeds added');
  expect(JSON.parse(await readFile('bridge.json', 'utf8'))).toEqual({
    ...BRIDGE,
    feeds: ['https://a.example/rss', 'https://b.example/rss'],
  });
  await writeFile('bridge.yaml', `# the bridge\n${stringify(BRIDGE)}`);
  await claimwatch(['feeds', 'import', 'subscriptions.opml', '--baseline', 'bridge.yaml']);
  expect(await readFile('bridge.yaml', 'utf8')).toMatch(
    /^# the bridge\n[\s\S]*feeds:\n {2}- https:\/\/b\.example\/rss\n {2}- https:\/\/a/,
  );
});

test('export prints what import reads, without files', async () => {
  const { out } = await claimwatch(['feeds', 'export']);
  await writeFile('exported.opml', out);
  await writeFile('other.json', JSON.stringify({ ...BRIDGE, feeds: [] }));
  await claimwatch(['feeds', 'import', 'exported.opml', '--baseline', 'other.json']);
  expect(JSON.parse(await readFile('other.json', 'utf8')).feeds).toEqual([
    'https://a.example/rss',
    `${server.url}/rss`,
  ]);
});

describe('wrong usage', () => {
  test.each<[string[], number, RegExp]>([
    [[], 2, /found nothing, expected one of suggest, check, list, acknowledge, import, export/],
    [['chekc'], 2, /found "chekc", expected one of suggest, check/],
    [['check'], 2, /needs a URL, FILE or DIR, or --baseline FILE, found none/],
    [['check', 'none.xml'], 1, /there is no file or folder none\.xml/],
    [['list', 'x'], 2, /found "x" where no argument is expected/],
    [['list', '--story', 'none'], 1, /There is no story "none": found island-bridge/],
    [['acknowledge'], 2, /needs at least one URL, found 0/],
    [['acknowledge', 'https://none.example/rss'], 1, /No feed at https:\/\/none\.example\/rss was read yet/],
    [['import', 'subscriptions.opml'], 2, /needs --baseline FILE/],
    [['import', 'bridge.json', '--baseline', 'bridge.json'], 1, /bridge\.json is no list of subscriptions/],
    [['import', 'none.opml', '--baseline', 'bridge.json'], 1, /none\.opml cannot be read \(ENOENT\)/],
    [['export', 'x'], 2, /found "x"/],
  ])('%j', async (argv, code, message) => {
    const ran = await claimwatch(['feeds', ...argv]);
    expect(ran.err).toMatch(message);
    expect(ran.code).toBe(code);
  });
});
