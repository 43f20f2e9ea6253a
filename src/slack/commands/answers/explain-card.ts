import { byTime } from '../../../door/event.ts';
import { after, type DoorId, type Instant, type PlaceId } from '../../../door/ids.ts';
import { beganAt, type Incident, isDoorFacts, lastOf } from '../../../incident/incident.ts';
import { drawAround } from '../../messages/answers/explain.ts';
import { saying } from '../../messages/layout.ts';
import type { Message } from '../../messages/message.ts';
import { drawOldButton } from '../../messages/old-button.ts';
import { type AnswerDesk, readerAt } from './desk.ts';
import { flowOf } from './flows.ts';
import { gather } from './gather.ts';

/** Before and after what a card tells of, in milliseconds. */
const AROUND_MS = 60_000;
/** What goes on for longer is told of by its end. */
const LONGEST_MS = 12 * 3_600_000;

/** A door, or a place, and a stretch of its devices' time. */
export type Around = {
  readonly place: PlaceId;
  readonly door?: DoorId;
  readonly from: Instant;
  readonly to: Instant;
};

/** What happened where an incident is of, around its time. */
export async function explainIncident(incident: Incident, desk: AnswerDesk): Promise<Message> {
  const { facts, place, door } = incident;
  if (place === undefined || !isDoorFacts(facts)) return saying(desk.say.queries.explain.notOfDoor);
  const [began, last] = [beganAt(facts), lastOf(facts)];
  return await explainAround({ place, ...(door !== undefined && { door }), from: began, to: last }, desk);
}

/** What happened at a door, or at a place, around a stretch of time: the passages as they went, and the rows. */
export async function explainAround(around: Around, desk: AnswerDesk): Promise<Message> {
  const { ports } = desk;
  const all = ports.places.places();
  const place = all.find((one) => one.id === around.place);
  if (place === undefined) return drawOldButton(desk.say);
  const known = place.doors.find((one) => one.id === around.door);
  const door = around.door === undefined ? undefined : (known ?? { id: around.door, thirdParty: false });
  const to = after(around.to, AROUND_MS);
  const from = after(around.from, -AROUND_MS);
  const span = { from: to - from > LONGEST_MS ? after(to, -LONGEST_MS) : from, to, said: { kind: 'between' } } as const;
  const showPlace = all.length > 1;
  const scope = { places: [place], showPlace, ...(door !== undefined && { door }) };
  const at = door === undefined ? {} : { door: { id: door.id, door, place } };
  const gathered = await gather({ places: [place], scope, ...at }, span, desk);
  if ('failure' in gathered) return gathered.failure;
  const { passages, events, around: wider, names, ...lacks } = gathered;
  return drawAround(
    {
      ...lacks,
      showPlace,
      where: door === undefined ? { place } : { place, door: names.door(place.id, door.id) },
      from: span.from,
      to,
      flows: passages.map(({ passage }) => flowOf(passage, place, wider, names)).toReversed(),
      rows: events.toSorted(byTime).map((event) => {
        const person = names.person(place.id, event.person);
        return { event, door: names.door(place.id, event.door), ...(person !== undefined && { person }) };
      }),
    },
    readerAt(desk),
  );
}
