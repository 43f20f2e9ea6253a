import type { DoorEvent, Person } from '../../door/event.ts';
import type { DoorId, PersonId, PlaceId } from '../../door/ids.ts';
import type { Named } from '../messages/names.ts';
import type { PlaceView } from './ports.ts';

/** Names for rows that carry none: a failure names neither its door nor a person. */
export type KnownNames = {
  readonly place: (id: PlaceId) => Named;
  readonly door: (place: PlaceId, id: DoorId | undefined) => Named;
  readonly person: (place: PlaceId, person: Person | undefined) => Person | undefined;
};

/** Names as the bot knows them already, and as these rows, newest first, teach them. */
export function knownNames(places: readonly PlaceView[], rows: readonly DoorEvent[]): KnownNames {
  const placeOf = new Map(places.map((place) => [place.id, place]));
  const doors = new Map<string, string>();
  const people = new Map<PersonId, string>();
  for (const { place, door, doorName, person } of rows) {
    if (door !== undefined && doorName !== undefined) addFirst(doors, `${place}/${door}`, doorName);
    if (person?.id !== undefined && person.name !== undefined) addFirst(people, person.id, person.name);
  }
  for (const place of places) {
    for (const { id, name } of place.doors) if (name !== undefined) doors.set(`${place.id}/${id}`, name);
  }
  return {
    place: (id) => {
      const name = placeOf.get(id)?.name;
      return name === undefined ? { id } : { id, name };
    },
    door: (place, id) => {
      const name = id === undefined ? undefined : doors.get(`${place}/${id}`);
      return { ...(id !== undefined && { id }), ...(name !== undefined && { name }) };
    },
    person: (place, person) => {
      if (person?.id === undefined || person.name !== undefined) return person;
      const name = placeOf.get(place)?.personName(person.id) ?? people.get(person.id);
      return name === undefined ? person : { ...person, name };
    },
  };
}

function addFirst<Key>(names: Map<Key, string>, key: Key, name: string): void {
  if (!names.has(key)) names.set(key, name);
}
