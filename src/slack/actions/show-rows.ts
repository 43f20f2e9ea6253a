import { byTime } from '../../door/event.ts';
import type { Instant } from '../../door/ids.ts';
import { type Asker, wordsFor } from '../commands/asker.ts';
import { knownNames } from '../commands/known-names.ts';
import type { CommandPorts } from '../commands/ports.ts';
import { readPlaces } from '../commands/read-rows.ts';
import type { Message } from '../messages/message.ts';
import { drawOldButton } from '../messages/old-button.ts';
import { drawRefusal } from '../messages/refusal.ts';
import { drawRows, type RowsView } from '../messages/rows.ts';
import { rowsAsked } from '../messages/rows-button.ts';
import { drawUnread } from '../messages/scope.ts';

export type Press = { readonly value: string; readonly asker: Asker };

/** Shows the raw rows behind a card, to whoever pressed its button alone. */
export async function showRows({ value, asker }: Press, ports: CommandPorts, now: Instant): Promise<Message> {
  const reader = { now, timeZone: ports.timeZone, say: wordsFor(asker, ports.locale) };
  if (asker.kind !== 'member') return drawRefusal(asker.kind, reader.say);
  const asked = rowsAsked(value);
  const place = ports.places.places().find((one) => one.id === asked?.place);
  if (asked === undefined || place === undefined) return drawOldButton(reader.say);
  const { from, to, door } = asked;
  const waiting = { ports, user: asker.userId, say: reader.say };
  const found = await readPlaces(waiting, [place], { from, ...(to !== undefined && { to }) });
  if (!found.ok) return found.instead;
  const { read, unread } = found;
  const [first] = read;
  const [failure, ...others] = unread;
  if (failure !== undefined) {
    return drawUnread([failure, ...others], { showPlace: false }, reader);
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
  return drawRows(view, reader);
}
