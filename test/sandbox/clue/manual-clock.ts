import type { Schedule } from '../../../src/sandbox/clue/timers.ts';

/** A clock that moves only when a test moves it. */
export type ManualClock = {
  readonly now: () => number;
  readonly schedule: Schedule;
  /** Moves on, and does on its way what falls due, each task at its own moment. */
  readonly advance: (ms: number) => void;
  /** How many tasks are still due. */
  readonly due: () => number;
};

export function manualClock(startsAt = Date.parse('2026-11-20T09:00:00Z')): ManualClock {
  let time = startsAt;
  let tasks: { readonly at: number; readonly task: () => void }[] = [];
  return {
    now: () => time,
    schedule(afterMs, task) {
      const entry = { at: time + afterMs, task };
      tasks.push(entry);
      return () => {
        tasks = tasks.filter((other) => other !== entry);
      };
    },
    advance(ms) {
      const until = time + ms;
      for (;;) {
        const next = tasks.filter((entry) => entry.at <= until).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        tasks = tasks.filter((other) => other !== next);
        time = Math.max(time, next.at);
        next.task();
      }
      time = until;
    },
    due: () => tasks.length,
  };
}
