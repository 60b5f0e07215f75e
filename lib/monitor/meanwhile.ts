import type { Reader } from '../model/answer.ts';
import type { Story } from '../model/story.ts';
import type { TakenItem } from './ports.ts';
import {
  groupByFeed,
  NOTHING_RECORDED,
  type Recorded,
  type RecorderPorts,
  recordGroups,
} from './recorder.ts';

export interface MeanwhilePorts extends RecorderPorts {
  /** What judges meanwhile the items that could not be asked about; null for nobody. */
  readonly meanwhile: Reader | null;
}

/** Lets another reader judge what could not be asked about, once each. @returns the reader's id, where it judged */
export async function judgeMeanwhile(
  story: Story,
  failed: readonly TakenItem[],
  ports: MeanwhilePorts,
): Promise<{ readonly recorded: Recorded; readonly by: string | null }> {
  const { meanwhile } = ports;
  if (!meanwhile) return { recorded: NOTHING_RECORDED, by: null };
  const items = failed.filter((each) => each.meanwhile !== meanwhile.id).map(({ item }) => item);
  const recorded = await recordGroups(groupByFeed(story, items), meanwhile, ports);
  return { recorded, by: meanwhile.id };
}
