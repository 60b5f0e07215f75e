import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimwatch } from '../support/cli.ts';
import { rss } from '../support/rss.ts';
import { BRIDGE, BRIDGE_COVERAGE } from '../support/story.ts';

const home = process.cwd();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimwatch-'));
  process.chdir(folder);
  await mkdir('empty');
  await mkdir('in-the-way');
  const claim = { id: 'a', text: 'A will happen.' };
  const files: Record<string, string | Buffer> = {
    'good.json': JSON.stringify(BRIDGE),
    'good.xml': rss('The Paper', BRIDGE_COVERAGE),
    'broken.json': '{\n "story": "a",,\n}',
    'broken.yaml': 'story: [unclosed',
    'circular.yaml': 'story: &a [*a]',
    'faults.json': JSON.stringify({ ...BRIDGE, claims: Array.from({ length: 300 }, () => ({ id: 'a' })) }),
    'no-text.json': JSON.stringify({ ...BRIDGE, claims: [{ id: 'a', text: '' }] }),
    'twice.json': JSON.stringify({ ...BRIDGE, claims: [claim, claim] }),
    'typo.json': JSON.stringify({ ...BRIDGE, feed: [] }),
    'both.json': JSON.stringify({ ...BRIDGE, claims: [claim, { id: 'a' }] }),
    'other.json': JSON.stringify({
      ...BRIDGE,
      article: { ...BRIDGE.article, url: 'https://other.example/' },
    }),
    'in-the-way/.claimwatch': '',
    'a & b.xml': rss('The Paper', BRIDGE_COVERAGE),
    'page.xml': '<!doctype html><html><body>Hello</body></html>',
    'opml.xml': '<?xml version="1.0"?><opml version="2.0"><body/></opml>',
    'zero.xml': '',
    'no-items.xml': rss('Empty', []),
    'garbage.xml': Buffer.alloc(5_000_000, 'x<br'),
    'huge.xml': Buffer.alloc(9_000_000, 'x<br'),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(name, content);
  await claimwatch(['run', '--baseline', 'good.json', '--feeds', 'good.xml']);
});
afterAll(async () => {
  process.chdir(home);
  await rm(folder, { recursive: true });
});

const run = (...feeds: string[]) => ['run', '--baseline', 'good.json', '--feeds', ...feeds];

describe('says what was found, what was expected and what to do', () => {
  test.each<[string, string[], number, RegExp]>([
    [
      'a missing file',
      ['run', '--baseline', 'nowhere.json'],
      1,
      /nowhere\.json cannot be read: there is no such file/,
    ],
    ['a folder for a file', ['run', '--baseline', 'empty'], 1, /empty cannot be read: it is a folder/],
    [
      'broken JSON',
      ['run', '--baseline', 'broken.json'],
      1,
      /broken\.json is not JSON: .*line 2, column 1\d/,
    ],
    [
      'a key that nothing reads',
      ['run', '--baseline', 'typo.json', '--feeds', 'good.xml'],
      0,
      /typo\.json: ignores the unknown key feed: expected story, article, claims, feeds/,
    ],
    [
      'one id twice beside another fault',
      ['run', '--baseline', 'both.json'],
      1,
      /claims\.1\.text: found nothing[\s\S]*claims\.1\.id: found "a", expected an id that no other/,
    ],
    [
      'another article under the same slug',
      ['run', '--baseline', 'other.json', '--feeds', 'good.xml'],
      1,
      /keeps the story "island-bridge" of another article[\s\S]*give this baseline a slug of its own/,
    ],
    ['a claim that no story has', ['changes', '--claim', 'nope'], 1, /No story has a claim "nope"/],
    [
      'YAML that refers to itself',
      ['run', '--baseline', 'circular.yaml'],
      1,
      /circular\.yaml is not YAML: .*circular/,
    ],
    ['very many faults', ['run', '--baseline', 'faults.json'], 1, /^(?:.*\n){21} {2}and \d+ more\n.*$/],
    ['a device for a feed', run('/dev/null'), 1, /\/dev\/null is a pipe or a device, expected a file/],
    ['a device for a baseline', ['run', '--baseline', '/dev/null'], 1, /\/dev\/null cannot be read: EINVAL/],
    ['broken YAML', ['run', '--baseline', 'broken.yaml'], 1, /broken\.yaml is not YAML/],
    [
      'a claim without text',
      ['run', '--baseline', 'no-text.json'],
      1,
      /claims\.0\.text: found "", expected one sentence/,
    ],
    [
      'two claims with one id',
      ['run', '--baseline', 'twice.json'],
      1,
      /claims\.1\.id: found "a", expected an id that no other claim/,
    ],
    [
      'two baselines of one story',
      ['run', '--baseline', 'good.json', 'good.json'],
      1,
      /both of the story "island-bridge"/,
    ],
    ['no feeds at all', ['run', '--baseline', 'good.json'], 1, /no feeds to read: give --feeds/],
    [
      'an unknown kind of address',
      run('gopher://a/b'),
      1,
      /unknown kind of feed, expected an http or https URL/,
    ],
    ['an unknown kind of feed', run('opml.xml'), 1, /root is <opml>: an unknown kind of feed/],
    ['HTML in place of a feed', run('page.xml'), 1, /page\.xml: it is a web page, not a feed/],
    ['an empty file', run('zero.xml'), 1, /its answer is empty/],
    ['a feed without items', run('no-items.xml'), 1, /No item was read: every feed is empty/],
    ['5 MB of garbage', run('garbage.xml'), 1, /it is neither RSS nor Atom: it begins with "x<brx/],
    ['9 MB', run('huge.xml'), 1, /larger than 8 MB: not read/],
    ['a folder without feeds', run('empty'), 1, /holds no feed, expected files that end in \.xml/],
    ['a path that is not there', run('nowhere'), 1, /there is no file or folder nowhere/],
    ['an unknown record', ['show', 'feedbeef'], 1, /There is no record "feedbeef" among 6/],
    ['an unknown story', ['story', 'nowhere'], 1, /There is no story "nowhere": found island-bridge/],
    ['an unknown item', ['explain', '--item', 'zzz'], 1, /There is no item "zzz" .* among the 10/],
    ['an unknown claim', ['explain', '--item', 'a', '--claim', 'zzz'], 1, /No story has a claim "zzz"/],
    ['no command', [], 2, /run +read the feeds once/],
    ['an unknown command', ['look'], 2, /Found "look", expected one of draft, lint, run, watch, replay/],
    ['an unknown option', ['run', '--quiet'], 2, /Unknown option '--quiet'/],
    ['an option without its value', ['changes', '--since'], 2, /--since/],
    [
      'a time that is none',
      ['changes', '--since', 'yesterday'],
      2,
      /--since: found "yesterday", expected a day or a time/,
    ],
    ['a day that is none', ['changes', '--since', '2026-02-31T00:00:00Z'], 2, /--since: found/],
    [
      'an unknown kind',
      ['changes', '--kind', 'moved'],
      2,
      /--kind: found "moved", expected one of scheduled/,
    ],
    ['an unknown format', ['changes', '--format', 'xml'], 2, /--format: found "xml"/],
    ['run without a baseline', ['run', '--feeds', 'good.xml'], 2, /run needs --baseline FILE, found none/],
    [
      'a table that is in memory and not',
      ['run', '--baseline', 'good.json', '--ephemeral', '--table', 't'],
      2,
      /exclude each other/,
    ],
    ['show without an id', ['show'], 2, /show needs one ID/],
    [
      'two times at once',
      [...run('good.xml'), '--as-of', '2026-03-03', '--clock', '2026-03-03'],
      2,
      /--as-of and --clock exclude each other/,
    ],
  ])('%s', async (_what, argv, code, message) => {
    const ran = await claimwatch(argv);
    expect(ran.err).toMatch(message);
    expect(ran.code).toBe(code);
  });
});

test('one bad feed fails alone: the others are read, and the exit code tells', async () => {
  const ran = await claimwatch([...run('page.xml', 'good.xml'), '--ephemeral']);
  expect(ran.out).toContain('2 feeds, 1 failed; 10 items, 10 new; 6 new changes');
  expect(ran.code).toBe(1);
});

test('a file is served whatever its name', async () => {
  const ran = await claimwatch([...run('a & b.xml'), '--ephemeral']);
  expect(ran).toMatchObject({ code: 0, err: '' });
});

test('a file in the way of the embedded table is named', async () => {
  process.chdir('in-the-way');
  const ran = await claimwatch(['changes']);
  process.chdir('..');
  expect(ran).toMatchObject({
    code: 1,
    err: expect.stringMatching(/cannot be kept in \.claimwatch .*move what is in the way/),
  });
});

test('nothing that was recorded is lost', async () => {
  const { out } = await claimwatch(['changes', '--possible', '--json']);
  expect(JSON.parse(out).changes).toHaveLength(6);
});
