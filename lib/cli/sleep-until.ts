import { setTimeout as sleep } from 'node:timers/promises';

/** The clock is looked at so often: a timer does not go on while a machine is suspended, in milliseconds. */
const SLICE_MS = 20_000;

/** Ends at a time of the machine's clock, soon after it wakes where that has gone by, or at once when it is ended. */
export async function sleepUntil(time: Date, ended: AbortSignal): Promise<void> {
  for (;;) {
    const left = time.getTime() - Date.now();
    if (left <= 0 || ended.aborted) return;
    await sleep(Math.min(left, SLICE_MS), undefined, { signal: ended }).catch(() => {});
  }
}
