import { fold, type Match, match } from '../../asking/match.ts';
import type { Named } from '../messages/names.ts';
import type { KnownDoor, PlaceView } from './ports.ts';

/** A door and the place it belongs to, in the shape that can be matched by id and name. */
export type DoorAt = {
  readonly id: string;
  readonly name?: string;
  readonly door: KnownDoor;
  readonly place: PlaceView;
};

/** All doors of these places that have shown themselves so far. */
export function doorsOf(places: readonly PlaceView[]): readonly (DoorAt & { readonly door: Named })[] {
  return places.flatMap((place) =>
    place.doors.map((door) => ({ id: door.id, door, place, ...(door.name !== undefined && { name: door.name }) })),
  );
}

/** Finds a door by its id, its name, or a part of its name; `door 181` works, too, since the bot says it so. */
export function matchDoor(asked: string, places: readonly PlaceView[]): Match<DoorAt> {
  const doors = doorsOf(places);
  const found = match(asked, doors);
  if (found.kind !== 'none') return found;
  const id = /^door (.+)$/.exec(fold(asked))?.[1];
  return id === undefined ? found : match(id, doors);
}
