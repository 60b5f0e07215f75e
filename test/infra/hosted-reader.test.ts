import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deploymentOf } from '../support/deployment.ts';
import { BRIDGE } from '../support/story.ts';

const { template } = deploymentOf();

describe('a hosted reader', () => {
  const NOVA = 'amazon.nova-lite-v1:0';
  const statementsOf = (settings: object) => {
    const { template: told } = deploymentOf(settings);
    const policies = Object.entries(told.findResources('AWS::IAM::Policy'));
    return policies
      .filter(([id]) => id.includes('ReadItems'))
      .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);
  };
  /** An ARN in words. */
  const worded = (arn: unknown): string =>
    JSON.stringify(arn)
      .replace(/\{"Ref":"AWS::(\w+)"\}/g, '"<$1>"')
      .replace(/^\{"Fn::Join":\["",\[(.*)\]\]\}$/, '$1')
      .replace(/"|,(?=")|(?<="),/g, '');
  const models = (reader: string, more: object = {}) =>
    statementsOf({ reader, ...more })
      .filter(({ Action }) => String(Action).startsWith('bedrock:'))
      .map(({ Action, Resource, Condition }) => ({
        action: Action,
        on: [Resource].flat().map(worded).toSorted(),
        through: Condition && worded(Condition.StringEquals['bedrock:InferenceProfileArn']),
      }));
  test('into a named region passes the security checks as well', () => {
    const env = { region: 'eu-central-1' };
    expect(() => deploymentOf({ reader: `bedrock:eu.${NOVA}` }, { env })).not.toThrow();
  });
  const action = 'bedrock:InvokeModel';
  const profile = (id: string) => `arn:<Partition>:bedrock:<Region>:<AccountId>:inference-profile/${id}`;
  const ARN = 'arn:aws:bedrock:eu-central-1:123456789012:application-inference-profile/abc';

  test.each<[string, string, object, object[]]>([
    [
      'one model',
      `bedrock:${NOVA}`,
      {},
      [{ action, on: [`arn:<Partition>:bedrock:<Region>::foundation-model/${NOVA}`], through: undefined }],
    ],
    [
      'an inference profile, and by it alone the model that it leads to',
      `bedrock:eu.${NOVA}`,
      {},
      [
        { action, on: [profile(`eu.${NOVA}`)], through: undefined },
        {
          action,
          on: [`arn:<Partition>:bedrock:*::foundation-model/${NOVA}`],
          through: profile(`eu.${NOVA}`),
        },
      ],
    ],
    [
      'a global one',
      `bedrock:global.${NOVA}`,
      {},
      [
        { action, on: [profile(`global.${NOVA}`)], through: undefined },
        {
          action,
          on: [
            `arn:<Partition>:bedrock:*::foundation-model/${NOVA}`,
            `arn:<Partition>:bedrock:::foundation-model/${NOVA}`,
          ],
          through: profile(`global.${NOVA}`),
        },
      ],
    ],
    [
      'a profile of your own, and by it alone what it leads to',
      `bedrock:${ARN}`,
      { models: { [ARN]: { price: { input: 1, output: 5 } } } },
      [
        { action, on: [ARN], through: undefined },
        {
          action,
          on: [
            'arn:<Partition>:bedrock:*:*:inference-profile/*',
            'arn:<Partition>:bedrock:*::foundation-model/*',
          ],
          through: ARN,
        },
      ],
    ],
  ])('may ask %s', (_what, reader, more, expected) => {
    expect(models(reader, more)).toEqual(expected);
  });

  test('may read the one parameter that holds the key, and no model of Bedrock', () => {
    const settings = {
      reader: 'openai:https://models.example/v1#gpt-6-luna',
      keyParameter: '/claimwatch/provider-key',
    };
    const statements = statementsOf(settings);
    const ssm = statements.filter(({ Action }) => String(Action).startsWith('ssm:'));
    expect(ssm.map(({ Action, Resource }) => [Action, worded(Resource)])).toEqual([
      ['ssm:GetParameter', 'arn:<Partition>:ssm:<Region>:<AccountId>:parameter/claimwatch/provider-key'],
    ]);
    expect(models(settings.reader, settings)).toEqual([]);
  });

  test('is a function of its own behind a queue, with an alarm for what fails; without one there is neither', () => {
    const { template: told } = deploymentOf({ reader: `bedrock:${NOVA}` });
    const names = Object.keys(told.findResources('AWS::Lambda::Function'));
    expect(names.filter((name) => name.includes('ReadItems'))).toHaveLength(1);
    const alarms = (of: typeof told) => Object.keys(of.findResources('AWS::CloudWatch::Alarm')).join();
    expect(alarms(told)).toContain('FailedReadsWaiting');
    expect(alarms(template)).not.toContain('FailedReads');
    expect(Object.keys(template.findResources('AWS::Lambda::Function')).join()).not.toContain('ReadItems');
  });

  const storyFile = (more: object) => {
    const file = join(mkdtempSync(join(tmpdir(), 'claimwatch-')), 'story.json');
    writeFileSync(file, JSON.stringify({ ...BRIDGE, feeds: ['https://paper.example/rss'], ...more }));
    return file;
  };

  test('of one story alone is deployed for that story', () => {
    const stories = [storyFile({ reader: `bedrock:${NOVA}`, dailyBudget: 0.2 })];
    expect(statementsOf({ stories }).some(({ Action }) => Action === action)).toBe(true);
  });

  test.each(['bedrock:*', 'bedrock:eu.*', 'bedrock:eu.amazon.nova-lite-v1:0*', 'bedrock:{aws:username}'])(
    'is no pattern of models: %s',
    (reader) => expect(() => deploymentOf({ reader })).toThrow(/claimwatch\.reader: found/),
  );

  test.each([
    [
      'a provider that the settings do not name',
      'openai:https://elsewhere.example/v1#m',
      /found a provider at https:\/\/elsewhere\.example\/v1, expected the one that the settings name/,
    ],
    ['recorded answers', 'answers:file', /reader: found "answers:file", expected rules, bedrock:MODEL/],
  ])('of a story is none of %s', (_what, reader, message) => {
    const settings = {
      stories: [storyFile({ reader })],
      reader: 'openai:https://models.example/v1#gpt-6-luna',
    };
    expect(() => deploymentOf(settings)).toThrow(message);
  });

  test('is told its settings: the budget, and no key', () => {
    const { template: told } = deploymentOf({ reader: `bedrock:${NOVA}`, dailyBudget: 2.5 });
    for (const part of ['ReadItems', 'CheckFeeds', 'Dispatch']) {
      const [found] = Object.entries(told.findResources('AWS::Lambda::Function')).filter(([id]) =>
        id.includes(part),
      );
      const settings = JSON.parse(found?.[1]['Properties'].Environment.Variables.READER_SETTINGS);
      expect(settings).toMatchObject({ reader: `bedrock:${NOVA}`, dailyBudget: 2.5 });
    }
  });
});
