import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Evidence, type StoredChange, shortId } from '../../lib/model/report.ts';
import { axeFinds, HAS_BROWSER, serveApp, useBrowser, WITHOUT } from '../support/browser.ts';
import { HOSTILE_LINKS, HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { CHANGES, dead, keepChanges, PAGE_STORY, pagesOn } from '../support/page.ts';
import { freshTable, useLocalTable } from '../support/table.ts';

const client = useLocalTable();
const open = useBrowser();
let site: Awaited<ReturnType<typeof serveApp>>;
/** The elements that reach beyond the window, where it can be scrolled sideways. */
const TOO_WIDE = `document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('main *')].filter((each) => each.getBoundingClientRect().right > innerWidth + 1).map((each) => each.outerHTML.slice(0, 80)).slice(0, 5)`;
const line = (i: number) => `${5 + (i % 9)} 1${i % 10}:00 Outlet ${i} 0.${i % 2 ? 96 : 70}`;
/** A record for each text, which stands in every place that a feed fills. */
const HOSTILE = HOSTILE_TEXTS.map((text, i) => {
  const told: Partial<Evidence> = {
    title: `${text} as a title`,
    quote: text,
    source: text.slice(0, 200),
    origin: `${text.slice(0, 150)} news agency`,
    guid: text.slice(0, 400),
    words: text.slice(0, 200),
    link: HOSTILE_LINKS[i % HOSTILE_LINKS.length] ?? '',
    reader: text.slice(0, 40),
  };
  return { ...dead(20 + i, [line(i)], told), id: `s.hostile${i}` };
});

/** The same as matters that no claim foresaw. */
const TURNS = HOSTILE.map(
  (change, i): StoredChange => ({
    ...change,
    id: `s.turn${i}`,
    claimId: null,
    aspect: 'turn',
    evidence: change.evidence.map((one) => ({
      ...one,
      value: { kind: 'turn', name: HOSTILE_TEXTS[i] ?? '', mark: `mark ${i}` },
    })),
  }),
);

beforeAll(async () => {
  const { records } = await freshTable(client());
  const texts = ['<script>document.title="run"</script>', 'W'.repeat(400), '\u202eturned'];
  await keepChanges(records, [...CHANGES, ...HOSTILE, ...TURNS]);
  const { baseline } = PAGE_STORY;
  const article = {
    ...baseline.article,
    title: `${texts[0]} ${texts[1]}`,
    publisher: `${texts[2]} ${texts[0]}`,
  };
  const claims = baseline.claims.map((claim, i) => ({
    ...claim,
    label: texts[i]?.slice(0, 60),
    text: `${claim.text} ${texts[i] ?? ''}`,
  }));
  await records.saveStory({ ...PAGE_STORY, digest: 'other', baseline: { ...baseline, article, claims } });
  for (const [i, change] of TURNS.slice(0, 8).entries())
    await records.decide(
      's',
      change.id,
      {
        verdict: 'accepted',
        items: change.evidence.map(({ itemId }) => itemId),
        by: HOSTILE_TEXTS[i]?.slice(0, 80) ?? '',
        at: '2026-03-15T10:00:00.000Z',
        note: HOSTILE_TEXTS[i]?.slice(0, 500) ?? '',
        mended: null,
      },
      0,
    );
  site = await serveApp((hosts) => pagesOn(records, { hosts }, '<b onclick=1>ada'));
});
afterAll(() => site.close());

const RECORDS = TURNS.map(({ id }) => `/stories/s/records/${shortId(id)}/`);

describe.skipIf(!HAS_BROWSER)(`what feeds write is text${WITHOUT}`, () => {
  test.each([320, 1440])(
    'at %i pixels nothing runs, nothing leaves, nothing breaks the layout',
    async (width) => {
      const { page, told } = await open({ viewport: { width, height: 900 } });
      let shown = 0;
      for (const path of ['/', '/stories/s/', '/stories/s/correction/', ...RECORDS]) {
        const answer = await page.goto(site.url + path);
        // A record of which nothing is shown has no page.
        if (answer?.status() === 404) continue;
        shown += 1;
        await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
        expect([path, await page.title()]).toEqual([path, expect.stringMatching(/\| claimwatch$/)]);
        expect([path, await page.evaluate(TOO_WIDE)]).toEqual([path, []]);
        expect([
          path,
          await page.locator('main script, main iframe, main style, main img, main base, h1 h1').count(),
        ]).toEqual([path, 0]);
        expect([path, await page.locator('a:not([href^="http"], [href^="/"], [href^="#"])').count()]).toEqual(
          [path, 0],
        );
        expect([
          path,
          await page.locator('a[href^="http"]:not([rel~="noopener"][rel~="nofollow"])').count(),
        ]).toEqual([path, 0]);
      }
      expect(shown).toBeGreaterThan(25);
      expect(told.filter((line_) => !line_.includes('404'))).toEqual([]);
      await page.goto(`${site.url}/stories/s/`);
      expect(await axeFinds(page)).toEqual([]);
    },
    60_000,
  );
});
