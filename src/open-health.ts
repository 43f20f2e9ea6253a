import type { Session } from './clue/session.ts';
import type { Config } from './config.ts';
import type { Instant, PlaceId } from './door/ids.ts';
import { watchEventLoop } from './health/event-loop.ts';
import { createPulse } from './health/pulse.ts';
import { startHealthServer } from './health/server.ts';
import type { VitalSigns } from './health/vital-signs.ts';
import type { Log } from './log.ts';
import type { Announcer } from './slack/announcer.ts';
import type { SlackSight } from './watch/keep-lookout.ts';
import type { PlaceWatch } from './watch/place-watch.ts';

export type HealthOptions = {
  readonly config: Config;
  readonly session: Session;
  /** By place id. */
  readonly watches: ReadonlyMap<string, PlaceWatch>;
  readonly announcer: Announcer;
  readonly sight: () => SlackSight;
  readonly store: NonNullable<VitalSigns['store']>;
  /** How long the pattern of the polls takes to come round so many times, in milliseconds. */
  readonly untilRunMs: (runs: number) => number;
  readonly log: Log;
  readonly now: () => Instant;
  readonly startedAt: Instant;
};

export type Health = {
  /** The beat of the polls is alive. */
  readonly beat: () => void;
  /** The place was read well. */
  readonly saw: (place: PlaceId) => void;
  readonly stop: () => Promise<void>;
};

/** A place counts as seen for at least so long after a good poll, in milliseconds. */
const SEEN_FOR_MS = 60_000;
/** Or until the pattern has come round so many times. Where the pattern pauses at night, so does the question. */
const SEEN_FOR_RUNS = 3;

/** Watches the event loop and, where HEALTH_PORT is set, answers whether the bot is alive, sees and can tell. */
export async function openHealth(options: HealthOptions): Promise<Health> {
  const { config, session, watches, announcer, sight, store, untilRunMs, log, now, startedAt } = options;
  const pulse = createPulse({ goodForMs: () => Math.max(SEEN_FOR_MS, untilRunMs(SEEN_FOR_RUNS)) });
  const loop = watchEventLoop({ log });
  const signs: VitalSigns = {
    beatAgoMs: pulse.beatAgoMs,
    eventLoop: loop.signs,
    loginRefusedSince: () => {
      const status = session.status();
      const problem = status.kind === 'refused' ? status.problem : undefined;
      return problem?.kind === 'login-refused' ? problem.since : undefined;
    },
    places: () =>
      config.places.map(({ id }) => {
        const { lastGoodPollAt: since = startedAt, problem } = watches.get(id)?.health() ?? {};
        return { id, since, ...pulse.of(id), ...(problem !== undefined && { problem: problem.kind }) };
      }),
    slack: sight,
    refusedChannels: announcer.troubles,
    cardsWaiting: () => announcer.backlog().cards,
    store,
  };
  const server = config.health && (await startHealthServer({ address: config.health, signs, log, now }));
  return {
    beat: pulse.beat,
    saw: pulse.saw,
    stop: async () => {
      loop.stop();
      await server?.stop();
    },
  };
}
