import type { Instant, PlaceId } from '../door/ids.ts';
import type { Problem } from '../door/problem.ts';
import type { Zone } from '../door/zone.ts';
import type { Kind } from '../incident/kinds/kind.ts';
import { type Effect, type PlaceMessage, type PlaceState, updatePlace } from '../incident/place.ts';
import type { Subscription } from '../incident/subscription.ts';
import { type Desk, openDesk, type Store } from './desk.ts';
import { type EventSource, readPlace } from './poll.ts';

/** A reading goes down to the memory's floor at least so often, in milliseconds. */
const DEEP_EVERY_MS = 60_000;

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
  const { place, source, kinds, zone, subscriptions, now } = options;
  const desk = openDesk<PlaceState, PlaceMessage, Effect>({
    name: `place/${place}`,
    initial: options.initial,
    update: (state, message, at) => updatePlace(state, message, at, kinds, zone),
    store: options.store,
    now,
    run: options.run,
  });
  let health: PlaceHealth = {};
  let lastTotal: number | undefined;
  let lastDeepAt: Instant | undefined;
  let resumeAt = 0;

  const poll = async (signal: AbortSignal): Promise<Problem | undefined> => {
    const startedAt = now();
    const deep = lastDeepAt === undefined || Math.abs(startedAt - lastDeepAt) >= DEEP_EVERY_MS;
    const reading = await readPlace({ source, state: desk.state(), deep, lastTotal, resumeAt, signal });
    const { events, complete, olderRowsExist, problem } = reading;
    health = { ...health, lastPollAt: startedAt, ...(problem !== undefined && { problem }) };
    // A reading that saw nothing at all must not let time pass: a burst is not over because we are blind.
    if (reading.pages === 0) return problem;
    await desk.send({ kind: 'rows-seen', events, complete, olderRowsExist, subscriptions: subscriptions() });
    resumeAt = reading.resumeAt;
    if (problem !== undefined) return problem;
    lastTotal = reading.total;
    if (reading.deep) lastDeepAt = startedAt;
    health = { lastPollAt: startedAt, lastGoodPollAt: startedAt };
    return undefined;
  };

  return { desk, health: () => health, poll };
}
