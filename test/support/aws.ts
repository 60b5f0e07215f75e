import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openLocalTable } from '../../lib/store/local-table.ts';

/** What the SecureString of any name holds. */
export const PROVIDER_KEY = 'sk-deployed-0123456789abcdef';

/** A request on the wire, as `service:Action`, with its body. */
export interface Call {
  readonly action: string;
  readonly body: string;
}

/** How a call is answered otherwise than well. */
interface Fault {
  readonly status: number;
  /** The error's name, as the service gives it. */
  readonly error: string;
}

export interface FakeAws {
  readonly endpoint: string;
  /** All calls so far, oldest first. */
  readonly calls: Call[];
  /** Capacity that the table's requests consumed, where they are counted. */
  readonly units: { read: number; write: number };
  /** Asked before each call; what it returns is answered in place of the service. */
  fault: (call: Call) => Fault | null;
  /** What SecureStrings hold, by their names; those of others hold the provider’s key. */
  readonly parameters: Map<string, string>;
  /** What S3 keeps, by the paths of buckets and keys. */
  readonly objects: Map<string, string>;
  close(): Promise<void>;
}

/** The wire of AWS on loopback: DynamoDB is a real table, SQS, SNS, SES and EventBridge take what they are sent. */
export async function fakeAws(table: string, { countUnits = false } = {}): Promise<FakeAws> {
  const dynamo = await openLocalTable(table, null);
  const server = createServer(async (request, response) => {
    const body = await read(request);
    const call = { action: actionOf(request, body), body };
    aws.calls.push(call);
    const fault = aws.fault(call);
    if (fault) refuse(response, call, fault);
    else if (call.action.startsWith('dynamodb:')) {
      const asked = countUnits
        ? JSON.stringify({ ...JSON.parse(body), ReturnConsumedCapacity: 'TOTAL' })
        : body;
      const told = await forward(dynamo.endpoint, request, response, asked);
      if (countUnits) count(aws.units, call.action, told);
    } else answer(response, call, aws, (request.url ?? '').replace(/\?.*/, ''));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const aws: FakeAws = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: [],
    units: { read: 0, write: 0 },
    fault: () => null,
    parameters: new Map(),
    objects: new Map(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await dynamo.close();
    },
  };
  return aws;
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const SERVICES = new Map([
  ['DynamoDB_20120810', 'dynamodb'],
  ['AmazonSQS', 'sqs'],
  ['AmazonSSM', 'ssm'],
  ['AWSEvents', 'events'],
]);

const S3_ACTIONS: Readonly<Record<string, string>> = { PUT: 's3:PutObject', DELETE: 's3:DeleteObject' };

/** Three protocols: a header that names the target, a form with an action, or a path. */
function actionOf({ headers, method, url = '' }: IncomingMessage, body: string): string {
  if (url.startsWith('/v2/email/outbound-emails')) return 'ses:SendEmail';
  if (/^\/[\w-]+\/[\w.-]+\.xml/.test(url)) return S3_ACTIONS[method ?? ''] ?? 's3:GetObject';
  if (/^\/2015-03-31\/functions\/[^/]+\/invocations$/.test(url)) return 'lambda:Invoke';
  const [target = '', action = ''] = String(headers['x-amz-target'] ?? '').split('.');
  if (action) return `${SERVICES.get(target) ?? target}:${action}`;
  return `sns:${new URLSearchParams(body).get('Action')}`;
}

async function forward(
  endpoint: string,
  { headers }: IncomingMessage,
  response: ServerResponse,
  body: string,
): Promise<string> {
  const sent = new Headers();
  for (const name of ['x-amz-target', 'content-type', 'authorization', 'x-amz-date'])
    if (headers[name]) sent.set(name, String(headers[name]));
  const answered = await fetch(endpoint, { method: 'POST', headers: sent, body });
  response.writeHead(answered.status, { 'content-type': 'application/x-amz-json-1.0' });
  const text = await answered.text();
  response.end(text);
  return text;
}

function count(units: FakeAws['units'], action: string, told: string): void {
  const { ConsumedCapacity: consumed } = JSON.parse(told);
  const sum = [consumed ?? []]
    .flat()
    .reduce((total: number, { CapacityUnits }: { CapacityUnits: number }) => total + CapacityUnits, 0);
  units[/:(?:Put|Update|Delete)/.test(action) ? 'write' : 'read'] += sum;
}

function answer(
  response: ServerResponse,
  { action, body }: Call,
  aws: Pick<FakeAws, 'parameters' | 'objects'>,
  path: string,
): void {
  if (action === 'sns:Publish') {
    response.end(
      '<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>',
    );
    return;
  }
  if (action === 's3:PutObject') {
    aws.objects.set(path, body);
    response.end();
    return;
  }
  if (action === 's3:DeleteObject') {
    aws.objects.delete(path);
    response.writeHead(204).end();
    return;
  }
  if (action === 's3:GetObject') {
    const object = aws.objects.get(path);
    response.writeHead(object === undefined ? 404 : 200).end(object);
    return;
  }
  if (action === 'lambda:Invoke') {
    response.writeHead(202).end();
    return;
  }
  if (action === 'ses:SendEmail') {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ MessageId: '1' }));
    return;
  }
  const { Entries = [], Name = '' } = JSON.parse(body);
  if (action === 'ssm:GetParameter') {
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    const Value = aws.parameters.get(Name) ?? PROVIDER_KEY;
    response.end(JSON.stringify({ Parameter: { Name, Type: 'SecureString', Value } }));
    return;
  }
  const told =
    action === 'events:PutEvents'
      ? { FailedEntryCount: 0, Entries: Entries.map(() => ({ EventId: '1' })) }
      : {
          Successful: Entries.map(({ Id, MessageBody }: { Id: string; MessageBody: string }) => ({
            Id,
            MessageId: Id,
            MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex'),
          })),
        };
  response.setHeader('content-type', 'application/x-amz-json-1.1');
  response.end(JSON.stringify(told));
}

function refuse(response: ServerResponse, { action }: Call, { status, error }: Fault): void {
  response.statusCode = status;
  if (action.startsWith('sns:')) {
    response.end(
      `<ErrorResponse><Error><Code>${error}</Code><Message>refused</Message></Error></ErrorResponse>`,
    );
    return;
  }
  response.setHeader('content-type', 'application/x-amz-json-1.0');
  response.end(JSON.stringify({ __type: `com.amazonaws#${error}`, message: 'refused' }));
}
