import { readFile } from 'node:fs/promises';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import * as v from 'valibot';
import type { KnownChannel } from '../lib/model/deployment.ts';
import { parseBaseline } from '../lib/model/parse-baseline.ts';
import { byDeployment, ownerOtherThan } from '../lib/model/putter.ts';
import { parseReaderSettings } from '../lib/model/reader-settings.ts';
import { WANTED } from '../lib/model/route.ts';
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
    v.object({
      settings: v.unknown(),
      readers: v.array(v.string()),
      channels: v.array(v.object({ name: v.string(), ...WANTED })),
    }),
  ),
});

/** Puts the stories of a deployment into the table; those that it had and has no more are retired, with all their records. */
export async function handler(event: CloudFormationCustomResourceEvent): Promise<void> {
  try {
    const { Stack, Deployment } = v.parse(PROPERTIES, event.ResourceProperties);
    if (event.RequestType === 'Delete') {
      // Deleting the stack leaves the table, and the stories in it, alone.
      await records.removeDeployment(Stack);
    } else {
      const settings = parseReaderSettings(Deployment.settings);
      if ('faults' in settings) throw new Error(settings.faults.join('; '));
      await loadStories(Stack);
      const channels = await since(Stack, Deployment.channels);
      await records.saveDeployment({ ...Deployment, stack: Stack, settings, channels });
    }
    await answer(event, 'SUCCESS');
  } catch (error) {
    logger.error('The stories could not be loaded', error as Error);
    await answer(event, 'FAILED', error instanceof Error ? error.message : String(error));
  }
}

/** A channel that a deployment gets later is not told what was found before. */
async function since(
  stack: string,
  channels: readonly Omit<KnownChannel, 'since'>[],
): Promise<KnownChannel[]> {
  const before = (await records.deployments()).find((each) => each.stack === stack);
  const now = new Date().toISOString();
  return channels.map((channel) => {
    const known = before?.channels.find(({ name }) => name === channel.name);
    return { ...channel, since: known ? known.since : before ? now : null };
  });
}

async function loadStories(stack: string): Promise<void> {
  const file = new URL(required('STORIES_FILE'), import.meta.url);
  const stories = v.parse(v.array(v.unknown()), JSON.parse(await readFile(file, 'utf8')));
  const baselines = stories.map((story, i) => parseBaseline(story, `story ${i + 1} of the deployment`));
  const by = byDeployment(stack);
  const kept = await records.everyStory();
  const slugs = new Set(baselines.map(({ story }) => story));
  const others = kept.flatMap((story) => {
    const owner = slugs.has(story.baseline.story) ? ownerOtherThan(by, story) : null;
    return owner === null ? [] : [`${story.baseline.story} (put by ${owner})`];
  });
  if (others.length > 0)
    throw new Error(
      `${others.join(', ')}: found in the table already, expected stories of this deployment alone; give them other slugs in baseline/, or first retire what a command put (claimwatch stories retire) and take what another deployment put out of that one`,
    );
  // Whoever put them: nobody reads or tells of what an older version left before it is brought up.
  for (const story of kept)
    if (story.isOlder && !slugs.has(story.baseline.story)) await records.saveStory(story);
  for (const baseline of baselines) await records.saveStory(storyOf(baseline), { by, quietSince: null });
  const retired = kept
    .filter(
      (story) => !story.isRetired && ownerOtherThan(by, story) === null && !slugs.has(story.baseline.story),
    )
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
