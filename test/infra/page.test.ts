import { beforeEach, describe, expect, test } from 'vitest';
import { shortId } from '../../lib/model/report.ts';
import { newLink, secretOf } from '../../lib/page/links.ts';
import { tableClient } from '../../lib/store/client.ts';
import { dynamoLinks } from '../../lib/store/dynamo-links.ts';
import { PROVIDER_KEY } from '../support/aws.ts';
import { at, invoke, measured, useDeployed } from '../support/deployed.ts';
import { deploymentOf } from '../support/deployment.ts';
import { CHANGES, keepChanges } from '../support/page.ts';
import { mayDoWhatItDoes } from '../support/permissions.ts';

useDeployed({ page: true, zone: 'Europe/Kyiv' }, async () => ({
  PAGE_KEY_PARAMETER: '/claimwatch/Claimwatch/page-key',
  ZONE: 'Europe/Kyiv',
}));

const HOST = 'abc.lambda-url.eu-central-1.on.aws';
const [, , OFF] = CHANGES;
const ID = shortId(OFF?.id ?? '');

/** A request as a function's own address hands it on. */
const ask = (
  path: string,
  given: { method?: string; headers?: object; body?: string; cookies?: string[] } = {},
) => {
  const { method = 'GET', headers = {}, body, cookies = [] } = given;
  const [rawPath = '', rawQueryString = ''] = path.split('?');
  return invoke('Serve', {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    cookies,
    headers: { host: HOST, ...headers },
    requestContext: { domainName: HOST, http: { method, path: rawPath, sourceIp: '192.0.2.1' } },
    ...(body !== undefined && { body, isBase64Encoded: false }),
  });
};

let links: ReturnType<typeof dynamoLinks>;
const link = newLink('ada', new Date());
beforeEach(async () => {
  links = dynamoLinks(tableClient(at.client, 'bundled'));
  await links.saveLink(link);
  await keepChanges(at.records);
  at.aws.calls.length = 0;
});
const entered = async () => {
  const { cookies } = await ask(`/enter/${secretOf(link, PROVIDER_KEY)}`);
  return [String(cookies?.[0]).split(';')[0] ?? ''];
};

describe('the deployed pages', () => {
  test('open by a link, in the zone of the settings, and to nobody else', async () => {
    expect(await ask('/')).toMatchObject({ statusCode: 403, body: expect.stringContaining('open the link') });
    const cookies = await entered();
    const { statusCode, body, headers } = await ask('/stories/s/', { cookies });
    expect([statusCode, body]).toEqual([200, expect.stringContaining('claims no longer hold')]);
    expect(body).toContain('2 Mar 2026, 10:00');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(measured('PageRefused')).toBe(0);
    expect((await ask('/', { cookies: ['__Host-session=a.b.c'] })).statusCode).toBe(403);
    expect(measured('PageRefused')).toBe(1);
  });

  test('have their style, script and picture', async () => {
    for (const [path, part] of [
      ['/style.css', ':root'],
      ['/script.js', 'keydown'],
      ['/icon.svg', '<svg'],
    ] as const)
      expect((await ask(path)).body).toContain(part);
  });

  test('keep a decision in the name of whoever has the link, and nothing else', async () => {
    const cookies = await entered();
    const { body } = await ask('/stories/s/', { cookies });
    const [, token = ''] = /name="token" value="([\w-]+)"/.exec(body) ?? [];
    const [, state = ''] = new RegExp(`data-id="${ID}".*?name="state" value="(\\w+)"`, 's').exec(body) ?? [];
    const answer = await ask(`/stories/s/records/${ID}/decide`, {
      method: 'POST',
      cookies,
      headers: {
        origin: `https://${HOST}`,
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: String(new URLSearchParams({ token, state, verdict: 'accepted', note: 'by phone' })),
    });
    expect(JSON.parse(answer.body)).toMatchObject({ outcome: 'kept' });
    const changes = await at.records.changes({ baseline: { story: 's' } as never, isOlder: false });
    expect(changes.find(({ id }) => id === OFF?.id)?.decisions).toMatchObject([
      { verdict: 'accepted', by: 'ada', note: 'by phone' },
    ]);
    const writes = at.aws.calls.filter(({ action }) => /Update|Put|Delete/.test(action));
    expect(writes.map(({ body: sent }) => JSON.parse(sent).Key.pk.S)).toEqual(['CHANGE#s']);
  });

  test('a feed opens by its token alone', async () => {
    const cookies = await entered();
    const { body } = await ask('/stories/s/', { cookies });
    const [, address = ''] = /href="(\/stories\/s\/feed\.atom\?token=[\w.-]+)"/.exec(body) ?? [];
    const feed = await ask(address);
    expect([feed.statusCode, feed.body]).toEqual([
      200,
      expect.stringContaining(`https://${HOST}/stories/s/records/`),
    ]);
    await links.removeLink(link.id);
    expect((await ask(address)).statusCode).toBe(403);
    expect((await ask('/', { cookies })).statusCode).toBe(403);
  });

  test('the index and the feeds’ states are read with the same role', async () => {
    const cookies = await entered();
    const story = await at.records.story('s');
    const feeds = ['https://paper.example/rss'];
    if (!story) throw new Error('There is no story');
    await at.records.saveStory({ ...story, baseline: { ...story.baseline, feeds } });
    for (const path of ['/', '/stories/s/']) expect((await ask(path, { cookies })).statusCode).toBe(200);
  });
});

describe('what is deployed for pages', () => {
  test('is nothing unless told', () => {
    const { template } = deploymentOf();
    expect(Object.keys(template.findResources('AWS::Lambda::Url'))).toEqual([]);
    expect(Object.keys(template.findOutputs('*'))).not.toContain('PageUrl');
  });

  test('is one function behind its own address, with an alarm for refusals', () => {
    const { template } = deploymentOf({ page: true, pageConcurrency: 5 });
    template.resourceCountIs('AWS::Lambda::Url', 1);
    template.hasResourceProperties('AWS::Lambda::Url', { AuthType: 'NONE' });
    template.hasResourceProperties('AWS::Lambda::Function', { ReservedConcurrentExecutions: 5 });
    template.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: 'PageRefused', Threshold: 50 });
    template.hasOutput('PageUrl', {});
  });

  test('writes decisions alone: its condition names their rows, and a request without keys fails it', () => {
    const { template } = deploymentOf({ page: true });
    const statements = Object.values(template.findResources('AWS::IAM::Policy'))
      .filter(({ Properties }) => JSON.stringify(Properties.Roles).includes('PageServe'))
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
    expect(statements.filter(({ Action }) => String(Action).includes('UpdateItem'))).toMatchObject([
      {
        Action: 'dynamodb:UpdateItem',
        Condition: {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['CHANGE#*'] },
          Null: { 'dynamodb:LeadingKeys': 'false' },
        },
      },
    ]);
    expect(JSON.stringify(statements)).not.toMatch(/PutItem|DeleteItem|"\*:\*"/);
  });
});

mayDoWhatItDoes('Serve');
