import { byTime, type DoorEvent } from '../../../door/event.ts';
import type { Passage } from '../../../door/passage.ts';
import type { Flow } from '../../messages/answers/explain.ts';
import type { KnownNames } from '../known-names.ts';
import type { PlaceView } from '../ports.ts';

/** A passage with its rows, and the row that ended it. `events` are the rows at and after it, in any order. */
export function flowOf(
  passage: Passage,
  place: PlaceView,
  events: readonly DoorEvent[],
  names: KnownNames,
): Flow & { readonly at: Passage['at'] } {
  const byId = new Map(events.map((event) => [event.id, event]));
  const steps = passage.rows.flatMap((id) => byId.get(id) ?? []).toSorted(byTime);
  const relay = 'relay' in passage ? byId.get(passage.relay) : undefined;
  const locked =
    relay === undefined
      ? undefined
      : events
          .filter((one) => one.kind === 'locked' && one.door === passage.door && byTime(one, relay) > 0)
          .toSorted(byTime)[0];
  const person = names.person(place.id, passage.person);
  return {
    at: passage.at,
    kind: passage.kind,
    door: names.door(place.id, passage.door),
    place: names.place(place.id),
    ...(person !== undefined && { person }),
    thirdParty: place.doors.some((door) => door.id === passage.door && door.thirdParty),
    steps,
    ...(locked !== undefined && { locked }),
  };
}
