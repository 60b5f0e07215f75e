import { describe, expect, test } from 'vitest';
import { storyOf } from '../../lib/monitor/story.ts';
import {
  answers,
  at,
  baselineWith,
  failedOf,
  invoke,
  measured,
  message,
  serve,
  UNAVAILABLE,
  useDeployed,
} from '../support/deployed.ts';
import { decision } from '../support/evidence.ts';
import { loadLegacyTable } from '../support/legacy-table.ts';
import { mayDoWhatItDoes } from '../support/permissions.ts';
import { BRIDGE } from '../support/story.ts';

useDeployed();

const change = (sequence: number, slug = BRIDGE.story) => ({
  eventID: String(sequence),
  eventName: 'MODIFY',
  eventSource: 'aws:dynamodb',
  awsRegion: 'eu-central-1',
  eventSourceARN: 'arn:aws:dynamodb:eu-central-1:1:table/bundled/stream/1',
  dynamodb: {
    Keys: { pk: { S: `CHANGE#${slug}` }, sk: { S: `${slug}.x` } },
    SequenceNumber: String(sequence),
    StreamViewType: 'KEYS_ONLY',
  },
});
const mails = () => at.aws.calls.filter(({ action }) => action === 'sns:Publish');
const events = () =>
  at.aws.calls
    .filter(({ action }) => action === 'events:PutEvents')
    .flatMap(({ body }) => JSON.parse(body).Entries)
    .map(({ DetailType, Detail }) => ({ type: DetailType, ...JSON.parse(Detail) }));
/** The stories that it asks itself for, each by a call of its own. */
const askedAgain = () =>
  at.aws.calls.filter(({ action }) => action === 'lambda:Invoke').map(({ body }) => JSON.parse(body).story);
const readAll = async (slugs: readonly string[] = [BRIDGE.story]) => {
  answers.set('/all', serve('All', [0, 1, 2, 3, 4, 5, 6, 7]));
  for (const slug of slugs) await at.records.saveStory(storyOf({ ...baselineWith(['/all']), story: slug }));
  await invoke('CheckFeeds', { Records: [message('/all')] });
  at.aws.calls.length = 0;
};

/** An editor’s yes to all reports. */
const acceptAll = async () => {
  for (const { id, evidence } of await at.records.changes({ baseline: BRIDGE, isOlder: false })) {
    const items = evidence.map(({ itemId }) => itemId);
    await at.records.decide(BRIDGE.story, id, decision('accepted', items), 0);
  }
};

describe('notify', () => {
  test('one message and one event for what two outlets report, to be checked, and for each claim that stands otherwise once an editor accepts it', async () => {
    await readAll();
    expect(await invoke('Notify', { Records: [change(1), change(2)] })).toEqual({ batchItemFailures: [] });
    expect(mails()).toHaveLength(events().length);
    const text = mails()
      .map(({ body }) => new URLSearchParams(body).get('Message'))
      .join('\n');
    expect(text).toContain('To check: read by rules, about two in three');
    expect(text).toContain('At least 7 people were killed and 20 injured');
    expect(text).toContain('7 dead -> 9 dead');
    expect(text).toContain('"Storm killed 9 people on Norhaven, police say"');
    expect(text).toContain('https://paper.example/c');
    const subjects = mails().map(({ body }) => new URLSearchParams(body).get('Subject'));
    expect(subjects).toContain('claimwatch: to check: revised: storm-toll: 9 dead');
    expect(events()).toContainEqual(
      expect.objectContaining({
        type: 'Change Recorded',
        story: BRIDGE.story,
        record: expect.objectContaining({ claimId: 'storm-toll', kind: 'revised', after: '9 dead' }),
      }),
    );
    await acceptAll();
    expect(await invoke('Notify', { Records: [change(3)] })).toEqual({ batchItemFailures: [] });
    const later = mails().map(({ body }) => new URLSearchParams(body).get('Subject'));
    expect(later).toContain('claimwatch: revised: storm-toll: 9 dead');
    // One message tells of the change and of what it makes of its claim.
    expect(later).not.toContain('claimwatch: storm-toll is overtaken');
    expect(events()).toContainEqual(
      expect.objectContaining({
        type: 'Change Recorded',
        claim: expect.objectContaining({ id: 'storm-toll' }),
        standing: { before: 'stands', after: 'overtaken' },
      }),
    );
  });

  test('a stream record delivered twice announces nothing twice', async () => {
    await readAll();
    await invoke('Notify', { Records: [change(1)] });
    const sent = [mails().length, events().length];
    await invoke('Notify', { Records: [change(1)] });
    await invoke('Notify', { story: BRIDGE.story });
    expect([mails().length, events().length]).toEqual(sent);
  });

  test('while the topic is down the bus still hears, and the story is tried again by itself; each is sent once', async () => {
    await readAll();
    at.aws.fault = ({ action }) => (action === 'sns:Publish' ? UNAVAILABLE : null);
    expect(failedOf(await invoke('Notify', { Records: [change(1), change(2)] }))).toEqual([]);
    expect(askedAgain()).toEqual([BRIDGE.story]);
    // Lambda tries a call again that fails.
    await expect(invoke('Notify', { story: BRIDGE.story })).rejects.toThrow(
      'deliveries of island-bridge failed',
    );
    const heard = events().length;
    expect(heard).toBeGreaterThan(0);
    at.aws.fault = () => null;
    at.aws.calls.length = 0;
    await invoke('Notify', { story: BRIDGE.story });
    expect([mails().length, events().length]).toEqual([heard, 0]);
  }, 60_000);

  test('a bus that takes a request and refuses its entries is asked again', async () => {
    await readAll();
    at.aws.fault = ({ action }) => (action === 'events:PutEvents' ? UNAVAILABLE : null);
    await invoke('Notify', { Records: [change(1)] });
    expect(askedAgain()).toEqual([BRIDGE.story]);
    at.aws.fault = () => null;
    await invoke('Notify', { story: BRIDGE.story });
    expect(events().length).toBeGreaterThan(0);
  }, 60_000);

  test('two batches of one story at the same time announce each once', async () => {
    await readAll();
    await Promise.allSettled([
      invoke('Notify', { Records: [change(1)] }),
      invoke('Notify', { story: BRIDGE.story }),
    ]);
    const ids = events().map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect([new Set(ids).size, mails().length]).toEqual([ids.length, ids.length]);
  });

  test('a story that is not watched any more is silent', async () => {
    await readAll();
    await at.records.retireStory(BRIDGE.story);
    await invoke('Notify', { Records: [change(1)] });
    await invoke('Notify', {});
    expect(askedAgain()).toEqual([]);
    await invoke('Notify', { story: BRIDGE.story });
    expect([mails(), events()]).toEqual([[], []]);
  });

  test('the daily sweep asks for each story by a call of its own, which announces what the stream could not', async () => {
    await readAll([BRIDGE.story, 'second-story']);
    await invoke('Notify', {});
    expect(askedAgain()).toEqual([BRIDGE.story, 'second-story']);
    expect(mails()).toEqual([]);
    await invoke('Notify', { story: 'second-story' });
    expect(events().map(({ story: slug }) => slug)).toContain('second-story');
    expect(new Set(events().map(({ story: slug }) => slug)).size).toBe(1);
    expect(measured('Announcements')).toBe(mails().length + events().length);
  });

  test('a failing story holds up neither another one nor the stream', async () => {
    await readAll([BRIDGE.story, 'second-story']);
    at.aws.fault = ({ action, body }) =>
      action === 'dynamodb:Query' && body.includes('second-story') ? UNAVAILABLE : null;
    const answer = await invoke('Notify', { Records: [change(1), change(2, 'second-story'), change(3)] });
    expect(failedOf(answer)).toEqual([]);
    expect(askedAgain()).toEqual(['second-story']);
    expect(events().every(({ story: slug }) => slug === BRIDGE.story)).toBe(true);
    expect(events().length).toBeGreaterThan(0);
  }, 60_000);

  test('a story that a deployment has still to bring up is left to it', async () => {
    await loadLegacyTable(at.client, 'bundled');
    await invoke('Notify', { Records: [change(1)] });
    await invoke('Notify', {});
    expect(askedAgain()).toEqual([]);
    expect([mails(), events()]).toEqual([[], []]);
  });

  test('where a story can’t be asked for again either, the stream gives its record back', async () => {
    await readAll();
    at.aws.fault = ({ action }) => (/^(?:sns|lambda):/.test(action) ? UNAVAILABLE : null);
    await expect(invoke('Notify', { Records: [change(1)] })).rejects.toThrow('All records failed');
  }, 60_000);
});

mayDoWhatItDoes('Notify');
