import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { beforeEach, describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Records } from '../../lib/monitor/ports.ts';
import { feedOf } from '../support/document.ts';
import { decision } from '../support/evidence.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { CHANGES, dead, keepChanges, pagesOn } from '../support/page.ts';
import { freshTable, useLocalTable } from '../support/table.ts';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
const ajv = new Ajv({ allErrors: true });
formats.default(ajv);
const isJsonFeed = ajv.compile(JSON.parse(fixture('json-feed.schema.json')));
const atomFaults = async (contents: string) => {
  const { errors } = await validateXML({
    xml: { fileName: 'feed.atom', contents },
    schema: { fileName: 'atom.rng', contents: fixture('atom.rng') },
    extension: 'relaxng',
  });
  return errors.map(({ message }) => message);
};

const client = useLocalTable();
let records: Records;
beforeEach(async () => {
  ({ records } = await freshTable(client()));
  await keepChanges(records);
});
const get = (path: string, headers: Record<string, string> = {}) =>
  pagesOn(records).request(`http://localhost${path}`, { headers: { host: 'localhost', ...headers } });
const hostile = HOSTILE_TEXTS.map((text, i) => ({
  ...dead(20 + i, [`9 10:00 ${i} 0.96`], {
    title: text,
    quote: text,
    source: text.slice(0, 200),
    words: text.slice(0, 200),
  }),
  id: `s.h${i}`,
}));

const FEEDS = [
  '/feed',
  '/stories/s/feed',
  '/stories/s/claims/storm-toll/feed',
  '/stories/s/claims/operator-silent/feed',
];

describe('feeds are what their formats say', () => {
  test.each(FEEDS)('%s.atom', async (path) => {
    await keepChanges(records, hostile);
    const answer = await get(`${path}.atom`);
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(await atomFaults(await answer.text())).toEqual([]);
  });

  test.each(FEEDS)('%s.json', async (path) => {
    await keepChanges(records, hostile);
    const answer = await get(`${path}.json`);
    expect(answer.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
    isJsonFeed(await answer.json());
    expect(isJsonFeed.errors ?? []).toEqual([]);
  });

  test('the grammars refuse what they should', async () => {
    const text = await (await get('/feed.atom')).text();
    expect(await atomFaults(text.replace(/<updated>.*?<\/updated>/, ''))).not.toEqual([]);
    expect(await atomFaults(text.replace('<entry>', '<entry><item/>'))).not.toEqual([]);
    expect(isJsonFeed({ version: 'https://jsonfeed.org/version/1', title: 'x', items: [{ id: 'x' }] })).toBe(
      false,
    );
  });
});

describe('this project’s own reader', () => {
  test.each(['atom', 'json'])('reads back what was recorded, as %s', async (format) => {
    const { title, items, faults } = await feedOf(await (await get(`/stories/s/feed.${format}`)).text());
    expect([title, faults]).toEqual([expect.stringContaining('Storm closes Norhaven bridge'), []]);
    expect(items.map((item) => [item.title, item.link, item.publishedAt])).toEqual([
      [
        'Revised: Storm toll',
        expect.stringMatching(/^http:\/\/localhost\/stories\/s\/records\/\w+\/$/),
        '2026-03-05T09:00:00.000Z',
      ],
      ['Scheduled: Brandt visit', expect.stringMatching(/records/), '2026-03-04T10:00:00.000Z'],
    ]);
    expect(items[0]?.summary || items[0]?.text).toContain('nine people were killed');
  });

  test('takes a headline with markup for what it says', async () => {
    const [change] = hostile;
    if (change)
      await keepChanges(records, [
        {
          ...change,
          claimId: null,
          aspect: 'turn',
          evidence: change.evidence.map((one) => ({
            ...one,
            words: null,
            value: { kind: 'turn', name: 'Ties < & > hold', mark: 'm' },
          })),
        },
      ]);
    const atom = await (await get('/stories/s/feed.atom')).text();
    expect(atom).toContain('<![CDATA[New: Ties &lt; &amp; &gt; hold]]>');
    for (const format of ['atom', 'json']) {
      const { items } = await feedOf(await (await get(`/stories/s/feed.${format}`)).text());
      expect(items.map((item) => item.title)).toContain('New: Ties < & > hold');
    }
  });
});

describe('a feed', () => {
  test('is not sent again where nothing has changed', async () => {
    const first = await get('/stories/s/feed.atom');
    const etag = first.headers.get('etag') ?? '';
    expect((await get('/stories/s/feed.atom', { 'if-none-match': etag })).status).toBe(304);
    const [, , off] = CHANGES;
    const items = off?.evidence.map(({ itemId }) => itemId) ?? [];
    await records.decide('s', off?.id ?? '', decision('accepted', items), 0);
    expect((await get('/stories/s/feed.atom', { 'if-none-match': etag })).status).toBe(200);
  });

  test('has what an editor accepted, updated when he did, under an id that stays', async () => {
    const idsOf = async () => {
      const { items } = (await (await get('/stories/s/feed.json')).json()) as {
        items: { id: string; date_modified: string }[];
      };
      return items.map(({ id, date_modified }) => `${id} ${date_modified}`);
    };
    const before = await idsOf();
    const [, , off] = CHANGES;
    await records.decide(
      's',
      off?.id ?? '',
      decision('accepted', off?.evidence.map(({ itemId }) => itemId) ?? []),
      0,
    );
    const after = await idsOf();
    expect(after).toEqual([`tag:claimwatch,2025:${off?.id} 2026-03-30T09:00:00.000Z`, ...before]);
  });

  test('is found from its page', async () => {
    const page = await (await get('/stories/s/')).text();
    expect(page).toMatch(
      /<link rel="alternate" type="application\/atom\+xml" title="[^"]+" href="\/stories\/s\/feed.atom">/,
    );
    expect(page).toMatch(
      /<link rel="alternate" type="application\/feed\+json" title="[^"]+" href="\/stories\/s\/feed.json">/,
    );
    expect(page).toContain('href="/stories/s/claims/storm-toll/feed.atom"');
  });
});
