import { after, type DoorId, type Instant } from '../../door/ids.ts';
import { type Passage, passagesOf } from '../../door/passage.ts';
import { isNamed } from '../messages/names.ts';
import { drawUnread } from '../messages/scope.ts';
import type { Span } from '../messages/span.ts';
import { drawWhoEntered, type EntryRow, type WhoEnteredView } from '../messages/who-entered.ts';
import { type Named, naming, namingNobody } from './access/names-given.ts';
import { type Call, type Command, readerOf } from './command.ts';
import { knownNames } from './known-names.ts';
import { type Question, readQuestion } from './question.ts';
import { todaySpan } from './range.ts';
import { PAGE_SIZE, type PlaceRows, readPlaces } from './read-rows.ts';
import { unclearAnswer } from './unclear-answer.ts';

/** Read beyond both ends of the time asked for, in milliseconds, so that a passage at its edge is judged whole. */
const MARGIN_MS = 10_000;

/** Who authenticated and was let in by the relay. */
export const whoEntered: Command = {
  name: 'who-entered',
  shows: 'names',
  least: 'viewer',
  takesDoor: true,
  examples: ['/clue who-entered', '/clue who-entered "Front door" yesterday', '/clue who-entered 24h'],
  run: async (call) => {
    const { ports, now, words } = call;
    const where = { places: ports.places.places(), now, timeZone: ports.timeZone };
    const reading = readQuestion(words, { time: true }, where);
    if (!reading.ok) return namingNobody(unclearAnswer(call, whoEntered, reading));
    return answer(call, reading.question);
  },
};

async function answer(call: Call, question: Question): Promise<Named> {
  const { ports, now, signal } = call;
  const { timeZone } = ports;
  const { door, places, scope, span = todaySpan(now, timeZone) } = question;
  const { read, unread } = await readPlaces(ports.log, places, {
    size: PAGE_SIZE,
    from: after(span.from, -MARGIN_MS),
    ...(span.to !== undefined && { to: after(span.to, MARGIN_MS) }),
    ...(signal !== undefined && { signal }),
  });
  const [failure, ...others] = unread;
  if (read.length === 0 && failure !== undefined) {
    return namingNobody(drawUnread([failure, ...others], scope, readerOf(call)));
  }

  const names = knownNames(
    ports.places.places(),
    read.flatMap(({ rows }) => rows.events),
  );
  const passages = read
    .flatMap((placeRows) => passagesWithin(placeRows, span, now).map((passage) => ({ passage, of: placeRows.place })))
    .filter(({ passage }) => door === undefined || passage.door === door.id);
  const entries: readonly EntryRow[] = passages
    .filter(({ passage }) => passage.kind === 'let-in')
    .map(({ passage, of }) => {
      const person = names.person(of.id, passage.person);
      const at = { at: passage.at, place: names.place(of.id), door: names.door(of.id, passage.door) };
      return person === undefined ? at : { ...at, person };
    });
  const view: WhoEnteredView = {
    scope,
    span,
    entries: entries.toSorted((a, b) => b.at - a.at),
    pending: passages.filter(({ passage }) => passage.kind === 'pending').length,
    malformed: read.reduce((sum, { rows }) => sum + rows.malformed, 0),
    cuts: read.filter(({ rows }) => rows.isCut).map(cutOf),
    unread,
    ...(ports.names === 'left-out' && { namesLeftOut: true }),
  };
  return naming(drawWhoEntered(view, readerOf(call)), entries.filter(({ person }) => isNamed(person)).length);
}

/** The passages that began within the time asked for. */
function passagesWithin({ place, rows }: PlaceRows, { from, to }: Span, now: Instant): readonly Passage[] {
  const thirdPartyDoors = new Set<DoorId | undefined>(
    place.doors.filter((door) => door.thirdParty).map((door) => door.id),
  );
  return passagesOf(rows.events, now, (door) => thirdPartyDoors.has(door)).filter(
    (passage) => passage.at >= from && (to === undefined || passage.at <= to),
  );
}

function cutOf({ place, rows }: PlaceRows) {
  const backTo = rows.events.reduce<Instant | undefined>(
    (oldest, { at }) => (oldest === undefined || at < oldest ? at : oldest),
    undefined,
  );
  return { place, rowsRead: rows.rowsRead, ...(backTo !== undefined && { backTo }) };
}
