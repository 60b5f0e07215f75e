import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shortId } from '../../lib/model/report.ts';
import type { Records } from '../../lib/monitor/ports.ts';
import { HAS_BROWSER, serveApp, useBrowser, WITHOUT } from '../support/browser.ts';
import { CHANGES, keepChanges, NOW, pagesOn } from '../support/page.ts';
import { freshTable, useLocalTable } from '../support/table.ts';

const client = useLocalTable();
const open = useBrowser();
let records: Records;
let clock: Date;
let site: Awaited<ReturnType<typeof serveApp>>;
beforeEach(async () => {
  ({ records } = await freshTable(client()));
  await keepChanges(records);
  clock = NOW;
  site = await serveApp((hosts) => pagesOn(records, { hosts, now: () => clock }));
});
afterEach(() => site.close());

const [VISIT, TOLL, OFF] = CHANGES.map(({ id }) => shortId(id));
const STORY = '/stories/s/';
const decisions = async () => {
  const all = await records.changes({ baseline: { story: 's' } as never, isOlder: false });
  return all.flatMap((change) =>
    change.decisions.map(({ verdict, by, note }) => `${verdict} ${by} ${note ?? ''}`.trim()),
  );
};

describe.skipIf(!HAS_BROWSER)(`a story’s page in a browser${WITHOUT}`, () => {
  test('at first look it says what no longer holds, and a record opens with the words behind it', async () => {
    const { page, told } = await open();
    await page.goto(site.url);
    await page.click('text=Storm closes Norhaven bridge');
    expect(await page.title()).toMatch(/^3 of 5 claims no longer hold: Storm closes/);
    await page.click('#c-storm-toll summary');
    await page.waitForSelector('#c-storm-toll mark:has-text("nine people were killed"):visible');
    expect(told).toEqual([]);
  });

  test('an address leads to its record, opened without a script', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site.url}${STORY}#r-${TOLL}`);
    expect(await page.isVisible(`#r-${TOLL} mark`)).toBe(true);
  });

  test('a mark of the picture leads to its record', async () => {
    const { page } = await open();
    await page.goto(site.url + STORY);
    await page.click('.strip a.revised use');
    expect(await page.isVisible(`#r-${TOLL} mark`)).toBe(true);
  });

  test.each([true, false])(
    'filters leave what was asked for, with a script: %s',
    async (javaScriptEnabled) => {
      const { page, told } = await open({ javaScriptEnabled });
      const seen = () => page.locator('.claims > li:visible').count();
      await page.goto(site.url + STORY);
      await page.click('label:has-text("Overtaken")');
      expect(await seen()).toBe(1);
      await page.click('fieldset:has-text("Standing") label:has-text("All")');
      await page.click('label:has-text("Cancelled")');
      expect(await seen()).toBe(1);
      await page.goto(site.url + STORY);
      await page.fill('[name=q]', 'NINE killed');
      await page.click('button:has-text("Search")');
      expect(await seen()).toBe(1);
      // The address of what is seen shows it again.
      await page.goto(page.url());
      expect([await seen(), await page.inputValue('[name=q]')]).toEqual([1, 'NINE killed']);
      expect(told).toEqual([]);
    },
  );

  test('by keys: down, yes, undo, no with a note, mend', async () => {
    const { page, told } = await open();
    await page.goto(`${site.url}${STORY}`);
    await page.focus(`#p-${OFF}`);
    const kept = () => page.waitForSelector('[role=status]:not(:empty)', { state: 'attached' });
    const clear = () => page.evaluate("document.querySelector('[role=status]').textContent = ''");
    await page.keyboard.press('y');
    await kept();
    expect(await page.getAttribute(`#p-${OFF} [value=accepted]`, 'aria-pressed')).toBe('true');
    expect(await page.textContent('.decide h2 b')).toBe('1');
    await clear();
    await page.focus(`#p-${OFF}`);
    await page.keyboard.press('u');
    await kept();
    await clear();
    await page.fill(`#p-${OFF} [name=note]`, 'by phone');
    await page.focus(`#p-${OFF}`);
    await page.keyboard.press('n');
    await kept();
    expect(await decisions()).toEqual(['accepted ada', 'undone ada', 'rejected ada by phone']);
    await page.reload();
    await page.focus('.decide ol > li');
    await page.keyboard.press('e');
    await page.keyboard.type('13 March 2026');
    await clear();
    await page.click('.decide ol > li button:has-text("as mended")');
    await kept();
    await page.reload();
    expect(await page.textContent('#c-brandt-visit')).toContain('13 March 2026');
    expect(told).toEqual([]);
  });

  test('j and k go from one to the next, o opens, ? tells the keys, and they can be switched off', async () => {
    const { page } = await open();
    await page.goto(site.url + STORY);
    await page.keyboard.press('j');
    const at = () => page.evaluate('document.activeElement.id');
    expect(await at()).toBe('c-brandt-visit');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await at()).toBe('c-brandt-visit');
    await page.keyboard.press('o');
    expect(await page.isVisible(`#r-${VISIT} mark`)).toBe(true);
    await page.keyboard.press('?');
    expect(await page.isVisible('#keys')).toBe(true);
    await page.click('#keys input');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    expect(await at()).not.toBe('c-ferry-talks');
  });

  test('without a script: yes, then undo', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(site.url + STORY);
    await page.fill(`#p-${OFF} [name=note]`, 'by phone');
    await page.click(`#p-${OFF} [value=accepted]`);
    expect(page.url()).toBe(`${site.url}${STORY}#d-${OFF}`);
    await page.click(`#d-${OFF} [value=undone]`);
    expect(await decisions()).toEqual(['accepted ada by phone', 'undone ada']);
  });

  test('two editors at once: one word counts, and both see whose', async () => {
    const other = await serveApp((hosts) => pagesOn(records, { hosts }, 'bob'));
    try {
      const [ada, bob] = await Promise.all([open(), open()]);
      await Promise.all([ada.page.goto(site.url + STORY), bob.page.goto(other.url + STORY)]);
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
    await page.goto(site.url + STORY);
    const [, toll] = CHANGES;
    if (!toll) throw new Error('There is no toll');
    await keepChanges(
      records,
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
    expect(await page.title()).toMatch(/^\(1 new\)/);
    await page.click('label:has-text("New"):has([name=new])');
    expect(await page.locator('.claims > li:visible').count()).toBe(1);
    // What came after the page was made was not seen.
    await page.click('text=Mark as seen');
    expect(await page.title()).toMatch(/^\(1 new\)/);
    clock = new Date('2026-03-20T13:00:00Z');
    await page.reload();
    await page.click('text=Mark as seen');
    expect(await page.title()).toMatch(/^3 of 5/);
  });
});
