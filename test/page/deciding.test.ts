import { beforeEach, describe, expect, test } from 'vitest';
import { shortId } from '../../lib/model/report.ts';
import type { Records } from '../../lib/monitor/ports.ts';
import { CHANGES, keepChanges, pagesOn, TOKEN } from '../support/page.ts';
import { freshTable, useLocalTable } from '../support/table.ts';

const client = useLocalTable();
let records: Records;
beforeEach(async () => {
  ({ records } = await freshTable(client()));
  await keepChanges(records);
});
const HOST = { host: 'localhost' };
const [, , OFF] = CHANGES;
const ID = shortId(OFF?.id ?? '');
const get = (path: string) => pagesOn(records).request(path, { headers: HOST });
const textOf = async (path: string) => (await get(path)).text();
const stateIn = (text: string, id = ID) =>
  new RegExp(`data-id="${id}".*?name="state" value="(\\w+)"`, 's').exec(text)?.[1] ?? '';

describe('deciding', () => {
  const post = (form: Record<string, string>, headers: Record<string, string> = {}, name = 'ada') =>
    pagesOn(records, {}, name).request(`/stories/s/records/${ID}/decide`, {
      method: 'POST',
      headers: { ...HOST, origin: 'http://localhost', accept: 'application/json', ...headers },
      body: new URLSearchParams(form),
    });
  const shown = async () => stateIn(await textOf('/stories/s/'));
  const decisions = async () => {
    const all = await records.changes({ baseline: { story: 's' } as never, isOlder: false });
    return all.flatMap((change) => change.decisions.map(({ verdict, by, note }) => [verdict, by, note]));
  };

  test('yes is kept, with who and why; undone it waits again', async () => {
    const form = { token: TOKEN, verdict: 'accepted', state: await shown(), note: 'by phone' };
    expect(await (await post(form)).json()).toMatchObject({ outcome: 'kept', verdict: 'accepted' });
    expect(await decisions()).toEqual([['accepted', 'ada', 'by phone']]);
    const text = await textOf('/stories/s/');
    expect(text).toContain('Accepted by ada');
    await post({ token: TOKEN, verdict: 'undone', state: stateIn(text) });
    expect(await textOf('/stories/s/')).toContain(`id="p-${ID}"`);
  });

  test('without a script it leads back to the page', async () => {
    const answer = await post(
      { token: TOKEN, verdict: 'rejected', state: await shown() },
      { accept: 'text/html' },
    );
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/stories/s/#d-${ID}`]);
  });

  test('mended it has the editor’s value', async () => {
    const visit = shortId(CHANGES[3]?.id ?? '');
    const text = await textOf('/stories/s/');
    const answer = await pagesOn(records).request(`/stories/s/records/${visit}/decide`, {
      method: 'POST',
      headers: { ...HOST, origin: 'http://localhost', accept: 'application/json' },
      body: new URLSearchParams({
        token: TOKEN,
        verdict: 'accepted',
        state: stateIn(text, visit),
        value: '13 March 2026',
      }),
    });
    expect(await answer.json()).toMatchObject({ outcome: 'kept' });
    expect(await textOf('/stories/s/')).toContain('13 March 2026');
  });

  test('a second press is the same word, one after ten seconds is not', async () => {
    const form = { token: TOKEN, verdict: 'accepted', state: await shown() };
    const both = await Promise.all([post(form), post(form)]);
    expect(await Promise.all(both.map((each) => each.json()))).toEqual([
      expect.objectContaining({ outcome: 'kept' }),
      expect.objectContaining({ outcome: 'kept' }),
    ]);
    expect(await decisions()).toHaveLength(1);
  });

  test('a second press after the answer counts once, with another note it is another word', async () => {
    const form = { token: TOKEN, verdict: 'accepted', state: await shown(), note: 'one' };
    const { state } = (await (await post(form)).json()) as { readonly state: string };
    expect(await (await post({ ...form, state })).json()).toMatchObject({ outcome: 'kept' });
    expect(await decisions()).toHaveLength(1);
    const late = await post({ ...form, note: 'two' });
    expect([late.status, await late.json()]).toEqual([
      409,
      expect.objectContaining({ outcome: 'overtaken' }),
    ]);
    await post({ ...form, state, note: 'two' });
    expect((await decisions()).map(([, , note]) => note)).toEqual(['one', 'two']);
  });

  test('of two editors at once one word counts, and the other sees whose', async () => {
    const form = { token: TOKEN, verdict: 'accepted', state: await shown() };
    await post(form);
    const late = await post({ ...form, verdict: 'rejected' }, {}, 'bob');
    const answer = (await late.json()) as { readonly state: string };
    expect([late.status, answer]).toEqual([
      409,
      expect.objectContaining({ outcome: 'overtaken', message: expect.stringContaining('accepted by ada') }),
    ]);
    await post({ ...form, verdict: 'rejected', state: answer.state }, {}, 'bob');
    expect((await decisions()).map(([verdict, by]) => `${verdict} ${by}`)).toEqual([
      'accepted ada',
      'rejected bob',
    ]);
  });

  test('what came to a record since it was shown is looked at first', async () => {
    const state = await shown();
    const [, , off] = CHANGES;
    const [one] = off?.evidence ?? [];
    if (!off || !one) throw new Error('There is nothing to add to');
    await records.addEvidence(off, { ...one, itemId: 'later', guid: 'later' }, '2026-03-20T11:00:00.000Z');
    expect(await (await post({ token: TOKEN, verdict: 'accepted', state })).json()).toMatchObject({
      outcome: 'overtaken',
      message: expect.stringContaining('changed meanwhile'),
    });
    expect(await decisions()).toEqual([]);
  });

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
    const answer = await pagesOn(records).request(`/stories/s/records/none/decide`, {
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
