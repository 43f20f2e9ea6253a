import { byTime, type DoorEvent } from '../../door/event.ts';
import type { Message } from '../messages/message.ts';
import { drawRecent, type RecentView } from '../messages/recent.ts';
import { drawUnread } from '../messages/scope.ts';
import { type Call, type Command, readerOf } from './command.ts';
import { knownNames } from './known-names.ts';
import { type Question, readQuestion } from './question.ts';
import { readPlaces } from './read-rows.ts';
import { unclearAnswer } from './unclear-answer.ts';

/** Rows, unless somebody says how many, and at most. Help tells both. */
export const USUAL_COUNT = 10;
export const MOST = 100;

/** The newest rows of the log, of one door or of all. */
export const recent: Command = {
  name: 'recent',
  takesDoor: true,
  examples: ['/clue recent', '/clue recent 50', '/clue recent 20 "Front door"'],
  run: async (call) => {
    const { ports, now, words } = call;
    const where = { places: ports.places.places(), now, timeZone: ports.timeZone };
    const reading = readQuestion(words, { count: { most: MOST }, time: false }, where);
    if (!reading.ok) return unclearAnswer(call, recent, reading);
    return answer(call, reading.question);
  },
};

async function answer(call: Call, question: Question): Promise<Message> {
  const { ports, signal, asker, say, progress } = call;
  const { count = USUAL_COUNT, door, places, scope } = question;
  const isAsked = (event: DoorEvent): boolean => door === undefined || event.door === door.id;
  const found = await readPlaces({ ports, user: asker.userId, say, progress }, places, {
    // CLUe cannot be asked for one door, so a door's rows are looked for among all.
    ...(door === undefined
      ? { newest: count }
      : {
          isEnough: (rows: readonly DoorEvent[]) => rows.filter(isAsked).length >= count,
          key: `door ${door.id} ${count}`,
        }),
    ...(signal !== undefined && { signal }),
  });
  if (!found.ok) return found.instead;
  const { read, unread, freshness } = found;
  const [failure, ...others] = unread;
  if (read.length === 0 && failure !== undefined) {
    return drawUnread([failure, ...others], scope, readerOf(call));
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
    freshness,
  };
  return drawRecent(view, readerOf(call));
}
