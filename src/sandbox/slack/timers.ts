/** Timers that end together. */
export type Timers = {
  /** Runs `act` after `ms` milliseconds; the answer calls it off. */
  readonly after: (ms: number, act: () => void) => () => void;
  readonly clear: () => void;
};

/** Keeps all timers in one hand, so that a stopped workspace does nothing more and lets the process end. */
export function createTimers(): Timers {
  const running = new Set<NodeJS.Timeout>();
  return {
    after: (ms, act) => {
      const timer = setTimeout(() => {
        running.delete(timer);
        act();
      }, ms);
      running.add(timer);
      return () => {
        clearTimeout(timer);
        running.delete(timer);
      };
    },
    clear: () => {
      for (const timer of running) clearTimeout(timer);
      running.clear();
    },
  };
}
