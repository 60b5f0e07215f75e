import { setMaxListeners } from 'node:events';
import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as v from 'valibot';
import type { Reader } from '../lib/model/answer.ts';
import type { Story } from '../lib/model/story.ts';
import { type ReadWaitingPorts, readWaiting } from '../lib/monitor/read-waiting.ts';
import { createDeadline } from '../lib/readers/deadline.ts';
import { openHosted } from '../lib/readers/hosted.ts';
import type { Used } from '../lib/readers/model/budget.ts';
import { isHosted, limitsBy } from '../lib/readers/named.ts';
import { rulesReader } from '../lib/readers/rules/reader.ts';
import { openStores } from './clients.ts';
import { readerSettings, required } from './environment.ts';
import { providerKey } from './provider-key.ts';
import { NUDGE } from './queue-message.ts';
import { readerOfStory } from './story-reader.ts';
import { logger, metrics, publishMetrics, toldWhenItFails } from './telemetry.ts';

const { records } = openStores();
const settings = readerSettings();
const leaseMs = Number(required('LEASE_SECONDS')) * 1000;

/** So long before the function's time is over requests are given up, so that what they came to can be noted, in milliseconds. */
const NOTING_MS = 20_000;

/**
 * Reads the items that wait for the hosted readers of stories, within the day's budget.
 * @param event a batch of the queue, each message the slug of a story
 */
export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  try {
    const slugs = event.Records.flatMap(({ body }) => slugIn(body) ?? []);
    const stories = (await records.storiesNamed(slugs)).filter(({ isOlder }) => !isOlder);
    const ports = await portsFor(stories, context.getRemainingTimeInMillis());
    // Several feeds nudge the same story: it is read once.
    const done = new Map<string, Promise<void>>();
    return await processPartialResponse(
      event,
      toldWhenItFails(async ({ body }: SQSRecord) => {
        const { story: slug, runId } = v.parse(NUDGE, JSON.parse(body));
        const story = stories.find(({ baseline }) => baseline.story === slug);
        // What is not watched any more needs nothing; one that is read by the rules now has only its queue to empty.
        if (!story) return;
        const work = done.get(slug) ?? readStory(slug, runId, ports);
        done.set(slug, work);
        await work;
      }),
      new BatchProcessor(EventType.SQS),
      { context },
    );
  } finally {
    publishMetrics();
  }
}

/** The story that a message tells of; null where it is no nudge. */
function slugIn(body: string): string | null {
  try {
    return v.parse(NUDGE, JSON.parse(body)).story;
  } catch {
    return null;
  }
}

/** @param leftMs so many milliseconds the function may still take */
async function portsFor(stories: readonly Story[], leftMs: number): Promise<ReadWaitingPorts> {
  const key = await providerKey();
  const limitsOf = limitsBy(
    settings,
    stories.map(({ baseline }) => baseline),
  );
  const now = () => new Date();
  const end = performance.now() + leftMs;
  const signal = AbortSignal.timeout(Math.max(0, leftMs - NOTING_MS));
  // Every request on its way listens to it.
  setMaxListeners(0, signal);
  const readers = new Map<string, Reader>();
  const nameOf = (story: Story) => JSON.stringify(readerOfStory(story, settings));
  for (const story of stories) {
    const named = readerOfStory(story, settings);
    if (readers.has(nameOf(story))) continue;
    const context = { settings, answers: records, budget: records, limitsOf, key, now, used: measure, note };
    readers.set(
      nameOf(story),
      isHosted(named) ? await openHosted(named, context) : rulesReader(createDeadline()),
    );
  }
  return {
    records,
    readerOf: (story) => {
      const reader = readers.get(nameOf(story));
      if (!reader)
        throw new Error(
          `The story "${story.baseline.story}" has another reader now: it is read by the next call`,
        );
      return reader;
    },
    meanwhile: settings.meanwhile === 'rules' ? rulesReader(createDeadline()) : null,
    now,
    leaseMs,
    hasTime: () => end - performance.now() > NOTING_MS + 1000 * settings.timeoutSeconds,
    signal,
  };
}

async function readStory(story: string, runId: string, ports: ReadWaitingPorts): Promise<void> {
  const { lags, unread, ...counts } = await readWaiting(story, ports);
  logger.info('Read', { runId, story, ...counts, unread: unread.length, why: unread[0]?.why });
  metrics.addMetric('Records', MetricUnit.Count, counts.changes);
  metrics.addMetric('ItemsUnread', MetricUnit.Count, unread.length);
  for (const lag of lags) metrics.addMetric('RecordLag', MetricUnit.Seconds, lag);
}

function measure({ cost }: Used): void {
  metrics.addMetric('ModelRequests', MetricUnit.Count, 1);
  metrics.addMetric('ModelDollars', MetricUnit.NoUnit, (cost ?? 0) / 1e6);
}

function note(text: string): void {
  logger.warn(text);
}
