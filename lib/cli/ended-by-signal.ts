/** A watch that Ctrl-C, or the system, ends: after what is under way, and at the second time at once. */
export function endedBySignal(note: (text: string) => void): {
  readonly ended: AbortSignal;
  /** Leaves signals to what they did before. */
  readonly end: () => void;
} {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
    note('Ending after what is under way; Ctrl-C once more ends at once');
  };
  for (const name of SIGNALS) process.on(name, stop);
  return {
    ended: controller.signal,
    end: () => {
      for (const name of SIGNALS) process.off(name, stop);
    },
  };
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
