import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../lib/infra/settings.ts';
import { deploymentOf } from '../support/deployment.ts';
import { BRIDGE } from '../support/story.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');

describe('a wrong channel is named with its value and what is allowed', () => {
  test.each([
    [
      { channels: { desk: { type: 'fax' } } },
      'claimwatch.channels.desk.type: found "fax", expected a channel with a type: email, slack, teams or webhook',
    ],
    [
      { channels: { mail: { type: 'slack', urlParameter: '/a' } } },
      'expected other names than mail, bus, watch, preview, pk, sk, version',
    ],
    [
      { channels: { 'A B': { type: 'slack', urlParameter: '/a' } } },
      'expected the name of a channel, of small letters',
    ],
    [
      { channels: { desk: { type: 'email', to: ['desk'] } } },
      'claimwatch.channels.desk.to.0: found "desk", expected an e-mail address',
    ],
    [
      { channels: { desk: { type: 'email', to: ['a@b.example'], digest: ['25:00'] } } },
      'claimwatch.channels.desk.digest.0: found "25:00", expected a time of day, like "07:30"',
    ],
    [
      { channels: { desk: { type: 'email', to: ['a@b.example'], kinds: ['moved'] } } },
      'claimwatch.channels.desk.kinds.0: found "moved", expected kinds of change: scheduled',
    ],
    [
      { channels: { hook: { type: 'webhook', url: 'http://hooks.example/', secretParameter: '/a' } } },
      'claimwatch.channels.hook.url: found "http://hooks.example/", expected an https URL',
    ],
    [
      { channels: { hook: { type: 'webhook', url: 'https://hooks.example/', secretParameter: 'whsec_x' } } },
      'expected the name of an SSM parameter',
    ],
  ])('%j', (settings, message) => {
    expect(() => readSettings(settings, ROOT)).toThrow(message);
  });
});

test('a story that names a channel which there is not is refused', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'claimwatch-')), 'story.json');
  const feeds = ['https://paper.example/rss'];
  writeFileSync(file, JSON.stringify({ ...BRIDGE, feeds, notify: ['slack'] }));
  expect(() => readSettings({ stories: [file] }, ROOT)).toThrow(
    'the story "island-bridge": notify: found "slack", expected one of mail',
  );
  const channels = { slack: { type: 'slack', urlParameter: '/claimwatch/slack' } };
  expect(readSettings({ stories: [file], channels }, ROOT).stories).toHaveLength(1);
});

describe('each channel reaches the template', () => {
  test('a digest is sent at its times, in the zone of the deployment', () => {
    const desk = { type: 'email', to: ['desk@paper.example'], digest: ['07:30', '16:00'] };
    const { template } = deploymentOf({ channels: { desk }, zone: 'Europe/Kyiv' });
    for (const at of ['cron(30 7 * * ? *)', 'cron(0 16 * * ? *)'])
      template.hasResourceProperties('AWS::Scheduler::Schedule', {
        ScheduleExpression: at,
        ScheduleExpressionTimezone: 'Europe/Kyiv',
        Target: Match.objectLike({ Input: '{"digest":"desk"}' }),
      });
  });

  test('a sender of its own may send from its address alone', () => {
    const chief = { type: 'email', to: ['chief@paper.example'], from: 'watch@paper.example' };
    const { template } = deploymentOf({ channels: { chief } });
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: 'ses:SendEmail',
            Condition: { StringEquals: { 'ses:FromAddress': 'watch@paper.example' } },
          }),
        ]),
      },
    });
  });
});
