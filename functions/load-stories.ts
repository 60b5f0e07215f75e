import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { parseBaseline } from '../lib/model/parse-baseline.ts';
import { storyOf } from '../lib/monitor/story.ts';
import { openStores } from './clients.ts';
import { logger } from './telemetry.ts';

const { records } = openStores();

/** Puts the stories of a deployment into the table; those that it has no more are retired, with all their records. */
export async function handler(event: CloudFormationCustomResourceEvent): Promise<void> {
  try {
    // Deleting the stack leaves the table, and what is in it, alone.
    if (event.RequestType !== 'Delete') await loadStories(JSON.parse(event.ResourceProperties['Stories']));
    await answer(event, 'SUCCESS');
  } catch (error) {
    logger.error('The stories could not be loaded', error as Error);
    await answer(event, 'FAILED', error instanceof Error ? error.message : String(error));
  }
}

async function loadStories(stories: readonly unknown[]): Promise<void> {
  const baselines = stories.map((story, i) => parseBaseline(story, `story ${i + 1} of the deployment`));
  const slugs = new Set(baselines.map(({ story }) => story));
  const known = await records.stories();
  for (const baseline of baselines) await records.saveStory(storyOf(baseline));
  const retired = known.map(({ baseline }) => baseline.story).filter((slug) => !slugs.has(slug));
  for (const slug of retired) await records.retireStory(slug);
  logger.info('Stories loaded', { watched: [...slugs], retired });
}

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
      Reason: reason,
      PhysicalResourceId: 'stories',
      StackId,
      RequestId,
      LogicalResourceId,
    }),
  });
  if (!response.ok) throw new Error(`CloudFormation refused the answer: ${response.status}`);
}
