import type { FakeAws } from '../support/aws.ts';
import { deploymentOf } from '../support/deployment.ts';
import { batchOf, type Called, environmentFor } from './environments.ts';
import { playTable, TABLE } from './played-table.ts';
import { teamOf } from './team.ts';

/**
 * A deployment that is played on a virtual clock: the deployed modules, each environment a process, against the wire of
 * AWS and a server of feeds. What a call takes there is its CPU by the share of a core that its memory has, and the wait
 * for the feeds' servers.
 */

export const START = Date.parse('2026-06-01T00:07:00Z');
export const EVERY = 15 * 60_000;
/** A function of 1769 MB has one core. */
const MB_A_CORE = 1_769;
/** What a feed's server takes to answer; the feeds of a batch wait side by side. */
const SERVER_MS = 1_500;

export interface Size {
  readonly stories: number;
  readonly feeds: number;
  /** So many of the feeds all stories read; of the others each has its own. */
  readonly shared: number;
}

/** What a check of all that was due came to. */
export interface Tick {
  readonly asked: number;
  /** From the dispatch to the end of the last batch, in virtual minutes. */
  readonly minutes: number;
  readonly cpuSeconds: number;
  readonly gbSeconds: number;
  readonly invocations: number;
  readonly read: number;
  readonly write: number;
  /** Requests to the queue, with those that Lambda makes for each batch. */
  readonly sqs: number;
  readonly sns: number;
  readonly events: number;
  readonly logKb: number;
  readonly peakMb: number;
}

export interface PlayedDeployment {
  tick(event: object, at: number): Promise<Tick>;
  close(): Promise<void>;
}

interface Message {
  readonly body: string;
  readonly at: number;
}

/** @param environments so many batches are worked on at a time */
export async function playDeployment(
  { stories, feeds, shared }: Size,
  environments = 2,
): Promise<PlayedDeployment> {
  const { bundle, template } = deploymentOf({}, { bundling: true });
  const memoryOf = (name: string): number =>
    Object.entries(template.findResources('AWS::Lambda::Function')).find(([id]) => id.includes(name))?.[1]?.[
      'Properties'
    ].MemorySize;
  const batchSize: number = Object.values(template.findResources('AWS::Lambda::EventSourceMapping'))
    .map(({ Properties }) => Properties)
    .find(({ ScalingConfig }) => ScalingConfig !== undefined).BatchSize;
  const team = await teamOf(stories, (story) => feedsOf(story, { stories, feeds, shared }), START);
  const { aws, close } = await playTable(team);
  const local = { LOCAL_FEEDS: team.server.url };
  const dispatch = environmentFor(bundle('Dispatch'), aws, TABLE, local);
  const notify = environmentFor(bundle('Notify'), aws, TABLE, local);
  const checks = Array.from({ length: environments }, () =>
    environmentFor(bundle('CheckFeeds'), aws, TABLE, local),
  );

  async function tick(event: object, at: number): Promise<Tick> {
    team.now = at;
    aws.calls.length = 0;
    Object.assign(aws.units, { read: 0, write: 0 });
    const sum = { cpu: 0, gbMs: 0, logged: 0, peak: 0, invocations: 0 };
    const count = (called: Called, name: string, wait = 0): number => {
      const took = ((called.startMs + called.cpuMs) * MB_A_CORE) / memoryOf(name) + wait;
      sum.cpu += called.startMs + called.cpuMs;
      sum.gbMs += took * (memoryOf(name) / 1024);
      sum.logged += called.logged;
      sum.peak = Math.max(sum.peak, called.heapMb);
      sum.invocations += 1;
      return took;
    };
    const asked = await dispatch.call(event, at);
    const messages = messagesIn(aws, at + count(asked, 'Dispatch'));
    const free = checks.map(() => at);
    let batches = 0;
    while (messages.length > 0)
      for (const [i, environment] of checks.entries()) {
        const batch = messages.splice(0, batchSize);
        const last = batch.at(-1);
        if (!last) break;
        const begins = Math.max(free[i] ?? at, last.at);
        const bodies = batch.map(({ body }) => body);
        const called = await environment.call(batchOf(bodies, at), begins);
        free[i] = begins + count(called, 'CheckFeeds', SERVER_MS);
        batches += 1;
      }
    for (const Records of changesIn(aws)) count(await notify.call({ Records }, Math.max(...free)), 'Notify');
    const requests = (prefix: string) => aws.calls.filter(({ action }) => action.startsWith(prefix)).length;
    return {
      asked: asked.result.due,
      minutes: (Math.max(...free) - at) / 60_000,
      cpuSeconds: sum.cpu / 1000,
      gbSeconds: sum.gbMs / 1000,
      invocations: sum.invocations,
      ...aws.units,
      // Lambda receives ten messages at a time, and deletes them.
      sqs: requests('sqs:') + 2 * batches * Math.ceil(batchSize / 10),
      sns: requests('sns:'),
      events: requests('events:'),
      logKb: sum.logged / 1000,
      peakMb: sum.peak,
    };
  }

  return {
    tick,
    async close() {
      for (const each of [dispatch, notify, ...checks]) each.close();
      await close();
    },
  };
}

function feedsOf(story: number, { stories, feeds, shared }: Size): number[] {
  const own = feeds - shared;
  const count = Math.floor(own / stories) + (story < own % stories ? 1 : 0);
  return [
    ...Array.from({ length: shared }, (_, n) => n),
    ...Array.from({ length: count }, (_, n) => shared + story + n * stories),
  ];
}

/** The dispatch's messages that ask for feeds, in the order in which they can be received. */
function messagesIn(aws: FakeAws, from: number): Message[] {
  return aws.calls
    .filter(({ action }) => action === 'sqs:SendMessageBatch')
    .flatMap(({ body }) => JSON.parse(body).Entries as { MessageBody: string; DelaySeconds?: number }[])
    .filter(({ MessageBody }) => 'feed' in JSON.parse(MessageBody))
    .map(({ MessageBody, DelaySeconds = 0 }) => ({ body: MessageBody, at: from + DelaySeconds * 1000 }))
    .toSorted((a, b) => a.at - b.at);
}

/** So many rows of the stream go into one call. */
const STREAM_BATCH = 100;

/** What the table's stream tells of changes, a row for each story that has any. */
function changesIn(aws: FakeAws) {
  const slugs = new Set(
    aws.calls
      .filter(({ action }) => action === 'dynamodb:UpdateItem')
      .flatMap(({ body }) => /"CHANGE#([^"]+)"/.exec(body)?.[1] ?? []),
  );
  const rows = [...slugs].map((slug, i) => ({
    eventName: 'MODIFY',
    dynamodb: { Keys: { pk: { S: `CHANGE#${slug}` }, sk: { S: 'x' } }, SequenceNumber: String(i) },
  }));
  return Array.from({ length: Math.ceil(rows.length / STREAM_BATCH) }, (_, i) =>
    rows.slice(i * STREAM_BATCH, (i + 1) * STREAM_BATCH),
  );
}
