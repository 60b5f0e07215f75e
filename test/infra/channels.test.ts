import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/model/reader-settings.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { answers, at, baselineWith, invoke, message, serve, useDeployed } from '../support/deployed.ts';
import { decision } from '../support/evidence.ts';
import { mayDoWhatItDoes } from '../support/permissions.ts';
import { BRIDGE } from '../support/story.ts';

/** Who is told of what, by the channels of a deployment. */

const CHANNELS = {
  desk: { type: 'email', to: ['desk@paper.example'], digest: ['07:30', '16:00'] },
  chief: {
    type: 'email',
    to: ['chief@paper.example'],
    from: 'watch@paper.example',
    kinds: ['cancelled', 'rescheduled'],
    certainty: 'sure',
  },
  slack: { type: 'slack', urlParameter: '/claimwatch/slack' },
  hook: { type: 'webhook', url: 'https://hooks.example/in', secretParameter: '/claimwatch/hook' },
} as const;

useDeployed({ channels: CHANNELS, zone: 'Europe/Kyiv' }, async ({ endpoint }) => ({
  DELIVERIES_URL: `${endpoint}/1/deliveries`,
  ZONE: 'Europe/Kyiv',
  CHANNELS: JSON.stringify([
    { name: 'mail', isDigest: false, type: 'topic', topicArn: 'arn:aws:sns:eu-central-1:1:mail' },
    { name: 'desk', isDigest: true, type: 'topic', topicArn: 'arn:aws:sns:eu-central-1:1:desk' },
    { name: 'chief', isDigest: false, ...CHANNELS.chief, type: 'sender' },
    { name: 'slack', isDigest: false, ...CHANNELS.slack },
    { name: 'hook', isDigest: false, ...CHANNELS.hook },
  ]),
}));

const watch = async (change: object = {}) => {
  answers.set('/all', serve('All', [0, 1, 2, 3, 4, 5, 6, 7]));
  await at.records.saveStory(storyOf({ ...baselineWith(['/all']), ...change }));
  await invoke('CheckFeeds', { Records: [message('/all')] });
  for (const { id, evidence } of await at.records.changes({ baseline: BRIDGE, isOlder: false })) {
    const items = evidence.map(({ itemId }) => itemId);
    await at.records.decide(BRIDGE.story, id, decision('accepted', items), 0);
  }
  at.aws.calls.length = 0;
};
const bodiesOf = (action: string) =>
  at.aws.calls.filter((call) => call.action === action).map(({ body }) => body);
const mailsTo = (name: string) =>
  bodiesOf('sns:Publish')
    .map((body) => new URLSearchParams(body))
    .filter((form) => form.get('TopicArn')?.endsWith(`:${name}`));
const sentTo = (channel: string) =>
  bodiesOf('sqs:SendMessageBatch')
    .flatMap((body) => JSON.parse(body).Entries)
    .map(({ MessageBody }: { MessageBody: string }) => JSON.parse(MessageBody))
    .filter((each) => each.channel === channel);
const bridgeChange = {
  eventName: 'MODIFY',
  dynamodb: { Keys: { pk: { S: `CHANGE#${BRIDGE.story}` }, sk: { S: 'x' } }, SequenceNumber: '1' },
};

describe('each channel is told once', () => {
  test('at once by mail, Slack and webhook; the digest waits for its time', async () => {
    await watch();
    await invoke('Notify', { Records: [bridgeChange] });
    const count = mailsTo('mail').length;
    expect(count).toBeGreaterThan(3);
    expect([sentTo('slack').length, sentTo('hook').length, mailsTo('desk').length]).toEqual([
      count,
      count,
      0,
    ]);
    expect(sentTo('slack')[0]).toMatchObject({
      id: expect.stringMatching(/^msg_[0-9a-f]{32}$/),
      body: expect.stringContaining('"blocks"'),
    });
    const hook = JSON.parse(sentTo('hook')[0].body);
    expect(hook).toMatchObject({
      type: 'claimwatch.change',
      timestamp: expect.any(String),
      data: { story: BRIDGE.story },
    });

    await invoke('Notify', { digest: 'desk' });
    expect(mailsTo('desk')).toHaveLength(1);
    expect(mailsTo('desk')[0]?.get('Subject')).toMatch(
      new RegExp(`^claimwatch: ${count} changes: Storm closes`),
    );
    // Times are those of the desk.
    expect(mailsTo('desk')[0]?.get('Message')).toContain('2026-03-03 11:00 EET');
    await invoke('Notify', { digest: 'desk' });
    await invoke('Notify', {});
    expect([mailsTo('desk').length, mailsTo('mail').length]).toEqual([1, count]);
  });

  test('the sender of its own writes text and HTML, and only of what is wanted', async () => {
    await watch();
    await invoke('Notify', { Records: [bridgeChange] });
    const sent = bodiesOf('ses:SendEmail').map((body) => JSON.parse(body));
    expect(sent.length).toBeGreaterThan(0);
    for (const { FromEmailAddress, Destination, Content } of sent) {
      expect([FromEmailAddress, Destination.ToAddresses]).toEqual([
        'watch@paper.example',
        ['chief@paper.example'],
      ]);
      const { Subject, Body } = Content.Simple;
      expect(Subject.Data).toMatch(/^claimwatch: (?:cancelled|rescheduled): /);
      expect(Body.Html.Data).toMatch(/^<!doctype html>/);
      expect(Body.Text.Data).toContain(BRIDGE.article.url);
    }
  });

  test('a story says who is told of it, and of what', async () => {
    await watch({ notify: [{ channel: 'slack', kinds: ['revised'] }, { channel: 'desk' }] });
    await invoke('Notify', { Records: [bridgeChange] });
    await invoke('Notify', { digest: 'desk' });
    expect([mailsTo('mail'), sentTo('hook'), bodiesOf('ses:SendEmail')]).toEqual([[], [], []]);
    expect(sentTo('slack')).toHaveLength(1);
    expect(sentTo('slack')[0].body).toContain('revised: storm-toll');
    expect(mailsTo('desk')).toHaveLength(1);
  });

  test('two batches at the same time tell each once', async () => {
    await watch();
    await Promise.allSettled([
      invoke('Notify', { Records: [bridgeChange] }),
      invoke('Notify', { story: BRIDGE.story }),
    ]);
    const ids = sentTo('hook').map(({ id }: { id: string }) => id);
    expect([new Set(ids).size, mailsTo('mail').length]).toEqual([ids.length, ids.length]);
  });

  test('a channel that the deployment got later is told nothing of before', async () => {
    await watch();
    await at.records.saveDeployment({
      stack: 'Claimwatch',
      settings: DEFAULT_SETTINGS,
      readers: [],
      channels: [
        { name: 'mail', since: null },
        { name: 'slack', since: '2099-01-01T00:00:00.000Z' },
      ],
    });
    await invoke('Notify', { Records: [bridgeChange] });
    expect(mailsTo('mail').length).toBeGreaterThan(3);
    expect(sentTo('slack')).toEqual([]);
  });

  test('a digest of a channel that there is not is an error that says so', async () => {
    await expect(invoke('Notify', { digest: 'nobody' })).rejects.toThrow(
      'There is no channel "nobody" with a digest',
    );
  });
});

mayDoWhatItDoes('Notify');
