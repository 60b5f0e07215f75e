import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { storyOf } from '../../lib/monitor/story.ts';
import { newLink, secretOf } from '../../lib/page/links.ts';
import { tableClient } from '../../lib/store/client.ts';
import { dynamoLinks } from '../../lib/store/dynamo-links.ts';
import { dynamoRecords } from '../../lib/store/dynamo-records.ts';
import { openStream } from '../score/stream.ts';
import { fakeAws, PROVIDER_KEY } from '../support/aws.ts';
import { deploymentOf } from '../support/deployment.ts';
import { environmentOf } from '../support/environment.ts';
import { changesOf } from '../support/records.ts';
import { PRICES } from './prices.ts';

/** The pages' function has so much memory; one of 1769 MB has one core. */
const MEMORY_GB = 0.5;
const GB_A_CORE = 1.769;
/** What it waits for the table in a request, in seconds. */
const TABLE_SECONDS = 0.03;
const HOST = 'pages.lambda-url.us-east-1.on.aws';

/** What it costs to serve pages of the shipped story, by the deployed module on the wire: a thousand views of each. */
export async function reportPages(): Promise<void> {
  const aws = await fakeAws('cost', { countUnits: true });
  Object.assign(process.env, environmentOf('cost'), {
    AWS_ENDPOINT_URL: aws.endpoint,
    PAGE_KEY_PARAMETER: '/claimwatch/Claimwatch/page-key',
    POWERTOOLS_METRICS_DISABLED: 'true',
  });
  const { bundle } = deploymentOf({ page: true }, { bundling: true });
  const client = new DynamoDBClient({});
  const slug = await recordShipped(client);
  const link = newLink('ada', new Date());
  await dynamoLinks(tableClient(client, 'cost')).saveLink(link);
  client.destroy();
  const { handler } = await import(bundle('Serve'));
  const ask = (path: string, cookies: readonly string[] = []) =>
    handler({
      version: '2.0',
      rawPath: path,
      rawQueryString: '',
      cookies,
      headers: { host: HOST },
      requestContext: { domainName: HOST, http: { method: 'GET', path, sourceIp: '192.0.2.1' } },
    });
  const entered = await ask(`/enter/${secretOf(link, PROVIDER_KEY)}`);
  const cookies = [String(entered.cookies?.[0]).split(';')[0] ?? ''];
  const lines: string[] = [];
  for (const [what, path] of [
    ['the index of one story', '/'],
    ['a story', `/stories/${slug}/`],
  ] as const) {
    await ask(path, cookies);
    aws.units.read = 0;
    const before = process.cpuUsage();
    const { statusCode, body } = await ask(path, cookies);
    if (statusCode !== 200) throw new Error(`${path}: ${statusCode} ${body.slice(0, 200)}`);
    const { user, system } = process.cpuUsage(before);
    const seconds = TABLE_SECONDS + ((user + system) / 1e6) * (GB_A_CORE / MEMORY_GB);
    const dollars =
      (1_000 * aws.units.read * PRICES.dynamoRead.dollars) / PRICES.dynamoRead.per +
      (1_000 * PRICES.lambdaRequests.dollars) / PRICES.lambdaRequests.per +
      (1_000 * seconds * MEMORY_GB * PRICES.lambdaTime.dollars) / PRICES.lambdaTime.per;
    lines.push(
      `${what.padEnd(28)}${String(aws.units.read).padStart(10)}${seconds.toFixed(2).padStart(10)}${(body.length / 1000).toFixed(0).padStart(8)}${dollars.toFixed(4).padStart(10)}`,
    );
  }
  process.stdout.write(
    `\nPages, a thousand views each:\n${'page'.padEnd(28)}${'units'.padStart(10)}${'seconds'.padStart(10)}${'kB'.padStart(8)}${'dollars'.padStart(10)}\n${lines.join('\n')}\n`,
  );
  await aws.close();
}

/** The shipped story with what its fixture feeds report. @returns its slug */
async function recordShipped(client: DynamoDBClient): Promise<string> {
  const stream = await openStream('test/cases/ukraine-peace-plan');
  const story = storyOf(stream.baseline);
  const records = dynamoRecords(client, 'cost');
  await records.saveStory(story);
  for (const change of changesOf(story, stream.items))
    for (const evidence of change.evidence) await records.addEvidence(change, evidence, evidence.saidAt);
  stream.close();
  return stream.baseline.story;
}
