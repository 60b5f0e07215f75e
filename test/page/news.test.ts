import { describe, expect, test } from 'vitest';
import { parseSeen, seenUntil } from '../../lib/page/seen.ts';
import { CHANGES, keepChanges, NOW, pagesOn, TOKEN } from '../support/page.ts';
import { HOST, usePageDecisions } from '../support/page-decisions.ts';

const { at, get } = usePageDecisions();

describe('what is new', () => {
  const seenIn = (answer: Response) => /seen=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';

  test('at the first look nothing is, and what comes after it is told at the second', async () => {
    const first = await get('/stories/s/');
    expect(await first.text()).not.toContain('is-new');
    const cookie = `seen=${seenIn(first)}`;
    const later = CHANGES.map((change) => ({ ...change, id: `${change.id}x` })).slice(1, 2);
    await keepChanges(
      at.records,
      later.map((change) => ({
        ...change,
        evidence: change.evidence.map((one) => ({
          ...one,
          value: { kind: 'figure', amount: 11, upTo: null, bound: 'exactly', unit: null },
          saidAt: '2026-03-19T10:00:00.000Z',
        })),
      })),
      '2026-03-20T12:30:00.000Z',
    );
    const text = await (await get('/stories/s/', { cookie })).text();
    expect(text).toContain('<title>(1 new) ');
    expect(text).toContain('>1 change</a>');
    const seen = await pagesOn(at.records).request('/stories/s/seen', {
      method: 'POST',
      headers: {
        ...HOST,
        cookie,
        origin: 'http://localhost',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ token: TOKEN, at: NOW.toISOString() }),
    });
    expect([seen.status, seen.headers.get('location')]).toEqual([303, '/stories/s/']);
    expect(seenUntil(parseSeen(seenIn(seen)) ?? { all: new Date(0), stories: new Map() }, 's')).toEqual(NOW);
  });

  test('by a time for all it goes by publication', async () => {
    const app = pagesOn(at.records, { since: { time: new Date('2026-03-06T00:00:00Z'), by: 'published' } });
    const text = await (await app.request('/stories/s/', { headers: HOST })).text();
    expect(text).toContain('<title>(2 new) ');
  });
});
