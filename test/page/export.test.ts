import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shortId } from '../../lib/model/report.ts';
import { fileAddress } from '../../lib/page/address.ts';
import { exportPages } from '../../lib/page/export.ts';
import { axeFinds, HAS_BROWSER, useBrowser, WITHOUT } from '../support/browser.ts';
import { decision } from '../support/evidence.ts';
import { CHANGES, keepChanges, NOW, PAGE_STORY } from '../support/page.ts';
import { freshTable, useLocalTable } from '../support/table.ts';

const client = useLocalTable();
const open = useBrowser();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimwatch-pages-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const exported = async (url: string | null = null) => {
  const { records } = await freshTable(client());
  await keepChanges(records);
  const files: string[] = [];
  const since = { time: new Date('2026-03-06T00:00:00Z'), by: 'published' as const };
  await exportPages(records, { zone: 'UTC', now: NOW, since, url }, async (file, text) => {
    files.push(file);
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  });
  return files;
};
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

describe('an address between files', () => {
  test.each([
    ['style.css', '', './style.css'],
    ['', 'stories/s/', '../../index.html'],
    ['style.css', 'stories/s/records/x/', '../../../../style.css'],
    ['stories/s/#c-one', 'stories/s/records/x/', '../../../../stories/s/index.html#c-one'],
  ])('of %j from %j is %s', (path, from, address) => expect(fileAddress(path, from)).toBe(address));
});

test('what needs a server is absent, what does not is there', async () => {
  const files = await exported();
  const story = read('stories/s/index.html');
  expect(story).not.toMatch(/method="post"|Mark as seen|Deciding as|id="keys"|feed\.atom/);
  expect(story).toContain('Possible changes <b>2</b>');
  expect(story).toContain('<title>(2 new) 3 of 5 claims no longer hold');
  expect(files.filter((file) => /feed\.(?:atom|json)/.test(file))).toEqual([]);
  expect(files).toContain(`stories/s/records/${shortId(CHANGES[0]?.id ?? '')}/index.html`);
});

test('no decision stands in the files: they may go to anybody', async () => {
  const { records } = await freshTable(client());
  await keepChanges(records);
  const [, , off] = CHANGES;
  const items = off?.evidence.map(({ itemId }) => itemId) ?? [];
  await records.decide(
    's',
    off?.id ?? '',
    decision('accepted', items, { by: 'ada lovelace', note: 'a secret' }),
    0,
  );
  const texts: string[] = [];
  await exportPages(
    records,
    { zone: 'UTC', now: NOW, since: null, url: null },
    async (_file, text) => void texts.push(text),
  );
  expect(texts.length).toBeGreaterThan(5);
  expect(texts.filter((text) => /ada lovelace|a secret/.test(text))).toEqual([]);
});

test('nothing is written beside the folder, whatever a row says', async () => {
  const { records } = await freshTable(client());
  await keepChanges(records);
  const { baseline } = PAGE_STORY;
  const claims = baseline.claims.map((claim, i) => (i === 0 ? { ...claim, id: '../../../../up' } : claim));
  await records.saveStory({ ...PAGE_STORY, digest: 'x', baseline: { ...baseline, claims } });
  const files: string[] = [];
  const made = exportPages(
    records,
    { zone: 'UTC', now: NOW, since: null, url: 'https://desk.example/' },
    async (file) => void files.push(file),
  );
  await expect(made).rejects.toThrow('has no place in a folder');
  expect(files.filter((file) => file.includes('..'))).toEqual([]);
});

test('with the address at which they will stand there are feeds, with whole addresses', async () => {
  await exported('https://desk.example/cw/');
  expect(read('stories/s/feed.atom')).toMatch(
    /href="https:\/\/desk\.example\/cw\/stories\/s\/records\/\w+\/index\.html"/,
  );
  expect(read('stories/s/index.html')).toContain('href="../../stories/s/feed.atom"');
});

test('every link between the files leads to one of them', async () => {
  const files = await exported('https://desk.example/');
  const lost = files
    .filter((file) => file.endsWith('.html'))
    .flatMap((file) =>
      [...read(file).matchAll(/(?:href|src|action)="((?!https?:|#)[^"]+)"/g)].map(([, link = '']) => {
        const path = link.replace(/[?#].*/, '');
        return join(dirname(file), path);
      }),
    )
    .filter((target) => !files.includes(target));
  expect(lost).toEqual([]);
});

describe.skipIf(!HAS_BROWSER)(`from a disk${WITHOUT}`, () => {
  test('pages are styled, filter, search, keep what is new apart, and ask nobody', async () => {
    await exported();
    const { page, told } = await open();
    await page.goto(`file://${folder}/index.html`);
    await page.click('text=Storm closes Norhaven bridge');
    await page.waitForURL(/stories/);
    const seen = () => page.locator('.claims > li:visible').count();
    await page.waitForLoadState();
    expect(await page.evaluate('getComputedStyle(document.querySelector(".rows")).display')).toBe('grid');
    await page.click('label:has-text("Overtaken")');
    await expect.poll(seen).toBe(1);
    await page.click('fieldset:has-text("Standing") label:has-text("All")');
    await page.fill('[name=q]', 'brandt');
    await expect.poll(seen).toBe(1);
    await page.fill('[name=q]', '');
    await page.click('label:has-text("New")');
    await expect.poll(seen).toBeGreaterThan(0);
    expect(await axeFinds(page)).toEqual([]);
    expect(told).toEqual([]);
  });
});
