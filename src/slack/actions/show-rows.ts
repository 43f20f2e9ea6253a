import { byTime } from '../../door/event.ts';
import { type Named, naming, namingNobody } from '../commands/access/names-given.ts';
import { knownNames } from '../commands/known-names.ts';
import type { CommandPorts } from '../commands/ports.ts';
import { readPlaces } from '../commands/read-rows.ts';
import { isNamed } from '../messages/names.ts';
import { drawOldButton } from '../messages/old-button.ts';
import type { Reader } from '../messages/reader.ts';
import { drawRows, type RowsView } from '../messages/rows.ts';
import { rowsAsked } from '../messages/rows-button.ts';
import { drawUnread } from '../messages/scope.ts';

/** Shows the raw rows behind a card, to whoever pressed its button alone. */
export async function showRows(
  { value, userId }: { readonly value: string; readonly userId: string },
  ports: CommandPorts,
  reader: Reader,
): Promise<Named> {
  const asked = rowsAsked(value);
  const place = ports.places.places().find((one) => one.id === asked?.place);
  if (asked === undefined || place === undefined) return namingNobody(drawOldButton(reader.say));
  const { from, to, door } = asked;
  const waiting = { ports, user: userId, say: reader.say };
  const found = await readPlaces(waiting, [place], { from, ...(to !== undefined && { to }) });
  if (!found.ok) return namingNobody(found.instead);
  const { read, unread } = found;
  const [first] = read;
  const [failure, ...others] = unread;
  if (failure !== undefined) {
    return namingNobody(drawUnread([failure, ...others], { showPlace: false }, reader));
  }
  const events = (first?.rows.events ?? [])
    .filter((event) => door === undefined || event.door === door)
    .toSorted(byTime);
  const names = knownNames(ports.places.places(), events);
  const view: RowsView = {
    of: door === undefined ? { place } : { door: names.door(place.id, door) },
    rows: events.map(({ id, at, code, person, door: itsDoor }) => {
      const known = names.person(place.id, person);
      return {
        id,
        at,
        code,
        ...(known !== undefined && { person: known }),
        ...(door === undefined && itsDoor !== undefined && { door: names.door(place.id, itsDoor) }),
      };
    }),
    isCut: first?.rows.isCut ?? false,
  };
  return naming(drawRows(view, reader), view.rows.filter(({ person }) => isNamed(person)).length);
}
