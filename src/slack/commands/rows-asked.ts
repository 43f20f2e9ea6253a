import { isOfKinds } from '../../asking/kinds.ts';
import { fold } from '../../asking/match.ts';
import type { DoorEvent, Person } from '../../door/event.ts';
import type { EventId, Instant } from '../../door/ids.ts';
import { passagesOf } from '../../door/passage.ts';
import type { PlaceView } from './ports.ts';
import type { Question } from './question.ts';

/** Read beyond both ends of the time asked for, in milliseconds, so that a passage at its edge is judged whole. */
export const MARGIN_MS = 10_000;

/** Of a place's rows those that a question is about, in the order they came in. */
export function rowsAsked(
  events: readonly DoorEvent[],
  place: PlaceView,
  { door, person, kinds, span }: Pick<Question, 'door' | 'person' | 'kinds' | 'span'>,
  now: Instant,
): readonly DoorEvent[] {
  const entered = kinds?.includes('entries') === true ? rowsOfEntries(events, place, now) : undefined;
  return events.filter(
    (event) =>
      (door === undefined || event.door === door.id) &&
      (person === undefined || isPerson(person, event.person)) &&
      (kinds === undefined || isOfKinds(event, kinds) || entered?.has(event.id) === true) &&
      (span === undefined || (event.at >= span.from && (span.to === undefined || event.at <= span.to))),
  );
}

/** Whether a row names this person: by the customer's key, or by the name where it carries no key. */
export function isPerson(asked: NonNullable<Question['person']>, named: Person | undefined): boolean {
  if (named?.id !== undefined) return named.id === asked.id;
  return named?.name !== undefined && asked.name !== undefined && fold(named.name) === fold(asked.name);
}

/** The first rows of the passages that let somebody in: who authenticated and was not let in did not enter. */
function rowsOfEntries(events: readonly DoorEvent[], place: PlaceView, now: Instant): ReadonlySet<EventId> {
  const thirdParty = new Set(place.doors.filter((door) => door.thirdParty).map((door) => door.id));
  const passages = passagesOf(events, now, (door) => door !== undefined && thirdParty.has(door));
  return new Set(passages.flatMap(({ kind, rows }) => (kind === 'let-in' ? rows.slice(0, 1) : [])));
}
