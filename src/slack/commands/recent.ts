import { byTime, type DoorEvent } from '../../door/event.ts';
import { after } from '../../door/ids.ts';
import { isNamed } from '../messages/names.ts';
import { drawRecent, type RecentView } from '../messages/recent.ts';
import { drawUnread } from '../messages/scope.ts';
import { type Named, naming, namingNobody, offering, withheld } from './access/names-given.ts';
import { isReasonMissing } from './access/release.ts';
import { type Call, type Command, readerOf } from './command.ts';
import { knownNames } from './known-names.ts';
import type { PlaceView } from './ports.ts';
import { type Question, readQuestion } from './question.ts';
import { readPlaces } from './read-rows.ts';
import { MARGIN_MS, rowsAsked } from './rows-asked.ts';
import { unclearAnswer } from './unclear-answer.ts';
import { whereOf } from './where.ts';

/** Rows, unless somebody says how many, and at most. Help tells both. */
export const USUAL_COUNT = 10;
export const MOST = 100;

/** The newest rows of the log: of a door, a person, a kind, a time, or all. */
export const recent: Command = {
  name: 'recent',
  shows: 'names',
  least: 'viewer',
  takesDoor: true,
  examples: ['/clue recent', '/clue recent 20 "Front door"', '/clue recent failures friday 18:00-20:00'],
  run: async (call) => {
    const grammar = { count: { most: MOST }, time: true, person: true, kinds: true };
    const reading = readQuestion(call.words, grammar, whereOf(call));
    if (!reading.ok) return offering(unclearAnswer(call, recent, reading), reading.unclear);
    return answer(call, reading.question);
  },
};

async function answer(call: Call, question: Question): Promise<Named> {
  const { ports, signal, now, asker, say, progress } = call;
  const { count = USUAL_COUNT, door, person, kinds, span, places, scope, timeZone, understood } = question;
  const people = person === undefined ? [] : [person.id];
  if (isReasonMissing(people, call)) return withheld(people);
  const reader = { ...readerOf(call), timeZone };
  const asked = (rows: readonly DoorEvent[], place: PlaceView) => rowsAsked(rows, place, question, now);
  const isFiltered = door !== undefined || person !== undefined || kinds !== undefined || span !== undefined;
  const found = await readPlaces({ ports, user: asker.userId, say, progress }, places, {
    // CLUe cannot be asked for one door, person or kind, so they are looked for among all.
    ...(isFiltered
      ? {
          isEnough: (rows: readonly DoorEvent[]) => enough(rows, places, count, asked),
          key: JSON.stringify(['recent', count, door?.id, person?.id, kinds, span?.from, span?.to]),
        }
      : { newest: count }),
    ...(span !== undefined && { from: after(span.from, -MARGIN_MS) }),
    ...(span?.to !== undefined && { to: after(span.to, MARGIN_MS) }),
    ...(signal !== undefined && { signal }),
  });
  if (!found.ok) return namingNobody(found.instead);
  const { read, unread, freshness } = found;
  const [failure, ...others] = unread;
  if (read.length === 0 && failure !== undefined) {
    return namingNobody(drawUnread([failure, ...others], scope, reader));
  }

  const all = read.flatMap(({ rows }) => rows.events);
  const newest = read
    .flatMap(({ place, rows }) => asked(rows.events, place).slice(0, count))
    .sort((a, b) => byTime(b, a))
    .slice(0, count);
  const names = knownNames(ports.places.places(), all);
  const view: RecentView = {
    scope,
    ...(isFiltered && { understood, isFull: newest.length === count }),
    rows: newest.map((event) => {
      const person = names.person(event.place, event.person);
      return {
        at: event.at,
        kind: event.kind,
        code: event.code,
        place: names.place(event.place),
        door: names.door(event.place, event.door),
        ...(person !== undefined && { person }),
      };
    }),
    malformed: read.reduce((sum, { rows }) => sum + rows.malformed, 0),
    cuts: read.filter(({ rows }) => rows.isCut).map(({ place, rows }) => ({ place, rowsRead: rows.rowsRead })),
    unread,
    freshness,
  };
  return naming(drawRecent(view, reader), view.rows.filter(({ person: one }) => isNamed(one)).length, people);
}

/** Whether a place's rows, read so far, hold as many as are wanted. */
function enough(
  rows: readonly DoorEvent[],
  places: readonly PlaceView[],
  count: number,
  asked: (rows: readonly DoorEvent[], place: PlaceView) => readonly DoorEvent[],
): boolean {
  const place = places.find(({ id }) => id === rows[0]?.place);
  return place !== undefined && asked(rows, place).length >= count;
}
