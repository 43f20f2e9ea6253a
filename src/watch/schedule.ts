import { createTask } from 'node-cron';
import type { Instant, PlaceId } from '../door/ids.ts';
import type { Problem } from '../door/problem.ts';
import { startBeat } from './beat.ts';

/** What the schedule says of itself. */
export interface ScheduleLog {
  info(message: string, fields?: object): void;
  warn(message: string, fields?: object): void;
  error(message: string, fields?: object): void;
}

export type ScheduleOptions = {
  readonly places: readonly PlaceId[];
  /** A node-cron pattern with seconds. */
  readonly pattern: string;
  readonly poll: (place: PlaceId, signal: AbortSignal) => Promise<Problem | undefined>;
  /** Hears how each poll ended: with a problem, or seeing. */
  readonly onPolled?: (place: PlaceId, problem: Problem | undefined) => void;
  /** Called about once a second for as long as the schedule lives. */
  readonly onLook?: () => void;
  readonly log: ScheduleLog;
  readonly now: () => Instant;
  /** Polls under way at once, at most. */
  readonly atOnce?: number;
  /** A tick that takes longer is given up and reported, in milliseconds. */
  readonly deadlineMs?: number;
};

export type Schedule = {
  /** How long it is until the pattern has come round so many times, in milliseconds. */
  readonly untilRunMs: (runs: number) => number;
  readonly stop: () => Promise<void>;
};

/** Polls every place at the pattern's pace: spread over the period, never two at once for a place, each with a deadline. */
export function startSchedule(options: ScheduleOptions): Schedule {
  const {
    places,
    pattern,
    poll,
    onPolled = () => {},
    onLook = () => {},
    log,
    now,
    atOnce = 4,
    deadlineMs = 30_000,
  } = options;
  const stopping = new AbortController();
  const gate = openGate(atOnce);
  const running = new Set<PlaceId>();
  const underWay = new Set<Promise<void>>();
  const said = new Map<PlaceId, string>();
  // By the monotonic clock: the wall's may be put back, and a pause of seconds would last an hour.
  let pausedUntil = 0;

  const tick = async (place: PlaceId): Promise<void> => {
    if (running.has(place) || stopping.signal.aborted) return;
    running.add(place);
    const leave = await gate();
    try {
      if (stopping.signal.aborted || performance.now() < pausedUntil) return;
      const problem = await withDeadline((signal) => poll(place, signal), deadlineMs, stopping.signal);
      if (problem?.kind === 'rate-limited') pausedUntil = performance.now() + problem.retryAfterMs;
      sayOnce(place, problem);
      onPolled(place, problem);
    } catch (error) {
      if (stopping.signal.aborted) return;
      log.error('a poll failed', { place, error: String(error) });
      // Whatever broke: nobody saw what happened at the place.
      onPolled(place, { kind: 'unreachable', detail: 'the poll broke, the log says why' });
    } finally {
      leave();
      running.delete(place);
    }
  };

  /** A problem that lasts is said when it begins and when it ends, not at every tick. */
  const sayOnce = (place: PlaceId, problem: Problem | undefined): void => {
    const before = said.get(place);
    if (problem === undefined) {
      if (before !== undefined) log.info('the place is seen again', { place });
      said.delete(place);
    } else if (before !== problem.kind) {
      log.warn('the place cannot be seen', { place, problem });
      said.set(place, problem.kind);
    }
  };

  const begin = (place: PlaceId): void => {
    const run = tick(place).finally(() => underWay.delete(run));
    underWay.add(run);
  };

  const timers = new Set<NodeJS.Timeout>();
  // Never started: node-cron knows when the pattern comes round, and the beat keeps to it whatever the clock does.
  const task = createTask(pattern, () => undefined, { name: 'polls' });
  for (const place of places) begin(place);

  const period = periodMs(task.getNextRuns(2));
  const offsetMs = (index: number): number => Math.floor((index * Math.min(period, 60_000)) / places.length);
  const later = (place: PlaceId, waitMs: number): void => {
    if (waitMs === 0) {
      begin(place);
      return;
    }
    const timer = setTimeout(() => {
      timers.delete(timer);
      begin(place);
    }, waitMs);
    timers.add(timer);
  };

  const untilRunMs = (runs: number): number =>
    (task.getNextRuns(runs)[runs - 1]?.getTime() ?? Number.POSITIVE_INFINITY) - Date.now();

  const stopBeat = startBeat({
    now,
    onLook,
    waitMs: () => untilRunMs(1),
    beat: () => {
      for (const [index, place] of places.entries()) later(place, offsetMs(index));
    },
  });

  return {
    untilRunMs,
    stop: async () => {
      stopping.abort();
      stopBeat();
      for (const timer of timers) clearTimeout(timer);
      await task.destroy();
      await Promise.all(underWay);
    },
  };
}

/** A run that never settles would hold its place for ever, so a deadline settles it whatever the run does. */
async function withDeadline<Value>(
  run: (signal: AbortSignal) => Promise<Value>,
  deadlineMs: number,
  stopping: AbortSignal,
): Promise<Value> {
  const deadline = new AbortController();
  const signal = AbortSignal.any([deadline.signal, stopping]);
  const late = Promise.withResolvers<never>();
  let grace: NodeJS.Timeout | undefined;
  // The run is told first and has a second to hand over what it has read.
  const giveUp = (): void => {
    grace = setTimeout(() => late.reject(new Error(`gave up after ${deadlineMs} ms`)), 1_000);
  };
  signal.addEventListener('abort', giveUp, { once: true });
  const timer = setTimeout(() => deadline.abort(), deadlineMs);
  try {
    return await Promise.race([run(signal), late.promise]);
  } finally {
    signal.removeEventListener('abort', giveUp);
    clearTimeout(timer);
    clearTimeout(grace);
  }
}

/** Lets at most `places` through at once; the others wait in the order they came. */
function openGate(places: number): () => Promise<() => void> {
  let free = places;
  const waiting: (() => void)[] = [];
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return async () => {
    if (free > 0) free -= 1;
    else await new Promise<void>((enter) => waiting.push(enter));
    return leave;
  };
}

function periodMs(runs: readonly Date[]): number {
  const [first, second] = runs;
  return first === undefined || second === undefined ? 5_000 : second.getTime() - first.getTime();
}
