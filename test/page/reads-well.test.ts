import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shortId } from '../../lib/model/report.ts';
import { axeFinds, HAS_BROWSER, serveApp, useBrowser, WITHOUT } from '../support/browser.ts';
import { CHANGES, keepChanges, pagesOn } from '../support/page.ts';
import { freshTable, useLocalTable } from '../support/table.ts';

const client = useLocalTable();
const open = useBrowser();
let site: Awaited<ReturnType<typeof serveApp>>;
beforeAll(async () => {
  const { records } = await freshTable(client());
  await keepChanges(records);
  site = await serveApp((hosts) => pagesOn(records, { hosts }));
});
afterAll(() => site.close());

const [, TOLL, OFF] = CHANGES.map(({ id }) => shortId(id));
const STORY = '/stories/s/';
const FITS = 'document.documentElement.scrollWidth <= innerWidth';

describe.skipIf(!HAS_BROWSER)(`every page reads well${WITHOUT}`, () => {
  const PAGES = ['/', STORY, `/stories/s/records/${OFF}/`, '/stories/s/correction/', '/nothing/'];
  test.each([
    ['on a phone', { viewport: { width: 320, height: 640 } }],
    ['on a desk', { viewport: { width: 1440, height: 900 } }],
    ['in the dark', { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' as const }],
    ['in the dark on a phone', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' as const }],
    ['at 200 %', { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }],
    ['in a small window', { viewport: { width: 800, height: 600 } }],
  ])('%s', async (_how, options) => {
    const { page, told } = await open(options);
    for (const path of PAGES) {
      await page.goto(site.url + path);
      expect(await page.evaluate(FITS)).toBe(true);
      for (const summary of await page.locator('summary:visible').all()) await summary.click();
      expect([path, await axeFinds(page)]).toEqual([path, []]);
      expect(await page.evaluate(FITS)).toBe(true);
    }
    expect(told.filter((line) => !line.includes('404'))).toEqual([]);
  });

  test('on paper: records are open with their addresses, controls are gone', async () => {
    const { page } = await open();
    await page.goto(site.url + STORY);
    await page.emulateMedia({ media: 'print' });
    expect(await page.isVisible(`#r-${TOLL} mark`)).toBe(true);
    expect(await page.locator('form:visible, button:visible, nav form:visible').count()).toBe(0);
  });
});
