import { match } from '../../../asking/match.ts';
import type { PersonId, PlaceId } from '../../../door/ids.ts';
import type { DoorRef } from '../../../incident/subscription.ts';
import type { UnclearWish } from '../../messages/wishes/unclear-wish.ts';
import { doorsOf, matchDoor } from '../door-match.ts';
import type { KnownPerson, PlaceView } from '../ports.ts';

type Unclear = { readonly unclear: UnclearWish };

/** A place by its id, its name, or a part of its name. */
export function findPlace(text: string, places: readonly PlaceView[]): { readonly id: PlaceId } | Unclear {
  const found = match(text, places);
  if (found.kind === 'one') return { id: found.thing.id };
  if (found.kind === 'none') return { unclear: { kind: 'no-such-place', word: text, known: places } };
  return { unclear: { kind: 'several-places', word: text, candidates: found.things } };
}

/** A door by its id, its name, or a part of its name; `178/181` is a door of a place. */
export function findDoor(text: string, places: readonly PlaceView[]): { readonly ref: DoorRef } | Unclear {
  const exact = doorsOf(places).find(({ place, id }) => `${place.id}/${id}` === text.replaceAll(' ', ''));
  if (exact !== undefined) return { ref: { place: exact.place.id, door: exact.door.id } };
  const found = matchDoor(text, places);
  if (found.kind === 'one') return { ref: { place: found.thing.place.id, door: found.thing.door.id } };
  if (found.kind === 'none') return { unclear: { kind: 'no-such-door', word: text, known: doorsOf(places) } };
  return { unclear: { kind: 'several-doors', word: text, candidates: found.things } };
}

/** Everybody whom rows have named at these places, each once. */
export function peopleAt(places: readonly PlaceView[]): readonly KnownPerson[] {
  return [...new Map(places.flatMap(({ people }) => people).map((one) => [one.id, one])).values()];
}

/** A person by the customer's own key, their name, or a part of it. */
export function findPerson(text: string, places: readonly PlaceView[]): { readonly id: PersonId } | Unclear {
  const found = match(text, peopleAt(places));
  if (found.kind === 'one') return { id: found.thing.id };
  if (found.kind === 'none') return { unclear: { kind: 'no-such-person', word: text } };
  return { unclear: { kind: 'several-people', word: text, candidates: found.things } };
}
