import { describe, expect, test } from 'vitest';
import { shortId } from '../../lib/model/report.ts';
import { CHANGES, pagesOn, TOKEN } from '../support/page.ts';
import { HOST, ID, stateIn, usePageDecisions } from '../support/page-decisions.ts';

const { at, textOf, post, shown, decisions } = usePageDecisions();

describe('deciding', () => {
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
    const answer = await pagesOn(at.records).request(`/stories/s/records/${visit}/decide`, {
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

  test('what was mended goes by another id, which the answer tells', async () => {
    const visit = shortId(CHANGES[3]?.id ?? '');
    const send = async (path: string, form: Record<string, string>) => {
      const answer = await pagesOn(at.records).request(path, {
        method: 'POST',
        headers: { ...HOST, origin: 'http://localhost', accept: 'application/json' },
        body: new URLSearchParams({ token: TOKEN, ...form }),
      });
      return (await answer.json()) as { outcome: string; message: string; state: string; action: string };
    };
    const state = stateIn(await textOf('/stories/s/'), visit);
    const mended = await send(`/stories/s/records/${visit}/decide`, {
      verdict: 'accepted',
      state,
      value: '13 March 2026',
    });
    expect(mended).toMatchObject({
      outcome: 'kept',
      message: expect.stringContaining('as rescheduled, 13 March 2026'),
    });
    expect(mended.action).not.toContain(`/${visit}/`);
    const undone = await send(mended.action, { verdict: 'undone', state: mended.state });
    expect(undone).toMatchObject({
      outcome: 'kept',
      message: 'Undone',
      action: `/stories/s/records/${visit}/decide`,
    });
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
    await at.records.addEvidence(off, { ...one, itemId: 'later', guid: 'later' }, '2026-03-20T11:00:00.000Z');
    expect(await (await post({ token: TOKEN, verdict: 'accepted', state })).json()).toMatchObject({
      outcome: 'overtaken',
      message: expect.stringContaining('it has changed since you opened it'),
    });
    expect(await decisions()).toEqual([]);
  });
});
