import { byTime, type DoorEvent } from '../../door/event.ts';
import { after, compareEventIds, type EventId } from '../../door/ids.ts';
import { isNamed } from '../messages/names.ts';
import { drawRecent, type RecentView } from '../messages/recent.ts';
import { drawUnread } from '../messages/scope.ts';
import type { Answer } from './answers/answer.ts';
import type { Asked } from './answers/asked.ts';
import { type AnswerDesk, readerAt } from './answers/desk.ts';
import { cutOf, type Gathered, type GatherResult, passagesIn, readRows } from './answers/gather.ts';
import { runAsk } from './answers/listed.ts';
import type { Command } from './command.ts';
import { knownNames } from './known-names.ts';
import type { PlaceView } from './ports.ts';
import { MARGIN_MS, rowsAsked } from './rows-asked.ts';

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
  run: (call) => runAsk(call, recent, 'recent', { count: { most: MOST }, time: true, person: true, kinds: true }),
};

/** The rows that a page of the newest shows; `isMore` where there may be older ones. */
type Newest = Gathered & { readonly isMore: boolean };

/** Whether more than doors was asked for. */
const isFiltered = ({ door, person, kinds, span }: Asked): boolean =>
  door !== undefined || person !== undefined || kinds !== undefined || span !== undefined;
const isPage = (asked: Asked): boolean => asked.before !== undefined || asked.after !== undefined;

/** The newest rows, or those right before or after a row between two pages. */
export async function readNewest(
  asked: Asked,
  desk: AnswerDesk,
): Promise<Newest | Extract<GatherResult, { failure: unknown }>> {
  const { count = USUAL_COUNT, door, person, kinds, span, places, scope, timeZone } = asked;
  const { ports, now } = desk;
  const ofPage = ({ id }: { readonly id: EventId }): boolean =>
    (asked.before === undefined || compareEventIds(id, asked.before) < 0) &&
    (asked.after === undefined || compareEventIds(id, asked.after) > 0);
  const rowsOf = (rows: readonly DoorEvent[], place: PlaceView): readonly DoorEvent[] =>
    rowsAsked(rows, place, asked, now).filter(ofPage);
  const found = await readRows(
    places,
    {
      // CLUe cannot be asked for one door, person or kind, so they are looked for among all.
      ...(isFiltered(asked) || isPage(asked)
        ? {
            isEnough: (rows: readonly DoorEvent[]) => isEnough(rows, { ...asked, count }, rowsOf),
            key: JSON.stringify([
              ...['recent', count, door?.id, person?.id, kinds, span?.from, span?.to],
              ...[asked.before, asked.after],
            ]),
          }
        : { newest: count }),
      ...(span !== undefined && { from: after(span.from, -MARGIN_MS) }),
      ...(span?.to !== undefined && { to: after(span.to, MARGIN_MS) }),
    },
    desk,
  );
  if (!found.ok) return { failure: found.instead };
  const { read, unread, freshness } = found;
  const [failure, ...others] = unread;
  if (read.length === 0 && failure !== undefined) {
    return { failure: drawUnread([failure, ...others], scope, readerAt(desk, timeZone)) };
  }
  const all = read.flatMap(({ rows }) => rows.events);
  // By the order in which they arrived: a row that came late must not make a page skip those that happened after it.
  const arrived = read
    .flatMap(({ place, rows }) => rowsOf(rows.events, place))
    .sort((a, b) => compareEventIds(b.id, a.id));
  const page = asked.after === undefined ? arrived.slice(0, count) : arrived.slice(-count);
  return {
    events: page.toSorted((a, b) => byTime(b, a)),
    passages: read.flatMap((one) => passagesIn(one, now).map((passage) => ({ passage, place: one.place }))),
    around: all,
    names: knownNames(ports.places.places(), all),
    malformed: read.reduce((sum, { rows }) => sum + rows.malformed, 0),
    cuts: read.filter(({ rows }) => rows.isCut).map(cutOf),
    unread,
    freshness,
    isMore: arrived.length >= count,
  };
}

/** Whether a place's rows, read so far, hold as many as are wanted; for a newer page, whether they reach down to it. */
function isEnough(
  rows: readonly DoorEvent[],
  { places, count, after: newerThan }: Pick<Asked, 'places' | 'after'> & { readonly count: number },
  rowsOf: (rows: readonly DoorEvent[], place: PlaceView) => readonly DoorEvent[],
): boolean {
  if (newerThan !== undefined) return rows.some(({ id }) => compareEventIds(id, newerThan) <= 0);
  const place = places.find(({ id }) => id === rows[0]?.place);
  return place !== undefined && rowsOf(rows, place).length >= count;
}

/** Draws the newest rows, and knows where the pages before and after them begin. */
export async function answerRecent(asked: Asked, desk: AnswerDesk): Promise<Answer> {
  const newest = await readNewest(asked, desk);
  if ('failure' in newest) return { message: newest.failure, rows: undefined };
  const { events, names, malformed, cuts, unread, freshness, isMore } = newest;
  const { before: _, after: _after, ...whole } = asked;
  const ids = events.map(({ id }) => id).sort(compareEventIds);
  const [last, first] = [ids[0], ids.at(-1)];
  const isFirstPage = !isPage(asked);
  const view: RecentView = {
    scope: asked.scope,
    ...(isFiltered(asked) && {
      understood: asked,
      isFull: isFirstPage && events.length === (asked.count ?? USUAL_COUNT),
    }),
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
    freshness,
  };
  return {
    message: drawRecent(view, readerAt(desk, asked.timeZone)),
    rows: view.rows.filter(({ person }) => isNamed(person)).length,
    turns: {
      ...(last !== undefined && isMore && { older: { ...whole, before: last } }),
      ...(first !== undefined && !isFirstPage && { newer: { ...whole, after: first } }),
    },
  };
}
