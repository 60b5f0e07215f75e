import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import pLimit from 'p-limit';
import type { FeedState } from '../lib/model/feed.ts';
import { failureKeptUntil } from '../lib/monitor/feed-state.ts';
import { conditionNews, conditionsOf, newlyFailing, type WorkSeen } from '../lib/monitor/operation.ts';
import type { Records } from '../lib/monitor/ports.ts';
import { asciiSubject } from '../lib/view/announcement/text.ts';
import { operationMessage } from '../lib/view/operation.ts';
import { required } from './environment.ts';
import { logger, tracer } from './telemetry.ts';

let sns: SNSClient | undefined;
const stack = required('STACK');
const TopicArn = required('ALARMS_TOPIC_ARN');
const settings = { zone: required('ZONE'), table: required('TABLE_NAME') };

/** What a dispatch has seen. */
export type Seen = Omit<WorkSeen, 'notes' | 'channelsOff'> & { readonly channels: readonly string[] };

/** So many notes are written at a time. */
const NOTES_AT_ONCE = 20;

/** Tells whoever operates the deployment what is wrong, each condition and each failing feed once, and what is over. */
export async function lookAtWork(seen: Seen, records: Records, now: Date): Promise<void> {
  const failing = [...seen.states.values()].filter(({ failure }) => failure);
  const notes = await records.failureNotes(failing.map(({ id }) => id));
  const channelsOff = seen.channels.length > 0 ? await channelsOffIn(records, seen.channels) : [];
  const work = { ...seen, notes, channelsOff };
  const kept = (await records.operationState(stack))?.held ?? [];
  const { begun, over, held } = conditionNews(conditionsOf(work, now), kept, { now, ...seen });
  const newly = newlyFailing(work, now);
  if (begun.length + over.length + newly.length > 0) {
    const { subject, text } = operationMessage({ stack, begun, over, failing: newly }, settings);
    sns ??= tracer.captureAWSv3Client(new SNSClient({}));
    await sns.send(new PublishCommand({ TopicArn, Subject: asciiSubject(subject), Message: text }));
    logger.warn('Told of', { subject, begun, over, failing: newly.length });
  }
  // What was told is noted after it was: where this breaks off it is told again rather than not at all.
  await pLimit(NOTES_AT_ONCE).map(newly, ({ state }) => noteTold(state, records, now));
  const { everyMinutes } = seen;
  await records.saveOperationState(stack, { held, checkedAt: now.toISOString(), everyMinutes });
}

async function channelsOffIn(records: Records, channels: readonly string[]): Promise<string[]> {
  const states = await records.channelStates();
  return states.map(({ name }) => name).filter((name) => channels.includes(name));
}

async function noteTold({ id, failure }: FeedState, records: Records, now: Date): Promise<void> {
  if (!failure) return;
  const note = { id, since: failure.since, toldAt: now.toISOString(), acknowledged: null };
  await records.saveFailureNote(note, failureKeptUntil(now));
}
