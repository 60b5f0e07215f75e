import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, describe, expect, test } from 'vitest';
import { claimwatch } from '../support/cli.ts';
import { run, useNewsroom } from '../support/newsroom.ts';

useNewsroom();
beforeAll(async () => void (await claimwatch(run())));

const ROOT = resolve(import.meta.dirname, '../..');

/** The pages as the command serves them, in a process of its own. */
async function served(...argv: string[]) {
  const child = spawn(
    resolve(ROOT, 'node_modules/.bin/tsx'),
    [resolve(ROOT, 'bin/claimwatch.ts'), 'page', ...argv],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return {
    url,
    async end() {
      child.kill('SIGINT');
      const [code] = await once(child, 'exit');
      return code;
    },
  };
}

describe('page', () => {
  test('serves on a free port of loopback, lets others at the table meanwhile, and ends cleanly', async () => {
    const { url, end } = await served('--by', 'ada');
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const index = await (await fetch(url)).text();
    expect(index).toContain('Deciding as <bdi>ada</bdi>');
    const beside = await claimwatch(['changes', '--json']);
    const all = await Promise.all([url, `${url}stories/island-bridge/`, url].map((each) => fetch(each)));
    expect([beside.code, ...all.map(({ status }) => status)]).toEqual([0, 200, 200, 200]);
    expect(await end()).toBe(0);
  });

  test('decides what the command line shows', async () => {
    const { url, end } = await served('--by', 'ada');
    const page = await (await fetch(`${url}stories/island-bridge/`)).text();
    const [, id = ''] = /data-id="(\w+)"/.exec(page) ?? [];
    const [, token = ''] = /name="token" value="(\w+)"/.exec(page) ?? [];
    const [, state = ''] = new RegExp(`data-id="${id}".*?name="state" value="(\\w+)"`, 's').exec(page) ?? [];
    const answer = await fetch(`${url}stories/island-bridge/records/${id}/decide`, {
      method: 'POST',
      headers: { origin: url.slice(0, -1), accept: 'application/json' },
      body: new URLSearchParams({ token, state, verdict: 'accepted', note: 'seen' }),
    });
    expect(await answer.json()).toMatchObject({ outcome: 'kept' });
    expect(await end()).toBe(0);
    const { out } = await claimwatch(['show', id, '--json']);
    expect(JSON.parse(out).decisions).toMatchObject([{ verdict: 'accepted', by: 'ada', note: 'seen' }]);
    await claimwatch(['undo', id, '--by', 'ada']);
  });

  test('on a port that is in use says so', async () => {
    const { url, end } = await served();
    const { code, err } = await claimwatch(['page', '--port', new URL(url).port]);
    expect([code, err]).toEqual([1, expect.stringMatching(/--port: \d+ is in use, expected a free one/)]);
    await end();
  });

  test('writes files, and says where', async () => {
    const { code, out, err } = await claimwatch(['page', '--out', 'site', '--since', '2026-03-05']);
    expect([code, out, err]).toEqual([
      0,
      'site/index.html',
      expect.stringMatching(/^\d+ files written into site; /),
    ]);
    expect(existsSync('site/stories/island-bridge/index.html')).toBe(true);
    expect(readFileSync('site/index.html', 'utf8')).toContain('Since 5 Mar 2026, 00:00');
  });

  test.each([
    [['page', '--since', '2026-03-05'], '--since goes with --out DIR'],
    [['page', '--out', 'x', '--open'], '--out'],
    [['page', '--out', 'x', '--url', 'desk'], '--url: found "desk", expected an http or https address'],
    [['page', '--port', '0'], '--port: found "0", expected a whole number from 1 to 65535'],
    [['changes', '--since', 'last', '--possible'], '--since last and --possible exclude each other'],
    [['page', 'link'], '--for'],
    [['page', 'link', '--for', 'ada', '--list'], '--for'],
  ])('%j is wrong usage', async (argv, why) => {
    const { code, err } = await claimwatch(argv);
    expect([code, err]).toEqual([2, expect.stringContaining(why)]);
  });
});

describe('correction', () => {
  test('prints a note as text, HTML and JSON', async () => {
    const text = await claimwatch(['correction', 'island-bridge']);
    expect(text.out).toMatch(
      /^What has changed since publication\nStorm closes .*\nhttps:.*\n\nThis article was first published on 2 March 2026/,
    );
    expect((await claimwatch(['correction', 'island-bridge', '--html'])).out).toContain(
      '<ul>\n<li>The article said',
    );
    expect(JSON.parse((await claimwatch(['correction', 'island-bridge', '--json'])).out).publishedOn).toBe(
      '2026-03-02',
    );
  });

  test('of no story is an error that lists those there are', async () => {
    const { code, err } = await claimwatch(['correction', 'nothing']);
    expect([code, err]).toEqual([
      1,
      expect.stringContaining('There is no story "nothing": found island-bridge'),
    ]);
  });
});

describe('changes --since last', () => {
  test('lists all at the first look, then what is new to that editor', async () => {
    const look = async (by: string) =>
      JSON.parse((await claimwatch(['changes', '--since', 'last', '--by', by, '--json'])).out).changes.length;
    const first = await look('ada');
    expect(first).toBeGreaterThan(0);
    expect([await look('ada'), await look('bob')]).toEqual([0, first]);
    const possible = JSON.parse((await claimwatch(['changes', '--possible', '--json'])).out).changes;
    expect(possible).not.toEqual([]);
    await claimwatch(['accept', possible[0].id, '--by', 'bob']);
    expect(await look('ada')).toBe(1);
  });

  test('where its notes are damaged, says what to do', async () => {
    writeFileSync('.claimwatch/looked.json', '{"ada": 3}');
    const { code, err } = await claimwatch(['changes', '--since', 'last', '--by', 'ada']);
    expect([code, err]).toEqual([1, expect.stringContaining('delete it to begin anew')]);
  });
});
