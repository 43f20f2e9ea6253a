import type { Step } from '../incident/card.ts';
import type { Severity } from '../incident/severity.ts';

/** The announcer's speed. Slack allows one post a second per channel and 50 updates a minute per workspace. */
export type Pace = {
  readonly postEveryMs: number;
  readonly updateCardEveryMs: number;
  readonly updatesPerMinute: number;
  readonly searchAgainAfterMs: number;
  readonly refusedRetryMs: number;
  /** Cards that would wait longer than this for their turn are told by one message. */
  readonly crowdedAfterMs: number;
};

export const PACE: Pace = {
  postEveryMs: 1_000,
  updateCardEveryMs: 3_000,
  updatesPerMinute: 40,
  searchAgainAfterMs: 3_000,
  refusedRetryMs: 60_000,
  crowdedAfterMs: 10_000,
};

/** One channel's turns, and one card's in it; moments of the monotonic clock. */
export type LaneTimes = { notBefore: number; lastPostAt: number };
export type JobTimes = { notBefore: number; touchedAt: number };

/** What part of the updates a minute a severity may use: the rest is kept for what matters more. */
const SHARE: Readonly<Record<Severity, number>> = { calm: 0.7, notable: 0.9, severe: 1 };

/** How a call went: Slack answered, it did not, or a post's answer was lost and its search will tell which of the two. */
export type Answered = 'answered' | 'doubtful' | 'away';

/** Before the process began. */
export const NEVER = Number.NEGATIVE_INFINITY;

/** One second, two, four, and five from then on. */
export const backoffMs = (failures: number): number => Math.min(1_000 * 2 ** (failures - 1), 5_000);

/** When which step may be taken: Slack's rates, what Slack asked for, and a Slack that is away for everybody at once. */
export function createTurns(pace: Pace) {
  let updates: readonly number[] = [];
  let updatesNotBefore = 0;
  let searchesNotBefore = 0;
  /** While Slack is away one lane looks whether it is back, and the others wait for what it finds. */
  let failures = 0;
  let isDoubted = false;
  let awayUntil = 0;
  let probing = 0;

  const nextUpdateAt = (tick: number, severity: Severity): number => {
    updates = updates.filter((time) => tick - time < 60_000);
    const allowed = Math.max(1, Math.floor(pace.updatesPerMinute * SHARE[severity]));
    const first = updates[updates.length - allowed];
    return Math.max(updatesNotBefore, first === undefined ? 0 : first + 60_000);
  };

  const isSuspect = (): boolean => failures > 0 || isDoubted;

  return {
    /** The moment from which the step may be taken. */
    at: (step: Step, lane: LaneTimes, job: JobTimes, severity: Severity, tick: number): number => {
      const own = Math.max(lane.notBefore, job.notBefore, awayUntil, isSuspect() && probing > 0 ? tick + 1_000 : 0);
      switch (step.do) {
        case 'nothing':
        case 'wait':
          return 0;
        case 'post':
        case 'reply':
          return Math.max(own, lane.lastPostAt + pace.postEveryMs);
        case 'update':
          return Math.max(own, job.touchedAt + pace.updateCardEveryMs, nextUpdateAt(tick, severity));
        default:
          return Math.max(own, searchesNotBefore);
      }
    },
    begun: (step: Step, lane: LaneTimes, tick: number): void => {
      probing += 1;
      if (step.do === 'post' || step.do === 'reply') lane.lastPostAt = tick;
      if (step.do === 'update') updates = [...updates, tick];
    },
    /** The call is over. */
    done: (answered: Answered, tick: number): void => {
      probing -= 1;
      isDoubted = answered === 'doubtful';
      if (answered === 'doubtful') return;
      failures = answered === 'away' ? failures + 1 : 0;
      awayUntil = answered === 'away' ? tick + backoffMs(failures) : 0;
    },
    /** Slack asked to wait: its rates are a method's own, so a search that must wait holds up no alert. */
    askedToWait: (step: Step, lane: LaneTimes, until: number): void => {
      if (step.do === 'post' || step.do === 'reply') lane.notBefore = until;
      else if (step.do === 'update') updatesNotBefore = until;
      else searchesNotBefore = until;
    },
    /** Whether Slack may be away, which the next call finds out. */
    isSuspect,
    /** How often in a row Slack gave no answer. */
    failures: (): number => failures,
  };
}
