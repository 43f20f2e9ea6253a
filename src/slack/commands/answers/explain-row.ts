import { byTime, type DoorEvent } from '../../../door/event.ts';
import { compareEventIds, type EventId } from '../../../door/ids.ts';
import { drawExplained } from '../../messages/answers/explain.ts';
import { whereInWords } from '../../messages/answers/passage-words.ts';
import { inText } from '../../messages/escape.ts';
import { eventInWords } from '../../messages/event-words.ts';
import { saying } from '../../messages/layout.ts';
import { isNamed } from '../../messages/names.ts';
import { drawUnread } from '../../messages/scope.ts';
import { moment } from '../../messages/time.ts';
import { type Named, naming, namingNobody } from '../access/names-given.ts';
import { knownNames } from '../known-names.ts';
import { MARGIN_MS } from '../rows-asked.ts';
import { type AnswerDesk, readerAt } from './desk.ts';
import { flowOf } from './flows.ts';
import { cutOf, passagesIn, readRows } from './gather.ts';

/** Explains the passage that a row is of; undefined where no place has such a row among those that can be read. */
export async function explainRow(id: EventId, desk: AnswerDesk): Promise<Named | undefined> {
  const { ports, now } = desk;
  const places = ports.places.places();
  const reader = readerAt(desk);
  const showPlace = places.length > 1;
  const request = { isEnough: (rows: readonly DoorEvent[]) => hasAround(rows, id), key: `explain ${id}` };
  const result = await readRows(places, request, desk);
  if (!result.ok) return namingNobody(result.instead);
  const found = result.read
    .map((one) => ({ ...one, row: one.rows.events.find((event) => event.id === id) }))
    .find(({ row }) => row !== undefined);
  const [failure, ...others] = result.unread;
  if (found?.row === undefined) {
    if (failure === undefined) return undefined;
    return namingNobody(drawUnread([failure, ...others], { showPlace }, reader));
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
    return namingNobody(saying(reader.say.queries.explain.noPassage(what, moment(row.at, reader.timeZone), where)));
  }
  const lacks = {
    malformed: 0,
    cuts: rows.isCut ? [cutOf(found)] : [],
    unread: [],
    freshness: result.freshness.filter((one) => one.place.id === place.id),
  };
  const flow = flowOf(passage, place, rows.events, names);
  return naming(drawExplained({ ...lacks, showPlace, flow }, reader), isNamed(flow.person) ? 1 : 0);
}

/** Whether the row was read, with those that came before it; or whether it cannot come any more, since ids fall. */
function hasAround(rows: readonly DoorEvent[], id: EventId): boolean {
  const oldest = rows.reduce<DoorEvent | undefined>((a, b) => (a === undefined || byTime(b, a) < 0 ? b : a), undefined);
  const lowest = rows.reduce<DoorEvent | undefined>(
    (a, b) => (a === undefined || compareEventIds(b.id, a.id) < 0 ? b : a),
    undefined,
  );
  if (oldest === undefined || lowest === undefined) return false;
  const row = rows.find((one) => one.id === id);
  return row === undefined ? compareEventIds(lowest.id, id) < 0 : row.at - oldest.at > 2 * MARGIN_MS;
}
