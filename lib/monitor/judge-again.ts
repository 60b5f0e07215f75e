import type { KeptStory, Stories } from './ports.ts';
import { NOTHING_RECORDED, type Recorded, type RecorderPorts, recordItem, together } from './recorder.ts';

/** Holds what is kept of a story's items against its claims as they are now; a run that breaks off is made again. */
export async function judgeAgain(
  story: KeptStory,
  ports: RecorderPorts & { readonly records: Stories },
): Promise<Recorded> {
  const slug = story.baseline.story;
  let recorded = NOTHING_RECORDED;
  for (const item of await ports.records.keptItems(slug, ports.now()))
    recorded = together(recorded, await recordItem(item, story, ports));
  await ports.records.noteJudged(slug, story.digest);
  return recorded;
}
