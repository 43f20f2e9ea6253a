import type { Config } from './config.ts';
import type { Instant, PlaceId } from './door/ids.ts';
import type { HouseDesk } from './house-desk.ts';
import { troublesOf } from './incident/place-troubles.ts';
import type { Subscription } from './incident/subscription.ts';
import type { Log } from './log.ts';
import type { PlaceWatch } from './watch/place-watch.ts';
import { type Schedule, startSchedule } from './watch/schedule.ts';

export type PollsOptions = {
  readonly config: Pick<Config, 'places' | 'pollCron'>;
  /** By place id. */
  readonly watches: ReadonlyMap<string, PlaceWatch>;
  readonly house: Pick<HouseDesk, 'tell'>;
  readonly subscriptions: () => readonly Subscription[];
  /** Hears of each place that was seen, and that the clock was looked at. */
  readonly health: { readonly saw: (place: PlaceId) => void; readonly beat: () => void };
  readonly log: Log;
  readonly now: () => Instant;
};

/** Polls the places by the schedule, and tells the house after each poll what the bot sees and what it misses. */
export function startPolls({ config, watches, house, subscriptions, health, log, now }: PollsOptions): Schedule {
  return startSchedule({
    places: config.places.map((place) => place.id),
    pattern: config.pollCron,
    poll: (place, signal) => watches.get(place)?.poll(signal) ?? Promise.resolve(undefined),
    onPolled: (place, problem) => {
      const state = watches.get(place)?.desk.state();
      const rowsSeen = state?.rowsSeen ?? 0;
      if (problem !== undefined) {
        house.tell({ kind: 'place-unseen', place, problem, rowsSeen, subscriptions: subscriptions() });
        return;
      }
      health.saw(place);
      house.tell({ kind: 'place-seen', place, rowsSeen });
      if (state !== undefined) troublesOf(state, subscriptions()).forEach(house.tell);
    },
    onLook: health.beat,
    log,
    now,
  });
}
