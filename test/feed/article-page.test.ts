import { describe, expect, test } from 'vitest';
import { readArticlePage } from '../../lib/feed/article-page.ts';
import { changesOfArticle } from '../../lib/monitor/article.ts';
import { NOW } from '../support/document.ts';
import { BRIDGE } from '../support/story.ts';

const ld = (json: unknown) =>
  `<html><head><script type="application/ld+json">${JSON.stringify(json)}</script></head>`;
const NEWS = { '@type': 'NewsArticle', headline: 'Toll rises', dateModified: '2026-03-05T10:00:00+01:00' };
const PAGE = 'https://paper.example/a';
const READ = { headline: 'Toll rises', modifiedAt: '2026-03-05T09:00:00.000Z', correction: null };

describe('the page of an article says so', () => {
  test.each<[string, string, object]>([
    ['by its JSON-LD', ld(NEWS), READ],
    ['of several types', ld({ ...NEWS, '@type': ['NewsArticle', 'Thing'] }), READ],
    ['in a list', ld([{ '@type': 'Organization' }, NEWS]), READ],
    ['in a graph', ld({ '@graph': [{ '@type': 'WebPage', headline: 'No' }, NEWS] }), READ],
    [
      'with a correction in a text',
      ld({ ...NEWS, correction: 'It was nine.' }),
      { ...READ, correction: 'It was nine.' },
    ],
    [
      'with a correction in a comment',
      ld({ ...NEWS, correction: { '@type': 'CorrectionComment', text: 'It was nine.' } }),
      { ...READ, correction: 'It was nine.' },
    ],
    [
      'by its meta elements',
      '<meta property="og:title" content="Toll rises"><meta property="article:modified_time" content="2026-03-05T09:00:00Z">',
      READ,
    ],
    [
      'nothing, where its JSON is broken',
      '<script type="application/ld+json">{"@type"</script>',
      { headline: null, modifiedAt: null, correction: null },
    ],
    [
      'nothing of another thing',
      ld({ '@type': 'Recipe', headline: 'Soup' }),
      { headline: null, modifiedAt: null, correction: null },
    ],
  ])('%s', (_what, html, page) => expect(readArticlePage(html, PAGE, NOW)).toEqual(page));
});

describe('the article was changed since its baseline', () => {
  const article = {
    ...BRIDGE.article,
    title: 'Storm kills 7 on Norhaven',
    publishedAt: '2026-03-02T10:00:00Z',
  };
  const same = { headline: 'Storm kills 7 on Norhaven', modifiedAt: null, correction: null };
  test.each<[string, object, object | null]>([
    ['where nothing differs, no', {}, null],
    ['where its headline differs in signs alone, no', { headline: 'Storm Kills 7, on Norhaven!' }, null],
    ['where its page adds its site, no', { headline: 'Storm kills 7 on Norhaven | The Islander' }, null],
    ['where it was touched within the hour, no', { modifiedAt: '2026-03-02T10:30:00.000Z' }, null],
    [
      'where it was modified later',
      { modifiedAt: '2026-03-03T10:30:00.000Z' },
      { headline: null, modifiedAt: '2026-03-03T10:30:00.000Z' },
    ],
    [
      'where it has another headline',
      { headline: 'Storm kills 9' },
      { headline: 'Storm kills 9', modifiedAt: null },
    ],
    [
      'where its headline goes on',
      { headline: 'Storm kills 7 on Norhaven and closes its only bridge' },
      { headline: 'Storm kills 7 on Norhaven and closes its only bridge' },
    ],
    ['where it was corrected', { correction: 'Nine.' }, { headline: null, correction: 'Nine.' }],
  ])('%s', (_what, change, expected) => {
    const changed = changesOfArticle(article, { ...same, ...change });
    if (expected) expect(changed).toMatchObject(expected);
    else expect(changed).toBeNull();
  });
});
