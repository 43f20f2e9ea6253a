import { byTime, type DoorEvent } from '../../../door/event.ts';
import { compareEventIds, type EventId } from '../../../door/ids.ts';
import { drawExplained } from '../../messages/answers/explain.ts';
import { whereInWords } from '../../messages/answers/passage-words.ts';
import { inText } from '../../messages/escape.ts';
import { eventInWords } from '../../messages/event-words.ts';
import { saying } from '../../messages/layout.ts';
import type { Message } from '../../messages/message.ts';
import { drawUnread } from '../../messages/scope.ts';
import { moment } from '../../messages/time.ts';
import { knownNames } from '../known-names.ts';
import { PAGE_SIZE } from '../read-rows.ts';
import { type AnswerDesk, readerAt } from './desk.ts';
import { flowOf } from './flows.ts';
import { MARGIN_MS, passagesIn, readOrRemember } from './gather.ts';

/** Explains the passage that a row is of; undefined where no place has such a row among those that can be read. */
export async function explainRow(id: EventId, desk: AnswerDesk): Promise<Message | undefined> {
  const { ports, now } = desk;
  const places = ports.places.places();
  const reader = readerAt(desk);
  const showPlace = places.length > 1;
  const result = await readOrRemember(places, { size: PAGE_SIZE, isEnough: (rows) => hasAround(rows, id) }, desk);
  const found = result.read
    .map((one) => ({ ...one, row: one.rows.events.find((event) => event.id === id) }))
    .find(({ row }) => row !== undefined);
  const [failure, ...others] = result.unread;
  if (found?.row === undefined) {
    return failure === undefined ? undefined : drawUnread([failure, ...others], { showPlace }, reader);
  }
  const { place, rows, row } = found;
  const passages = passagesIn(found, now);
  // A row that locks the door ends the passage whose relay came last before it.
  const passage =
    passages.find((one) => one.rows.includes(id)) ??
    (row.kind === 'locked'
      ? passages.findLast((one) => 'relay' in one && one.door === row.door && one.at <= row.at)
      : undefined);
  const names = knownNames(places, rows.events);
  if (passage === undefined) {
    const door = names.door(place.id, row.door);
    const where = inText(whereInWords({ door, place }, { showPlace }, reader.say), 130);
    const what = inText(eventInWords(row, reader.say));
    return saying(reader.say.queries.explain.noPassage(what, moment(row.at, reader.timeZone), where));
  }
  const lacks = { malformed: 0, cuts: [], unread: result.unread.filter((one) => one.place.id === place.id) };
  const remembered = result.remembered.filter((one) => one.place.id === place.id);
  return drawExplained({ ...lacks, remembered, showPlace, flow: flowOf(passage, place, rows.events, names) }, reader);
}

/** Whether the row was read, with those that came before it; or whether it cannot come any more, since ids fall. */
function hasAround(rows: readonly DoorEvent[], id: EventId): boolean {
  const oldest = rows.reduce<DoorEvent | undefined>((a, b) => (a === undefined || byTime(b, a) < 0 ? b : a), undefined);
  const lowest = rows.at(-1);
  if (oldest === undefined || lowest === undefined) return false;
  const row = rows.find((one) => one.id === id);
  return row === undefined ? compareEventIds(lowest.id, id) < 0 : row.at - oldest.at > 2 * MARGIN_MS;
}
