import { describe, expect, test } from 'vitest';
import { HAS_BROWSER, serveApp, useBrowser, WITHOUT } from '../support/browser.ts';
import { OFF, STORY, usePageSite, VISIT } from '../support/page-site.ts';

const open = useBrowser();
const { at, decisions } = usePageSite();

describe.skipIf(!HAS_BROWSER)(`keys on a page${WITHOUT}`, () => {
  test('by keys: down, yes, undo, no with a note, mend', async () => {
    const { page, told } = await open();
    await page.goto(`${at.url}${STORY}`);
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
    await page.goto(at.url + STORY);
    await page.keyboard.press('j');
    const focused = () => page.evaluate('document.activeElement.id');
    expect(await focused()).toBe('c-brandt-visit');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await focused()).toBe('c-brandt-visit');
    await page.keyboard.press('o');
    expect(await page.isVisible(`#r-${VISIT} mark`)).toBe(true);
    await page.keyboard.press('?');
    expect(await page.isVisible('#keys')).toBe(true);
    await page.click('#keys input');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    expect(await focused()).not.toBe('c-ferry-talks');
  });

  test('another site that leads here and has somebody type decides nothing', async () => {
    const lure = await serveApp(() => ({
      fetch: () =>
        new Response(`<a href="${at.url}/stories/s/records/${OFF}/">Win</a>`, {
          headers: { 'content-type': 'text/html' },
        }),
    }));
    try {
      const { page } = await open();
      await page.goto(lure.url.replace('127.0.0.1', 'localhost'));
      await page.click('a');
      await page.waitForSelector('#help:not([hidden])');
      await page.keyboard.type('joyny');
      expect(await page.textContent('.decide .word')).toBe('');
      expect(await decisions()).toEqual([]);
      await page.keyboard.press('Tab');
      await page.keyboard.press('y');
      await page.waitForSelector('.word:not(:empty)');
      expect(await decisions()).toEqual(['accepted ada']);
    } finally {
      await lure.close();
    }
  });

  test('another site that goes back to a page and has somebody type decides nothing', async () => {
    const lure = await serveApp(() => ({
      fetch: () => new Response('<p>Type</p>', { headers: { 'content-type': 'text/html' } }),
    }));
    try {
      const { page } = await open();
      await page.goto(`${at.url}${STORY}records/${OFF}/`);
      await page.goto(lure.url.replace('127.0.0.1', 'localhost'));
      await page.goBack();
      await page.waitForSelector('#help:not([hidden])');
      await page.keyboard.type('joyny');
      expect(await decisions()).toEqual([]);
    } finally {
      await lure.close();
    }
  });

  test('j goes on from where a link led, y on a record’s own page is for that record', async () => {
    const { page } = await open();
    await page.goto(`${at.url}${STORY}#decide`);
    await page.keyboard.press('j');
    expect(await page.evaluate('document.activeElement.matches(".decide li")')).toBe(true);
    await page.goto(`${at.url}${STORY}records/${OFF}/`);
    await page.keyboard.press('y');
    await page.waitForSelector('.word:not(:empty)');
    expect(await decisions()).toEqual(['accepted ada']);
  });
});
