import { describe, expect, test } from 'vitest';
import { HAS_BROWSER, serveApp, useBrowser, WITHOUT } from '../support/browser.ts';
import { CHANGES, keepChanges, pagesOn } from '../support/page.ts';
import { OFF, STORY, TOLL, usePageSite } from '../support/page-site.ts';

const open = useBrowser();
const { at, decisions } = usePageSite();

describe.skipIf(!HAS_BROWSER)(`a story’s page in a browser${WITHOUT}`, () => {
  test('at first look it says what no longer holds, and a record opens with the words behind it', async () => {
    const { page, told } = await open();
    await page.goto(at.url);
    await page.click('text=Storm closes Norhaven bridge');
    await page.waitForURL(/stories/);
    await expect.poll(() => page.title()).toMatch(/^3 of 5 claims no longer hold: Storm closes/);
    await page.click('#c-storm-toll summary');
    await page.waitForSelector('#c-storm-toll mark:has-text("nine people were killed"):visible');
    expect(told).toEqual([]);
  });

  test('an address leads to its record, opened without a script', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${at.url}${STORY}#r-${TOLL}`);
    expect(await page.isVisible(`#r-${TOLL} mark`)).toBe(true);
  });

  test('a mark of the picture leads to its record', async () => {
    const { page } = await open();
    await page.goto(at.url + STORY);
    await page.click('.strip a.revised use');
    expect(await page.isVisible(`#r-${TOLL} mark`)).toBe(true);
  });

  test.each([true, false])(
    'filters leave what was asked for, with a script: %s',
    async (javaScriptEnabled) => {
      const { page, told } = await open({ javaScriptEnabled });
      const seen = () => page.locator('.claims > li:visible').count();
      await page.goto(at.url + STORY);
      await page.click('label:has-text("Overtaken")');
      await expect.poll(seen).toBe(1);
      await page.click('fieldset:has-text("Standing") label:has-text("All")');
      await page.click('label:has-text("Cancelled")');
      await expect.poll(seen).toBe(1);
      await page.goto(at.url + STORY);
      await page.fill('[name=q]', 'NINE killed');
      await page.click('button:has-text("Search")');
      await page.waitForURL(/q=NINE/);
      await expect.poll(seen).toBe(1);
      // The address of what is seen shows it again.
      await page.goto(page.url());
      expect([await seen(), await page.inputValue('[name=q]')]).toEqual([1, 'NINE killed']);
      expect(told).toEqual([]);
    },
  );

  test('without a script: yes, then undo', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(at.url + STORY);
    await page.fill(`#p-${OFF} [name=note]`, 'by phone');
    await page.click(`#p-${OFF} [value=accepted]`);
    await page.waitForURL(`${at.url}${STORY}#d-${OFF}`);
    await page.click(`#d-${OFF} [value=undone]`);
    await expect.poll(decisions).toEqual(['accepted ada by phone', 'undone ada']);
  });

  test('two editors at once: one word counts, and both see whose', async () => {
    const other = await serveApp((hosts) => pagesOn(at.records, { hosts }, 'bob'));
    try {
      const [ada, bob] = await Promise.all([open(), open()]);
      await Promise.all([ada.page.goto(at.url + STORY), bob.page.goto(other.url + STORY)]);
      await Promise.all([
        ada.page.click(`#p-${OFF} [value=accepted]`),
        bob.page.click(`#p-${OFF} [value=rejected]`),
      ]);
      const words = [ada, bob].map(({ page }) =>
        page.locator(`#p-${OFF} .word:not(:empty)`).first().textContent(),
      );
      const told = await Promise.all(words);
      expect(await decisions()).toHaveLength(1);
      const winner = (await decisions())[0]?.split(' ')[1] ?? '';
      expect(told.filter((word) => word?.includes(`by ${winner}`))).toHaveLength(2);
      expect(told.filter((word) => word?.includes('meanwhile'))).toHaveLength(1);
    } finally {
      await other.close();
    }
  });

  test('what came since the last look is told apart until it is marked as seen', async () => {
    const { page } = await open();
    await page.goto(at.url + STORY);
    const [, toll] = CHANGES;
    if (!toll) throw new Error('There is no toll');
    await keepChanges(
      at.records,
      [
        {
          ...toll,
          id: `${toll.id}later`,
          evidence: toll.evidence.map((one) => ({
            ...one,
            value: { kind: 'figure', amount: 11, upTo: null, bound: 'exactly', unit: null },
            saidAt: '2026-03-19T10:00:00.000Z',
          })),
        },
      ],
      '2026-03-20T12:30:00.000Z',
    );
    await page.reload();
    await expect.poll(() => page.title()).toMatch(/^\(1 new\)/);
    await page.click('label:has-text("New"):has([name=new])');
    expect(await page.locator('.claims > li:visible').count()).toBe(1);
    // What came after the page was made was not seen.
    await Promise.all([page.waitForResponse(/seen$/), page.click('text=Mark as seen')]);
    await page.waitForLoadState();
    await expect.poll(() => page.title()).toMatch(/^\(1 new\)/);
    at.clock = new Date('2026-03-20T13:00:00Z');
    await page.reload();
    await Promise.all([page.waitForResponse(/seen$/), page.click('text=Mark as seen')]);
    await page.waitForLoadState();
    await expect.poll(() => page.title()).toMatch(/^3 of 5/);
  });
});
