import type { Instant, PlaceId } from './door/ids.ts';
import type { Zone } from './door/zone.ts';
import { KINDS } from './incident/kinds/index.ts';
import { type Effect, newPlace } from './incident/place.ts';
import type { Subscription } from './incident/subscription.ts';
import type { Keeper } from './store/keeper.ts';
import { loadValue, placeValue } from './store/values.ts';
import type { IncidentDesk } from './watch/cards.ts';
import { type PlaceWatch, watchPlace } from './watch/place-watch.ts';
import type { EventSource, Reading } from './watch/poll.ts';

export type PlaceWatchesOptions = {
  readonly places: readonly PlaceId[];
  readonly source: EventSource;
  readonly store: Pick<Keeper, 'load' | 'save'>;
  readonly zone: Zone;
  readonly subscriptions: () => readonly Subscription[];
  readonly now: () => Instant;
  /** All desks by name; the places' own are put there too. */
  readonly desks: Map<string, IncidentDesk>;
  readonly run: (desk: string) => (effect: Effect) => void;
  /** Hears what each reading of a place brought, and when it began. */
  readonly onReading: (place: PlaceId, reading: Reading, at: Instant) => void;
};

/** A watch for each place, by its id, with what the store remembers of it. */
export async function openPlaceWatches(options: PlaceWatchesOptions): Promise<ReadonlyMap<string, PlaceWatch>> {
  const { places, source, store, zone, subscriptions, now, desks, run, onReading } = options;
  const watches = new Map<string, PlaceWatch>();
  for (const place of places) {
    const name = `place/${place}`;
    const watch = watchPlace({
      place,
      initial: (await loadValue(store, name, placeValue)) ?? newPlace(place),
      source,
      store,
      kinds: KINDS,
      zone,
      subscriptions,
      now,
      run: run(name),
      onReading: (reading, at) => onReading(place, reading, at),
    });
    watches.set(place, watch);
    desks.set(name, { incidents: () => watch.desk.state().incidents, send: watch.desk.send });
  }
  return watches;
}
