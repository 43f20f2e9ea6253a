import { after, type DoorId, type Instant } from '../../door/ids.ts';
import { type Passage, passagesOf } from '../../door/passage.ts';
import { isNamed } from '../messages/names.ts';
import { drawUnread } from '../messages/scope.ts';
import type { Span } from '../messages/span.ts';
import { drawWhoEntered, type EntryRow, type WhoEnteredView } from '../messages/who-entered.ts';
import { type Named, naming, namingNobody, offering, withheld } from './access/names-given.ts';
import { isReasonMissing } from './access/release.ts';
import { type Call, type Command, readerOf } from './command.ts';
import { knownNames } from './known-names.ts';
import { type Question, readQuestion } from './question.ts';
import { todaySpan } from './range.ts';
import { type PlaceRows, readPlaces } from './read-rows.ts';
import { isPerson, MARGIN_MS } from './rows-asked.ts';
import { unclearAnswer } from './unclear-answer.ts';
import { whereOf } from './where.ts';

/** Who authenticated and was let in by the relay. */
export const whoEntered: Command = {
  name: 'who-entered',
  shows: 'names',
  least: 'viewer',
  takesDoor: true,
  examples: [
    '/clue who-entered',
    '/clue who-entered "Front door" yesterday evening',
    '/clue who-entered Jack last week',
  ],
  run: async (call) => {
    const reading = readQuestion(call.words, { time: true, person: true }, whereOf(call));
    if (!reading.ok) return offering(unclearAnswer(call, whoEntered, reading), reading.unclear);
    return answer(call, reading.question);
  },
};

async function answer(call: Call, question: Question): Promise<Named> {
  const { ports, now, signal, asker, say, progress } = call;
  const { door, person, places, scope, timeZone, span = todaySpan(now, timeZone) } = question;
  const people = person === undefined ? [] : [person.id];
  if (isReasonMissing(people, call)) return withheld(people);
  const reader = { ...readerOf(call), timeZone };
  const found = await readPlaces({ ports, user: asker.userId, say, progress }, places, {
    from: after(span.from, -MARGIN_MS),
    ...(span.to !== undefined && { to: after(span.to, MARGIN_MS) }),
    ...(signal !== undefined && { signal }),
  });
  if (!found.ok) return namingNobody(found.instead);
  const { read, unread, freshness } = found;
  const [failure, ...others] = unread;
  if (read.length === 0 && failure !== undefined) {
    return namingNobody(drawUnread([failure, ...others], scope, reader));
  }

  const names = knownNames(
    ports.places.places(),
    read.flatMap(({ rows }) => rows.events),
  );
  const passages = read
    .flatMap((placeRows) => passagesWithin(placeRows, span, now).map((passage) => ({ passage, of: placeRows.place })))
    .filter(({ passage }) => door === undefined || passage.door === door.id)
    .filter(({ passage }) => person === undefined || isPerson(person, passage.person));
  const entries: readonly EntryRow[] = passages
    .filter(({ passage }) => passage.kind === 'let-in')
    .map(({ passage, of }) => {
      const who = names.person(of.id, passage.person);
      const at = { at: passage.at, place: names.place(of.id), door: names.door(of.id, passage.door) };
      return who === undefined ? at : { ...at, person: who };
    });
  const view: WhoEnteredView = {
    scope,
    span,
    ...(person !== undefined && { of: person }),
    entries: entries.toSorted((a, b) => b.at - a.at),
    pending: passages.filter(({ passage }) => passage.kind === 'pending').length,
    malformed: read.reduce((sum, { rows }) => sum + rows.malformed, 0),
    cuts: read.filter(({ rows }) => rows.isCut).map(cutOf),
    unread,
    freshness,
    ...(ports.names === 'left-out' && { namesLeftOut: true }),
  };
  return naming(drawWhoEntered(view, reader), entries.filter(({ person: one }) => isNamed(one)).length, people);
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
