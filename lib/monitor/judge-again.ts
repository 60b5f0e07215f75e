import pLimit from 'p-limit';
import type { KeptStory, Stories } from './ports.ts';
import { NOTHING_RECORDED, type Recorded, type RecorderPorts, recordKept, together } from './recorder.ts';

/** So many items are recorded at a time. */
const ITEMS_AT_ONCE = 8;

/** Holds what is kept of a story's items against its claims as they are now; a run that breaks off is made again. */
export async function judgeAgain(
  story: KeptStory,
  ports: RecorderPorts & { readonly records: Stories },
): Promise<Recorded> {
  const slug = story.baseline.story;
  const limit = pLimit(ITEMS_AT_ONCE);
  const items = await ports.records.keptItems(slug, ports.now());
  const recorded = await Promise.all(items.map((item) => limit(() => recordKept(item, story, ports))));
  await ports.records.noteJudged(slug, story.digest);
  return recorded.reduce(together, NOTHING_RECORDED);
}
