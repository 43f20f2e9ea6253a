import { byTime } from '../../../door/event.ts';
import { after } from '../../../door/ids.ts';
import { drawAround } from '../../messages/answers/explain.ts';
import { isNamed } from '../../messages/names.ts';
import { drawOldButton } from '../../messages/old-button.ts';
import { type Named, naming, namingNobody } from '../access/names-given.ts';
import type { Around } from '../ports.ts';
import { type AnswerDesk, readerAt } from './desk.ts';
import { flowOf } from './flows.ts';
import { gather } from './gather.ts';

/** Before and after what a card tells of, in milliseconds. */
const AROUND_MS = 60_000;
/** What goes on for longer is told of by its end. */
const LONGEST_MS = 12 * 3_600_000;

/** What happened at a door, or at a place, around a stretch of time: the passages as they went, and the rows. */
export async function explainAround(around: Around, desk: AnswerDesk): Promise<Named> {
  const { ports } = desk;
  const all = ports.places.places();
  const place = all.find((one) => one.id === around.place);
  if (place === undefined) return namingNobody(drawOldButton(desk.say));
  const known = place.doors.find((one) => one.id === around.door);
  const door = around.door === undefined ? undefined : (known ?? { id: around.door, thirdParty: false });
  const to = after(around.to, AROUND_MS);
  const from = after(around.from, -AROUND_MS);
  const span = { from: to - from > LONGEST_MS ? after(to, -LONGEST_MS) : from, to, said: { kind: 'clock' } } as const;
  const showPlace = all.length > 1;
  const scope = { places: [place], showPlace, ...(door !== undefined && { door }) };
  const at = door === undefined ? {} : { door: { id: door.id, door, place } };
  const gathered = await gather({ places: [place], scope, ...at }, span, desk);
  if ('failure' in gathered) return namingNobody(gathered.failure);
  const { passages, events, around: wider, names, ...lacks } = gathered;
  const rows = events.toSorted(byTime).map((event) => {
    const person = names.person(place.id, event.person);
    return { event, door: names.door(place.id, event.door), ...(person !== undefined && { person }) };
  });
  const message = drawAround(
    {
      ...lacks,
      showPlace,
      where: door === undefined ? { place } : { place, door: names.door(place.id, door.id) },
      from: span.from,
      to,
      flows: passages.map(({ passage }) => flowOf(passage, place, wider, names)).toReversed(),
      rows,
    },
    readerAt(desk),
  );
  return naming(message, rows.filter(({ person }) => isNamed(person)).length);
}
