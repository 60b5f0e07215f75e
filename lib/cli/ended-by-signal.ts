/** A watch that Ctrl-C, or the system, ends: after what is under way, and at the second time at once. */
export function endedBySignal(note: (text: string) => void) {
  const controller = new AbortController();
  let isBusy = false;
  const stop = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
    if (isBusy) note('Ending after the check under way; Ctrl-C once more ends at once');
  };
  for (const name of SIGNALS) process.on(name, stop);
  return {
    ended: controller.signal,
    /** Work that is finished first: whoever ends it meanwhile is told. */
    finishing: async <T>(work: () => Promise<T>): Promise<T> => {
      isBusy = true;
      return work().finally(() => {
        isBusy = false;
      });
    },
    /** Leaves signals to what they did before. */
    leave: () => {
      for (const name of SIGNALS) process.off(name, stop);
    },
  };
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
