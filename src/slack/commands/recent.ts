import { byTime, type DoorEvent } from '../../door/event.ts';
import { compareEventIds } from '../../door/ids.ts';
import { drawRecent, type RecentView } from '../messages/recent.ts';
import { drawUnread } from '../messages/scope.ts';
import type { Answer } from './answers/answer.ts';
import type { Asked } from './answers/asked.ts';
import { type AnswerDesk, readerAt } from './answers/desk.ts';
import { cutOf, type GatherResult, passagesIn, readOrRemember } from './answers/gather.ts';
import { runAsk } from './answers/listed.ts';
import type { Command } from './command.ts';
import { knownNames } from './known-names.ts';
import { PAGE_SIZE } from './read-rows.ts';

/** Rows, unless somebody says how many, and at most. Help tells both. */
export const USUAL_COUNT = 10;
export const MOST = 100;

/** The newest rows of the log, of one door or of all. */
export const recent: Command = {
  name: 'recent',
  takesDoor: true,
  examples: ['/clue recent', '/clue recent 50', '/clue recent 20 "Front door"'],
  run: (call) => runAsk(call, recent, 'recent', { count: { most: MOST }, time: false }),
};

/** The rows that a page of the newest shows; `isMore` where there are older ones. */
type Newest = Exclude<GatherResult, { failure: unknown }> & { readonly isMore: boolean };

/** The newest rows, or those right before or after a row between two pages. */
export async function readNewest(
  { count = USUAL_COUNT, door, places, scope, before, after }: Omit<Asked, 'kinds' | 'ask'>,
  desk: AnswerDesk,
): Promise<Newest | Extract<GatherResult, { failure: unknown }>> {
  const { ports, now, names: naming } = desk;
  const isAsked = (event: DoorEvent): boolean =>
    (door === undefined || event.door === door.id) &&
    (before === undefined || compareEventIds(event.id, before) < 0) &&
    (after === undefined || compareEventIds(event.id, after) > 0);
  const { read, unread, remembered } = await readOrRemember(
    places,
    {
      // CLUe cannot be asked for one door, so a door's rows are looked for in larger pages.
      size: door === undefined && before === undefined && after === undefined ? count : PAGE_SIZE,
      isEnough: (rows) =>
        after === undefined
          ? rows.filter(isAsked).length >= count
          : rows.some(({ id }) => compareEventIds(id, after) <= 0),
    },
    desk,
  );
  const [failure, ...others] = unread;
  if (read.length === 0 && failure !== undefined) {
    return { failure: drawUnread([failure, ...others], scope, readerAt(desk)) };
  }
  const all = read.flatMap(({ rows }) => rows.events);
  // By the order in which they arrived: a row that came late must not make a page skip those that happened after it.
  const arrived = read.flatMap(({ rows }) => rows.events.filter(isAsked)).sort((a, b) => compareEventIds(b.id, a.id));
  const page = after === undefined ? arrived.slice(0, count) : arrived.slice(-count);
  const known = knownNames(ports.places.places(), all);
  return {
    events: page.toSorted((a, b) => byTime(b, a)),
    passages: read.flatMap((one) => passagesIn(one, now).map((passage) => ({ passage, place: one.place }))),
    around: all,
    names: naming === 'none' ? { ...known, person: () => undefined } : known,
    malformed: read.reduce((sum, { rows }) => sum + rows.malformed, 0),
    cuts: read.filter(({ rows }) => rows.isCut).map(cutOf),
    unread,
    remembered,
    isMore: arrived.length >= count,
  };
}

/** Draws the newest rows, and knows where the pages before and after them begin. */
export async function answerRecent(asked: Asked, desk: AnswerDesk): Promise<Answer> {
  const newest = await readNewest(asked, desk);
  if ('failure' in newest) return { message: newest.failure };
  const { events, names, malformed, cuts, unread, remembered } = newest;
  const { before: _, after: _after, ...whole } = asked;
  const ids = events.map(({ id }) => id).sort(compareEventIds);
  const [last, first] = [ids[0], ids.at(-1)];
  const isFirstPage = asked.before === undefined && asked.after === undefined;
  const view: RecentView = {
    scope: asked.scope,
    rows: events.map((event) => {
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
    ...(!isFirstPage && { isPage: true }),
    malformed,
    cuts,
    unread,
    remembered,
  };
  return {
    message: drawRecent(view, readerAt(desk)),
    turns: {
      ...(last !== undefined && newest.isMore && { older: { ...whole, before: last } }),
      ...(first !== undefined && !isFirstPage && { newer: { ...whole, after: first } }),
    },
  };
}
