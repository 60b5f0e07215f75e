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

/** Lets another reader judge what could not be asked about, once: nothing takes the place of what was found before. Its records are marked. */
export async function judgeMeanwhile(
  story: Story,
  failed: readonly TakenItem[],
  ports: MeanwhilePorts,
): Promise<Recorded> {
  const { meanwhile } = ports;
  if (!meanwhile) return NOTHING_RECORDED;
  const items = failed.filter(({ isAgain }) => !isAgain).map(({ item }) => item);
  return recordGroups(groupByFeed(story, items), meanwhile, { ...ports, isMeanwhile: true });
}
