import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { MonitorStack } from '../../lib/infra/monitor-stack.ts';
import { readSettings } from '../../lib/infra/settings.ts';
import { readStage } from '../../lib/infra/stage.ts';

/** Deployments side by side, each with a file of settings. */

const ROOT = resolve(import.meta.dirname, '..', '..');
const folderWith = (file: string, text: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'claimwatch-'));
  writeFileSync(join(folder, file), text);
  return folder;
};
const stageOf = (data: unknown, context: unknown = {}) =>
  readStage('prod', context, folderWith('stage.prod.json', JSON.stringify(data)));

describe('a stage', () => {
  test('has the settings of cdk.json, and its own before them', () => {
    const shared = { everyMinutes: 60, contact: 'https://paper.example' };
    const data = { account: '111122223333', region: 'eu-central-1', settings: { everyMinutes: 5 } };
    expect(stageOf(data, shared)).toEqual({
      name: 'prod',
      file: 'stage.prod.json',
      account: '111122223333',
      region: 'eu-central-1',
      settings: { everyMinutes: 5, contact: 'https://paper.example' },
    });
    expect(stageOf({}, JSON.stringify(shared)).settings).toEqual(shared);
  });

  test('without one the settings are those of cdk.json', () => {
    expect(readStage(undefined, { everyMinutes: 60 }, ROOT)).toMatchObject({
      name: null,
      file: 'cdk.json',
      settings: { everyMinutes: 60 },
    });
  });

  test('its example can be used as it stands', () => {
    const example = readFileSync(join(ROOT, 'stage.example.json'), 'utf8');
    const { settings, file } = readStage('prod', {}, folderWith('stage.prod.json', example));
    expect(readSettings(settings, ROOT, file)).toMatchObject({ alarms: 'all', canary: true });
  });

  test.each<[unknown, string, RegExp]>([
    ['Prod', '{}', /^stage: found "Prod", expected a lower-case letter/],
    ['a-b', '{}', /^stage: found "a-b"/],
    [7, '{}', /^stage: found 7/],
    ['test', '{}', /^There is no stage\.test\.json beside cdk\.json: copy stage\.example\.json/],
    ['prod', '{', /^stage\.prod\.json cannot be read \(.*\): expected JSON/],
    ['prod', '{"account":"1"}', /stage\.prod\.json\.account: found "1", expected an account, twelve digits/],
    [
      'prod',
      '{"region":"Paris"}',
      /stage\.prod\.json\.region: found "Paris", expected a region like eu-central-1/,
    ],
    [
      'prod',
      '{"emails":[]}',
      /stage\.prod\.json\.emails: found .*, expected one of account, region, settings/,
    ],
    ['prod', '{"settings":[]}', /stage\.prod\.json\.settings: found \[\], expected an object of settings/],
  ])('%j with %s is refused', (name, text, message) =>
    expect(() => readStage(name, {}, folderWith('stage.prod.json', text))).toThrow(message),
  );

  test('a wrong setting is told of with the stage’s file', () => {
    const { settings, file } = stageOf({ settings: { everyMinutes: 7 } });
    expect(() => readSettings(settings, ROOT, file)).toThrow(
      /claimwatch\.everyMinutes[\s\S]*Mend them in stage\.prod\.json/,
    );
  });
});

describe('the stack of a stage', () => {
  const stackOf = (settings: object, stage: string | null) => {
    const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
    return new MonitorStack(app, 'Claimwatch-prod', { settings: readSettings(settings, ROOT), stage });
  };

  test('has the tags App, Stage and Stack on all that can have tags', () => {
    const template = Template.fromStack(stackOf({}, 'prod'));
    for (const type of [
      'AWS::DynamoDB::Table',
      'AWS::Lambda::Function',
      'AWS::SQS::Queue',
      'AWS::SNS::Topic',
    ])
      template.allResourcesProperties(type, {
        Tags: Match.arrayWith([
          { Key: 'App', Value: 'claimwatch' },
          { Key: 'Stack', Value: 'Claimwatch-prod' },
          { Key: 'Stage', Value: 'prod' },
        ]),
      });
  });

  test('has them itself', () => {
    expect(stackOf({}, 'prod').tags.tagValues()).toMatchObject({
      App: 'claimwatch',
      Stack: 'Claimwatch-prod',
      Stage: 'prod',
    });
  });

  test('is protected from being deleted where its data are retained', () => {
    expect(stackOf({}, null).terminationProtection).toBe(true);
    expect(stackOf({ onRemoval: 'destroy' }, null).terminationProtection).toBe(false);
  });

  test('names itself wherever two of them could meet', () => {
    const template = Template.fromStack(stackOf({ page: true }, 'prod'));
    const named = JSON.stringify(template.toJSON());
    // Physical names are CloudFormation's; paths of parameters have the stack's name.
    expect(named).toContain('/claimwatch/Claimwatch-prod/page-key');
    expect(named).not.toMatch(/"(?:TableName|QueueName|TopicName|FunctionName|AlarmName|DashboardName)":"/);
  });
});
