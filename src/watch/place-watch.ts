import type { DoorEvent } from '../door/event.ts';
import { compareEventIds, type Instant, type PlaceId } from '../door/ids.ts';
import type { Problem } from '../door/problem.ts';
import type { Zone } from '../door/zone.ts';
import type { Kind } from '../incident/kinds/kind.ts';
import { type Effect, type PlaceMessage, type PlaceState, updatePlace } from '../incident/place.ts';
import type { Subscription } from '../incident/subscription.ts';
import { type Desk, openDesk, type Store } from './desk.ts';
import { type EventSource, type Reading, readPlace } from './poll.ts';

/** A reading goes down to the memory's floor at least so often, in milliseconds. */
const DEEP_EVERY_MS = 60_000;
/** A reading that takes longer hands over what it has, in milliseconds: what happens now must not wait for a long past. */
const READ_MS = 10_000;
/** Rows that the desk takes at once, at most: more would hold up everything else that the bot does. */
const ROWS_AT_ONCE = 1_000;

export type PlaceWatchOptions = {
  readonly place: PlaceId;
  readonly initial: PlaceState;
  readonly source: EventSource;
  readonly store: Store;
  readonly kinds: readonly Kind[];
  /** The zone of the place's own clock. */
  readonly zone: Zone;
  /** One snapshot of the subscriptions is taken per tick. */
  readonly subscriptions: () => readonly Subscription[];
  readonly now: () => Instant;
  readonly run: (effect: Effect) => void;
  /** Hears what each reading brought, and when it began, before the desk does. It must not throw. */
  readonly onReading?: (reading: Reading, at: Instant) => void;
  /** A clock that is never put back, in milliseconds. */
  readonly steady?: () => number;
};

/** How the watching of one place goes. */
export type PlaceHealth = {
  readonly lastPollAt?: Instant;
  readonly lastGoodPollAt?: Instant;
  readonly problem?: Problem;
};

export type PlaceWatch = {
  readonly desk: Desk<PlaceState, PlaceMessage>;
  readonly health: () => PlaceHealth;
  /** Reads once and tells the desk. Answers with the problem that kept it from seeing, if there was one. */
  readonly poll: (signal: AbortSignal) => Promise<Problem | undefined>;
};

/** Watches one place: its desk, and the reading that feeds it. */
export function watchPlace(options: PlaceWatchOptions): PlaceWatch {
  const { place, source, kinds, zone, subscriptions, now, run, onReading = () => {} } = options;
  const { steady = () => performance.now() } = options;
  let held: Effect[] | undefined;
  const desk = openDesk<PlaceState, PlaceMessage, Effect>({
    name: `place/${place}`,
    initial: options.initial,
    update: (state, message, at) => updatePlace(state, message, at, kinds, zone),
    store: options.store,
    now,
    run: (effect) => {
      if (held === undefined) run(effect);
      else held.push(effect);
    },
  });
  let health: PlaceHealth = {};
  let lastTotal: number | undefined;
  let lastDeepAt: Instant | undefined;
  let resumeAt = 0;
  /** The first sight of the place, until the store has taken it. */
  let firstSight: Reading | undefined;

  /**
   * Hands the desk what was read, oldest first, in parts of bounded size. What is to be told waits for the last part: an
   * incident that lies across two of them is not told as one that goes on, and many are seen to be many.
   */
  const handOver = async ({ events, complete, olderRowsExist }: Reading): Promise<void> => {
    const hears = subscriptions();
    const effects: Effect[] = [];
    held = effects;
    try {
      const parts = inParts(events);
      for (const [index, part] of parts.entries()) {
        await desk.send({
          kind: 'rows-seen',
          events: part,
          complete: complete && index === parts.length - 1,
          olderRowsExist,
          subscriptions: hears,
        });
      }
    } finally {
      held = undefined;
      effects.forEach(run);
    }
  };

  /** Hands over a first sight that the store did not take, as it was: what happened since is news, not the past. */
  const keepFirstSight = async (): Promise<void> => {
    if (firstSight !== undefined) await handOver(firstSight);
    firstSight = undefined;
  };

  const poll = async (signal: AbortSignal): Promise<Problem | undefined> => {
    await keepFirstSight();
    const startedAt = now();
    const readUntil = steady() + READ_MS;
    const deep = lastDeepAt === undefined || Math.abs(startedAt - lastDeepAt) >= DEEP_EVERY_MS;
    const reading = await readPlace({
      source,
      state: desk.state(),
      deep,
      lastTotal,
      resumeAt,
      signal,
      isEnough: () => steady() >= readUntil,
    });
    const { problem } = reading;
    onReading(reading, startedAt);
    health = { ...health, lastPollAt: startedAt, ...(problem !== undefined && { problem }) };
    // A reading that saw nothing at all must not let time pass: a burst is not over because we are blind.
    if (reading.pages === 0) return problem;
    if (desk.state().watchingSince === undefined) {
      firstSight = reading;
      await keepFirstSight();
    } else {
      await handOver(reading);
    }
    resumeAt = reading.resumeAt;
    if (problem !== undefined) return problem;
    health = { lastPollAt: startedAt, lastGoodPollAt: startedAt };
    if (!reading.complete) return undefined;
    lastTotal = reading.total;
    if (reading.deep) lastDeepAt = startedAt;
    return undefined;
  };

  return { desk, health: () => health, poll };
}

/** Rows that came newest first, each once, in parts: the oldest part first, each of them newest first. */
function inParts(events: readonly DoorEvent[]): readonly (readonly DoorEvent[])[] {
  if (events.length <= ROWS_AT_ONCE) return [events];
  const rows = [...new Map(events.map((event) => [event.id, event])).values()].sort((a, b) =>
    compareEventIds(b.id, a.id),
  );
  const parts = Math.ceil(rows.length / ROWS_AT_ONCE);
  return Array.from({ length: parts }, (_, index) =>
    rows.slice(-ROWS_AT_ONCE * (index + 1), rows.length - ROWS_AT_ONCE * index),
  );
}
