/** Runs a task `afterMs` milliseconds from now; the answer takes it back. */
export type Schedule = (afterMs: number, task: () => void) => () => void;

/** The machine's own timer. It is unref'd: a row that is still due must not keep a process alive. */
export const realSchedule: Schedule = (afterMs, task) => {
  // Node drops fractions and may fire a millisecond early by the wall clock; a row must not arrive before its moment.
  const timer = setTimeout(task, Math.ceil(afterMs) + 1);
  timer.unref();
  return () => clearTimeout(timer);
};

/** A schedule that remembers what is due. */
export type Timers = {
  readonly after: Schedule;
  /** Takes back everything that is due, and takes nothing new. */
  readonly stop: () => void;
};

/** Wraps a schedule, so that its owner can take back all that it has asked for. */
export function ownTimers(schedule: Schedule = realSchedule): Timers {
  const due = new Set<() => void>();
  let stopped = false;
  return {
    after(afterMs, task) {
      if (stopped) return () => {};
      const cancelTimer = schedule(Math.max(0, afterMs), () => {
        due.delete(cancel);
        task();
      });
      const cancel = () => {
        due.delete(cancel);
        cancelTimer();
      };
      due.add(cancel);
      return cancel;
    },
    stop() {
      stopped = true;
      for (const cancel of [...due]) cancel();
    },
  };
}
