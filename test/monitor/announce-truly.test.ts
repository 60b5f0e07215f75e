import { describe, expect, test } from 'vitest';
import { announceDigest, type Channel } from '../../lib/monitor/announce.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { AT, bench, changesBy, memoryNotices, SURE, story, TO_CHECK, TOLL } from '../support/announcing.ts';
import { decided } from '../support/evidence.ts';
import { BRIDGE, UNJUDGED } from '../support/story.ts';

/** What a message says is so: edits, rejections and time are told apart, what was taken back names what was told. */

const LATER = '2026-03-05T15:00:00Z';

describe('taken back', () => {
  test('by a second message that names the first, with what becomes of the claim', async () => {
    const { run, sent, words } = bench();
    await run(TOLL);
    expect(
      await run(
        TOLL.map((change) => decided(change, 'rejected')),
        LATER,
      ),
    ).toBe(1);
    expect(sent.at(-1)).toBe('taken back: storm-toll: 9 dead');
    expect(words.at(-1)).toMatchObject({
      notes: [
        expect.stringMatching(
          /^This was announced on 2026-03-05 12:00 UTC as sure, and is now rejected by .*: it no longer holds\.$/,
        ),
      ],
      standing: 'The claim stands as published (until now: overtaken).',
      command: 'claimwatch story island-bridge',
    });
    expect(
      await run(
        TOLL.map((change) => decided(change, 'rejected')),
        LATER,
      ),
    ).toBe(0);
  });

  test('not where it was never told', async () => {
    const { run, sent } = bench();
    await run(TOLL.map((change) => decided(change, 'rejected')));
    expect(sent).toEqual([]);
  });

  test('told again where the editor undoes it, and taken back again', async () => {
    const { run, sent, words } = bench();
    const rejected = TOLL.map((change) => decided(change, 'rejected'));
    for (const changes of [TOLL, rejected, TOLL, rejected]) await run(changes);
    expect(sent).toEqual([
      'revised: storm-toll: 9 dead',
      'taken back: storm-toll: 9 dead',
      'revised: storm-toll: 9 dead',
      'taken back: storm-toll: 9 dead',
    ]);
    expect(words[2]?.notes).toEqual(['This was taken back before, and holds again.']);
  });

  test('what was told to be checked says so', async () => {
    const { run, words } = bench();
    const faint = changesBy({
      'The Paper': 'Norhaven storm: death toll rises to 9',
      'Coast Radio': 'Storm killed 9 people on Norhaven, police say',
    }).map((change) => ({ ...change, evidence: change.evidence.map((one) => ({ ...one, likely: 0.6 })) }));
    await run(faint, AT, { wanted: TO_CHECK });
    await run(
      faint.map((change) => decided(change, 'rejected')),
      LATER,
      { wanted: TO_CHECK },
    );
    expect(words.at(-1)?.notes[0]).toContain('announced on 2026-03-05 12:00 UTC to be checked');
  });
});

describe('why a claim stands otherwise', () => {
  test('its time went by: that is said of it alone', async () => {
    const { run, words } = bench();
    await run([], '2026-03-20T12:00:00Z');
    for (const { notes } of words)
      expect(notes).toEqual(['Its time went by, and nothing that was read says that it came to pass.']);
    expect(words).toHaveLength(2);
  });

  test('it was edited', async () => {
    const { run, words } = bench();
    await run([], '2026-03-20T12:00:00Z');
    const claims = BRIDGE.claims.map((claim) =>
      claim.id === 'bridge-reopening'
        ? { ...claim, text: 'The Norhaven bridge is expected to reopen on 14 May 2026.' }
        : claim,
    );
    const edited = { ...storyOf({ ...BRIDGE, claims }), ...UNJUDGED };
    await run([], '2026-03-20T13:00:00Z', { as: edited });
    expect(words.at(-1)).toMatchObject({
      subject: 'bridge-reopening stands as published',
      notes: ['The claim was edited since it was last announced: by its new wording it stands otherwise.'],
      standing: 'The claim stands as published (until now: lapsed).',
      change: null,
    });
  });

  test('what was reported counts otherwise', async () => {
    const { run, words } = bench();
    await run(TOLL);
    await run([], LATER);
    expect(words.at(-1)).toMatchObject({
      subject: 'storm-toll stands as published',
      notes: [expect.stringMatching(/^No new report moved it/)],
    });
  });
});

test('a channel of some kinds is told of those, and of no time that goes by', async () => {
  const { run, sent } = bench();
  const moved = changesBy({ 'The Paper': 'Norhaven bridge reopening delayed to 20 March' });
  const wanted = { ...SURE, kinds: ['rescheduled' as const] };
  await run([...TOLL, ...moved], '2026-03-20T12:00:00Z', { wanted });
  expect(sent).toEqual(['rescheduled: bridge-reopening: 20 March 2026']);
  // What it was told is taken back, whatever kind that would be by itself.
  await run(
    moved.map((change) => decided(change, 'rejected')),
    '2026-03-20T13:00:00Z',
    { wanted },
  );
  expect(sent.at(-1)).toBe('taken back: bridge-reopening: 20 March 2026');
});

describe('a digest', () => {
  const other = { ...storyOf({ ...BRIDGE, story: 'other' }), ...UNJUDGED };

  function digest() {
    const messages: string[][] = [];
    const line = { up: true };
    const channel: Channel = {
      name: 'desk',
      wants: () => SURE,
      since: () => null,
      deliver: async (tellings) => {
        if (!line.up) throw new Error('the line is down');
        messages.push(tellings.map((each) => `${each.story.baseline.story} ${each.announcement.about}`));
      },
    };
    const ports = {
      records: { changes: async () => TOLL },
      notices: memoryNotices().notices,
      now: () => new Date(AT),
    };
    return { run: () => announceDigest([story, other], channel, ports), messages, line };
  }

  test('is one message of all stories; where nothing is new, none', async () => {
    const { run, messages } = digest();
    expect(await run()).toBe(2);
    expect(messages).toEqual([['island-bridge change', 'other change']]);
    expect(await run()).toBe(0);
    expect(messages).toHaveLength(1);
  });

  test('that could not be delivered is delivered whole the next time', async () => {
    const { run, messages, line } = digest();
    line.up = false;
    await expect(run()).rejects.toThrow('1 of the deliveries of the digest desk failed');
    line.up = true;
    expect(await run()).toBe(2);
    expect(messages).toEqual([['island-bridge change', 'other change']]);
  });
});
