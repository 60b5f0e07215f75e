import picocolors from 'picocolors';
import { describe, expect, test } from 'vitest';
import { lookLines } from '../../lib/view/article.ts';
import { feedLookView, feedsTable } from '../../lib/view/feeds.ts';
import { feedStateAt, outcomeOf } from '../support/feed.ts';

/** What is told of feeds, and of the page of a watched article. */

const SCREEN = { width: 200, paint: picocolors.createColors(false), zone: 'UTC' };
const URL_ = 'https://paper.example/rss';
const oneLine = (text: string) => text.replace(/\s+/g, ' ');

test('a feed whose items were all new may have held others', () => {
  const missed = { since: '2026-03-04T10:00:00.000Z', last: '2026-03-05T10:00:00.000Z', times: 2 };
  const shown = oneLine(
    feedsTable(
      [{ acknowledged: null, waiting: [], feed: URL_, state: feedStateAt(URL_, { missed }) }],
      SCREEN,
    ),
  );
  expect(shown).toContain(
    'all items were new at 2026-03-05 10:00 (2 times since 2026-03-04 10:00): some may be missed',
  );
});

test('a hub is named', () => {
  const outcome = outcomeOf([], { hub: 'https://hub.example/' });
  const shown = feedLookView({ feed: URL_, outcome, state: feedStateAt(URL_) }, SCREEN);
  expect(oneLine(shown)).toContain('Hub https://hub.example/: it would tell of news itself (WebSub)');
});

describe('the page of an article', () => {
  const look = { checkedAt: '2026-03-05T10:00:00.000Z', failure: null, changed: null };
  const changed = {
    headline: 'Toll rises',
    modifiedAt: '2026-03-04T10:00:00.000Z',
    correction: 'It was nine.',
  };
  test.each<[string, Parameters<typeof lookLines>[0], string]>([
    ['that is as it was', look, ''],
    [
      'that was changed',
      { ...look, changed },
      'The article itself was changed: modified 2026-03-04 10:00 UTC; now headed “Toll rises”; corrected: “It was nine.”. Check',
    ],
    [
      'that could not be read',
      { ...look, failure: 'no such host' },
      'The article’s page could not be read at 2026-03-05 10:00 UTC: no such host',
    ],
  ])('%s', (_what, page, expected) => expect(oneLine(lookLines(page, SCREEN).join(' '))).toContain(expected));
});
