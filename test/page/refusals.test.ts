import { describe, expect, test } from 'vitest';
import { pagesOn, TOKEN } from '../support/page.ts';
import { HOST, ID, usePageDecisions } from '../support/page-decisions.ts';

const { at, get, post, shown, decisions } = usePageDecisions();

describe('what is no form of this site, or no decision', () => {
  test.each([
    ['another site', { origin: 'https://evil.example' }, {}],
    ['nobody', { origin: '' }, {}],
    ['a hidden origin of another site', { origin: 'null', 'sec-fetch-site': 'cross-site' }, {}],
    ['a hidden origin', { origin: 'null' }, {}],
    ['a sister site', { 'sec-fetch-site': 'same-site' }, {}],
    ['a form without a token', {}, { token: '' }],
    ['a form with another token', {}, { token: 'token-of-the-form' }],
  ])('%s is refused', async (_who, headers, form) => {
    const answer = await post(
      { token: TOKEN, verdict: 'accepted', state: await shown(), ...form },
      headers as Record<string, string>,
    );
    expect(answer.status).toBe(403);
    expect(await decisions()).toEqual([]);
  });

  test('a hidden origin of this site is taken: browsers send it with no-referrer', async () => {
    const headers = { origin: 'null', 'sec-fetch-site': 'same-origin' };
    expect((await post({ token: TOKEN, verdict: 'accepted', state: await shown() }, headers)).status).toBe(
      200,
    );
  });

  test.each([
    ['no verdict', { verdict: 'maybe' }, 'expected yes, no or undo'],
    ['a long note', { note: 'x'.repeat(501) }, 'found 501 characters'],
    ['a value that is no day', { value: 'soon', kind: 'scheduled' }, 'can’t be changed so'],
    ['a claim that is none', { claim: 'nope' }, 'has no claim "nope"'],
    ['nothing to undo', { verdict: 'undone' }, 'has no decision'],
  ])('%s is refused with the reason', async (_what, form, why) => {
    const answer = await post({ token: TOKEN, verdict: 'accepted', state: await shown(), ...form });
    expect([answer.status, await answer.json()]).toEqual([
      400,
      expect.objectContaining({ outcome: 'refused', message: expect.stringContaining(why) }),
    ]);
    expect(await decisions()).toEqual([]);
  });

  test('a record that is gone is told the script in its own form', async () => {
    const answer = await pagesOn(at.records).request(`/stories/s/records/none/decide`, {
      method: 'POST',
      headers: { ...HOST, origin: 'http://localhost', accept: 'application/json' },
      body: new URLSearchParams({ token: TOKEN, verdict: 'accepted', state: 'x' }),
    });
    expect([answer.status, await answer.json()]).toEqual([
      404,
      expect.objectContaining({
        outcome: 'refused',
        message: expect.stringContaining('There is no such page'),
      }),
    ]);
  });

  test('a GET decides nothing', async () => {
    const path = `/stories/s/records/${ID}/decide?token=${TOKEN}&verdict=accepted&state=${await shown()}`;
    expect((await get(path)).status).toBe(404);
    expect(await decisions()).toEqual([]);
  });

  test('a body that is too large is not read', async () => {
    expect(
      (await post({ token: TOKEN, verdict: 'accepted', state: 'x', note: 'x'.repeat(20_000) })).status,
    ).toBe(413);
  });
});
