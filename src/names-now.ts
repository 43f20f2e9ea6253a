import type { Config } from './config.ts';
import type { DoorId, PlaceId } from './door/ids.ts';
import type { PlaceWatch } from './watch/place-watch.ts';

export type NamesNow = ReturnType<typeof namesNow>;

/** What a message needs to name places and doors: as they are configured, and as CLUe called them last. Watches are by place id. */
export function namesNow(
  config: Pick<Config, 'places' | 'timeZone'>,
  watches: ReadonlyMap<string, Pick<PlaceWatch, 'desk'>>,
) {
  return {
    nameOfPlace: (id: PlaceId): string | undefined => config.places.find((place) => place.id === id)?.name,
    nameOfDoor: (place: PlaceId, door: DoorId): string | undefined =>
      watches
        .get(place)
        ?.desk.state()
        .doors.find((one) => one.door === door)?.name,
    showPlace: config.places.length > 1,
    timeZone: config.timeZone,
  };
}
