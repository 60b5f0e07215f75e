import { describe, expect, test } from 'vitest';
import type { StoredChange } from '../../lib/model/report.ts';
import { AT, bench, story, TO_CHECK } from '../support/announcing.ts';
import { decided, surely } from '../support/evidence.ts';
import { changesOf } from '../support/records.ts';
import { BRIDGE, BRIDGE_STORY, item } from '../support/story.ts';

const changesBy = (headlines: Readonly<Record<string, string>>): StoredChange[] =>
  changesOf(
    BRIDGE_STORY,
    Object.entries(headlines).map(([source, title]) => item({ title, source })),
  ).map(surely);

const TOLL = {
  'The Paper': 'Norhaven storm: death toll rises to 9',
  'Coast Radio': 'Storm killed 9 people on Norhaven, police say',
};

/** The same, as something possible. */
const faintly = (change: StoredChange): StoredChange => ({
  ...change,
  evidence: change.evidence.map((one) => ({ ...one, likely: 0.6 })),
});

describe('announces', () => {
  test('a sure record and what it does to its claim, in one message, once', async () => {
    const { run, sent, words } = bench();
    expect(await run(changesBy(TOLL))).toBe(1);
    expect(sent).toEqual(['revised: storm-toll: 9 dead']);
    expect(words[0]).toMatchObject({
      standing: 'The claim is overtaken (until now: it stood as published).',
      notes: [],
    });
    expect(await run(changesBy(TOLL))).toBe(0);
  });

  test('what an editor put in its place, once it is mended', async () => {
    const { run, sent } = bench();
    await run(changesBy(TOLL));
    const value = { kind: 'figure', amount: 11, upTo: null, bound: 'exactly', unit: null } as const;
    const mended = {
      claimId: 'storm-toll',
      aspect: 'figure:dead',
      kind: 'revised',
      value,
      words: null,
    } as const;
    const changes = changesBy(TOLL).map((change) => decided(change, 'accepted', undefined, mended));
    expect(await run(changes)).toBe(1);
    expect(sent.at(-1)).toBe('revised: storm-toll: 11 dead (mended)');
    expect(await run(changes)).toBe(0);
  });

  test('no time that goes by after the end of the watch, whatever is decided then', async () => {
    const { run, sent } = bench({ ...story, baseline: { ...BRIDGE, until: '2026-03-10' } });
    await run([], '2026-04-30T00:00:00Z');
    expect(sent.filter((subject) => /lapsed/.test(subject))).toEqual(['ferry-talks has lapsed']);
  });

  test('nothing that is only possible, until an editor accepts it', async () => {
    const { run, sent } = bench();
    const [possible] = changesBy({ 'The Paper': 'Norhaven bridge reopening delayed to 20 March' });
    if (!possible) throw new Error('the headline makes a report');
    const faint = faintly(possible);
    await run([faint]);
    expect(sent).toEqual([]);
    await run([decided(faint, 'accepted')]);
    expect(sent).toEqual(['rescheduled: bridge-reopening: 20 March 2026']);
  });

  test('what is possible by two origins, to be checked, where nobody reads who is sure', async () => {
    const { run, sent, words } = bench();
    const [faint] = changesBy(TOLL).map(faintly);
    if (!faint) throw new Error('the headlines make a report');
    await run([{ ...faint, evidence: faint.evidence.slice(0, 1) }], AT, { wanted: TO_CHECK });
    expect(sent).toEqual([]);
    await run([faint], AT, { wanted: TO_CHECK });
    await run([faint], AT, { wanted: TO_CHECK });
    expect(sent).toEqual(['to check: revised: storm-toll: 9 dead']);
    await run([decided(faint, 'accepted')], AT, { wanted: TO_CHECK });
    expect(sent.slice(1)).toEqual(['revised: storm-toll: 9 dead']);
    expect(words[1]?.notes).toEqual(['This was announced to be checked, and is sure now.']);
  });

  test('what is to be checked, while it is news that two voices tell it', async () => {
    const [faint] = changesBy(TOLL).map(faintly);
    if (!faint) throw new Error('the headlines make a report');
    const [first, second] = faint.evidence;
    if (!first || !second) throw new Error('two outlets report it');
    const isTold = async (saidAt: string) => {
      const { run, sent } = bench();
      await run([{ ...faint, evidence: [first, { ...second, saidAt }] }], '2026-03-16T13:00:00Z', {
        wanted: TO_CHECK,
      });
      return sent.some((subject) => subject.includes('to check'));
    };
    expect(await Promise.all(['2026-03-16T12:00:00Z', '2026-03-06T12:00:00Z'].map(isTold))).toEqual([
      true,
      false,
    ]);
  });

  test('no claim’s time that went by where something possible says what became of it', async () => {
    const { run, sent } = bench();
    await run(
      changesBy({ 'The Paper': 'Norhaven bridge reopening delayed to 20 March' }).map(faintly),
      '2026-03-20T12:00:00Z',
    );
    expect(sent).toEqual(['ferry-talks has lapsed']);
  });

  test('a claim whose time went by', async () => {
    const { run, sent } = bench();
    await run([], '2026-03-20T12:00:00Z');
    expect(sent.toSorted()).toEqual(['bridge-reopening has lapsed', 'ferry-talks has lapsed']);
  });
});

test('what could not be delivered is delivered later, all of it', async () => {
  const { run, sent, line } = bench();
  line.up = false;
  await expect(run(changesBy(TOLL))).rejects.toThrow('1 of the deliveries of island-bridge failed');
  line.up = true;
  expect(await run(changesBy(TOLL))).toBe(1);
  expect(sent).toHaveLength(1);
});

test('what another one is delivering is left to it, and looked after', async () => {
  const { run, kept, sent } = bench();
  const [{ id } = { id: '' }] = changesBy(TOLL);
  kept.set(`island-bridge mail change.${id}`, '2026-03-05T12:04:00Z');
  await expect(run(changesBy(TOLL))).rejects.toThrow(AggregateError);
  expect(sent).toEqual([]);
});
