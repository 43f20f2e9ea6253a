import { byTime, type DoorEvent } from '../../door/event.ts';
import { isNamed } from '../messages/names.ts';
import { drawRecent, type RecentView } from '../messages/recent.ts';
import { drawUnread } from '../messages/scope.ts';
import { type Named, naming, namingNobody } from './access/names-given.ts';
import { type Call, type Command, readerOf } from './command.ts';
import { knownNames } from './known-names.ts';
import { type Question, readQuestion } from './question.ts';
import { PAGE_SIZE, readPlaces } from './read-rows.ts';
import { unclearAnswer } from './unclear-answer.ts';

/** Rows, unless somebody says how many, and at most. Help tells both. */
export const USUAL_COUNT = 10;
export const MOST = 100;

/** The newest rows of the log, of one door or of all. */
export const recent: Command = {
  name: 'recent',
  shows: 'names',
  least: 'viewer',
  takesDoor: true,
  examples: ['/clue recent', '/clue recent 50', '/clue recent 20 "Front door"'],
  run: async (call) => {
    const { ports, now, words } = call;
    const where = { places: ports.places.places(), now, timeZone: ports.timeZone };
    const reading = readQuestion(words, { count: { most: MOST }, time: false }, where);
    if (!reading.ok) return namingNobody(unclearAnswer(call, recent, reading));
    return answer(call, reading.question);
  },
};

async function answer(call: Call, question: Question): Promise<Named> {
  const { ports, signal } = call;
  const { count = USUAL_COUNT, door, places, scope } = question;
  const isAsked = (event: DoorEvent): boolean => door === undefined || event.door === door.id;
  const { read, unread } = await readPlaces(ports.log, places, {
    // CLUe cannot be asked for one door, so a door's rows are looked for in larger pages.
    size: door === undefined ? count : PAGE_SIZE,
    isEnough: (rows) => rows.filter(isAsked).length >= count,
    ...(signal !== undefined && { signal }),
  });
  const [failure, ...others] = unread;
  if (read.length === 0 && failure !== undefined) {
    return namingNobody(drawUnread([failure, ...others], scope, readerOf(call)));
  }

  const all = read.flatMap(({ rows }) => rows.events);
  const newest = read
    .flatMap(({ rows }) => rows.events.filter(isAsked).slice(0, count))
    .sort((a, b) => byTime(b, a))
    .slice(0, count);
  const names = knownNames(ports.places.places(), all);
  const view: RecentView = {
    scope,
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
  };
  return naming(drawRecent(view, readerOf(call)), view.rows.filter(({ person }) => isNamed(person)).length);
}
