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
  const items = await ports.records.keptItems(slug, ports.now());
  let recorded = NOTHING_RECORDED;
  for (let i = 0; i < items.length; i += ITEMS_AT_ONCE) {
    // Where one fails the others end first: nothing is written after the failure is told.
    const settled = await Promise.allSettled(
      items.slice(i, i + ITEMS_AT_ONCE).map((item) => recordKept(item, story, ports)),
    );
    for (const each of settled) {
      if (each.status === 'rejected') throw each.reason;
      recorded = together(recorded, each.value);
    }
  }
  await ports.records.noteJudged(slug, story.digest);
  return recorded;
}
