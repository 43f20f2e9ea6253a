import { createHistogram } from 'node:perf_hooks';

/** How freely the process ran lately. */
export type LoopSigns = {
  /** How late it came to its work, of the last minute or two: 99 of 100 times at most this, and at the worst. */
  readonly p99Ms: number;
  readonly maxMs: number;
  /** How often it stood still for more than a quarter of a second in the last minute, and how long at the longest. */
  readonly standstills: { readonly count: number; readonly longestMs: number; readonly firstAgoMs: number };
};

export interface LoopLog {
  warn(message: string, fields?: object): void;
}

export type LoopOptions = {
  readonly log: LoopLog;
  /** A clock that never goes back, in milliseconds. */
  readonly steady?: () => number;
};

/** A delay longer than this is a standstill, in milliseconds: people notice it, and Slack's three seconds begin to count. */
export const STANDSTILL_MS = 250;
const LOOK_EVERY_MS = 20;
const MINUTE_MS = 60_000;
const LONGEST_MS = 86_400_000;

/**
 * Notes how late the process comes to its work, and says when it stood still. Why it did cannot be known from inside: its
 * own long work, a machine under load and a process that was stopped by a signal look the same.
 *
 * `perf_hooks.monitorEventLoopDelay` is not used: read and reset once a second, it forgets the stretch that
 * is under way at the reset, which may be the very standstill.
 */
export function createLoopRecord({ log, steady = () => performance.now() }: LoopOptions) {
  // In whole milliseconds.
  const newMinute = () => createHistogram({ lowest: 1, highest: LONGEST_MS, figures: 3 });
  let [before, current] = [newMinute(), newMinute()];
  let minuteAt = steady();
  let lookedAt = minuteAt;
  let standstills: readonly { readonly at: number; readonly forMs: number }[] = [];
  let saidAt = Number.NEGATIVE_INFINITY;
  let unsaid: readonly number[] = [];

  const say = (tick: number): void => {
    if (unsaid.length === 0 || tick - saidAt < MINUTE_MS) return;
    const forMs = Math.max(...unsaid);
    log.warn('the process stood still', { forMs, ...(unsaid.length > 1 && { times: unsaid.length }) });
    saidAt = tick;
    unsaid = [];
  };

  /** To be called every 20 ms; whatever it comes later by is delay. */
  const look = (): void => {
    const tick = steady();
    const delayMs = Math.max(Math.round(tick - lookedAt - LOOK_EVERY_MS), 0);
    lookedAt = tick;
    if (tick - minuteAt >= MINUTE_MS) {
      [before, current] = [current, newMinute()];
      minuteAt = tick;
    }
    // It counts from one.
    current.record(Math.min(Math.max(delayMs, 1), LONGEST_MS));
    if (delayMs > STANDSTILL_MS) {
      standstills = [...standstills.filter((one) => tick - one.at < MINUTE_MS), { at: tick, forMs: delayMs }];
      unsaid = [...unsaid, delayMs];
    }
    say(tick);
  };

  const signs = (): LoopSigns => {
    const tick = steady();
    const lately = standstills.filter((one) => tick - one.at < MINUTE_MS);
    return {
      p99Ms: Math.max(before.percentile(99), current.percentile(99)),
      maxMs: Math.max(before.max, current.max),
      standstills: {
        count: lately.length,
        longestMs: Math.max(0, ...lately.map((one) => one.forMs)),
        firstAgoMs: tick - (lately[0]?.at ?? tick),
      },
    };
  };

  return { look, signs };
}

export type LoopWatch = { readonly signs: () => LoopSigns; readonly stop: () => void };

/** Watches the event loop of this process until it is stopped. */
export function watchEventLoop(options: LoopOptions): LoopWatch {
  const { look, signs } = createLoopRecord(options);
  const timer = setInterval(look, LOOK_EVERY_MS);
  return { signs, stop: () => clearInterval(timer) };
}
