import { readFile } from 'node:fs/promises';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import * as v from 'valibot';
import { parseBaseline } from '../lib/model/parse-baseline.ts';
import { byDeployment } from '../lib/model/putter.ts';
import { parseReaderSettings } from '../lib/model/reader-settings.ts';
import { storyOf } from '../lib/monitor/story.ts';
import { openStores } from './clients.ts';
import { required } from './environment.ts';
import { logger } from './telemetry.ts';

const { records } = openStores();

/** What a deployment tells besides its stories, which travel with the function. */
const PROPERTIES = v.object({
  Stack: v.string(),
  /** The readers' settings, and the names of the readers and channels that stories may name, in JSON. */
  Deployment: v.pipe(
    v.string(),
    v.parseJson(),
    v.object({ settings: v.unknown(), readers: v.array(v.string()), channels: v.array(v.string()) }),
  ),
});

/** Puts the stories of a deployment into the table; those that it had and has no more are retired, with all their records. */
export async function handler(event: CloudFormationCustomResourceEvent): Promise<void> {
  try {
    // Deleting the stack leaves the table, and what is in it, alone.
    if (event.RequestType !== 'Delete') {
      const { Stack, Deployment } = v.parse(PROPERTIES, event.ResourceProperties);
      await loadStories(Stack);
      const settings = parseReaderSettings(Deployment.settings);
      if ('faults' in settings) throw new Error(settings.faults.join('; '));
      await records.saveDeployment({ ...Deployment, stack: Stack, settings });
    }
    await answer(event, 'SUCCESS');
  } catch (error) {
    logger.error('The stories could not be loaded', error as Error);
    await answer(event, 'FAILED', error instanceof Error ? error.message : String(error));
  }
}

async function loadStories(stack: string): Promise<void> {
  const file = new URL(required('STORIES_FILE'), import.meta.url);
  const stories = v.parse(v.array(v.unknown()), JSON.parse(await readFile(file, 'utf8')));
  const baselines = stories.map((story, i) => parseBaseline(story, `story ${i + 1} of the deployment`));
  const by = byDeployment(stack);
  const kept = await records.everyStory();
  // What version 0.1.0 left was put by the one deployment there was.
  const isOwn = (putBy: string | null) => putBy === null || putBy === by;
  const slugs = new Set(baselines.map(({ story }) => story));
  const others = kept.filter(
    ({ baseline, putBy, isRetired }) => slugs.has(baseline.story) && !isOwn(putBy) && !isRetired,
  );
  if (others.length > 0)
    throw new Error(
      `${others.map(({ baseline, putBy }) => `${baseline.story} (put by ${putBy})`).join(', ')}: found in the table already, expected stories of this deployment alone; give them other slugs in baseline/, or retire those first with claimwatch stories retire`,
    );
  for (const baseline of baselines) await records.saveStory(storyOf(baseline), { by, quietSince: null });
  const retired = kept
    .filter(({ baseline, putBy, isRetired }) => isOwn(putBy) && !isRetired && !slugs.has(baseline.story))
    .map(({ baseline }) => baseline.story);
  for (const slug of retired) await records.retireStory(slug);
  logger.info('Stories loaded', { watched: [...slugs], retired });
}

/** CloudFormation takes an answer of up to 4 KB. */
const REASON_LENGTH = 2_000;

/** Tells CloudFormation how it went, at the address that the event gives. */
async function answer(
  event: CloudFormationCustomResourceEvent,
  status: 'SUCCESS' | 'FAILED',
  reason = 'The stories are loaded',
): Promise<void> {
  const { StackId, RequestId, LogicalResourceId, ResponseURL } = event;
  const response = await fetch(ResponseURL, {
    method: 'PUT',
    headers: { 'content-type': '' },
    body: JSON.stringify({
      Status: status,
      Reason: reason.slice(0, REASON_LENGTH),
      PhysicalResourceId: 'stories',
      StackId,
      RequestId,
      LogicalResourceId,
    }),
  });
  if (!response.ok) throw new Error(`CloudFormation refused the answer: ${response.status}`);
}
