import type { DoorEvent } from '../../../door/event.ts';
import { after, type DoorId, type Instant } from '../../../door/ids.ts';
import { type Passage, passagesOf } from '../../../door/passage.ts';
import type { Remembered } from '../../messages/answers/remembered.ts';
import type { Message } from '../../messages/message.ts';
import { type CutReading, drawUnread, type UnreadPlace } from '../../messages/scope.ts';
import type { Span } from '../../messages/span.ts';
import { type KnownNames, knownNames } from '../known-names.ts';
import type { PlaceView } from '../ports.ts';
import type { Question } from '../question.ts';
import { PAGE_SIZE, type PlaceRows, type RowsRequest, readPlaces } from '../read-rows.ts';
import { type AnswerDesk, readerAt } from './desk.ts';

/** Read beyond both ends of the time asked for, in milliseconds, so that a passage at its edge is judged whole. */
export const MARGIN_MS = 10_000;

/** What an answer lacks, and how sure it is. */
export type Lacks = {
  readonly malformed: number;
  readonly cuts: readonly CutReading[];
  readonly unread: readonly UnreadPlace[];
  /** Places of which the bot's memory told, since CLUe could not be read. */
  readonly remembered: readonly Remembered[];
};

/** A passage and where it was. */
export type PassageAt = { readonly passage: Passage; readonly place: PlaceView };

export type Gathered = Lacks & {
  /** Rows within the time asked for, of the door asked for; newest first. */
  readonly events: readonly DoorEvent[];
  /** Passages that began within it; newest first. */
  readonly passages: readonly PassageAt[];
  /** Rows of the same door beyond both ends, which say how a passage went on. */
  readonly around: readonly DoorEvent[];
  readonly names: KnownNames;
};

export type GatherResult = Gathered | { readonly failure: Message };

/** Reads what a question is about; from memory where CLUe does not answer and something is remembered. */
export async function gather(
  { places, door, scope }: Pick<Question, 'places' | 'door' | 'scope'>,
  span: Span,
  desk: AnswerDesk,
): Promise<GatherResult> {
  const { ports, now, names: naming } = desk;
  const within = ({ at }: { readonly at: Instant }): boolean =>
    at >= span.from && (span.to === undefined || at <= span.to);
  const { read, unread, remembered } = await readOrRemember(
    places,
    {
      size: PAGE_SIZE,
      from: after(span.from, -MARGIN_MS),
      ...(span.to !== undefined && { to: after(span.to, MARGIN_MS) }),
    },
    desk,
  );
  const [failure, ...others] = unread;
  if (read.length === 0 && failure !== undefined) {
    return { failure: drawUnread([failure, ...others], scope, readerAt(desk)) };
  }
  const isAsked = (event: { readonly door?: DoorId }): boolean => door === undefined || event.door === door.id;
  const around = read.flatMap(({ rows }) => rows.events.filter(isAsked));
  const known = knownNames(
    ports.places.places(),
    read.flatMap(({ rows }) => rows.events),
  );
  return {
    events: around.filter(within).toSorted((a, b) => b.at - a.at),
    passages: read
      .flatMap((one) => passagesIn(one, now).map((passage) => ({ passage, place: one.place })))
      .filter(({ passage }) => isAsked(passage) && within(passage))
      .sort((a, b) => b.passage.at - a.passage.at),
    around,
    names: naming === 'none' ? { ...known, person: () => undefined } : known,
    malformed: read.reduce((sum, { rows }) => sum + rows.malformed, 0),
    cuts: read.filter(({ rows }) => rows.isCut).map(cutOf),
    unread,
    remembered,
  };
}

/** What a place's rows mean, with what is known of its doors. */
export function passagesIn({ place, rows }: Pick<PlaceRows, 'place' | 'rows'>, now: Instant): readonly Passage[] {
  const thirdParty = new Set<DoorId | undefined>(place.doors.filter((one) => one.thirdParty).map(({ id }) => id));
  return passagesOf(rows.events, now, (door) => thirdParty.has(door));
}

/** As `readPlaces`; a place that CLUe does not tell of is told of from memory, where there are rows at hand. */
export async function readOrRemember(
  places: readonly PlaceView[],
  request: RowsRequest,
  { ports, signal }: Pick<AnswerDesk, 'ports' | 'signal'>,
): Promise<Awaited<ReturnType<typeof readPlaces>> & { readonly remembered: readonly Remembered[] }> {
  const { read, unread } = await readPlaces(ports.log, places, {
    ...request,
    ...(signal !== undefined && { signal }),
  });
  const { from = -Infinity, to = Infinity } = request;
  const fromMemory = unread.flatMap(({ place, problem }) => {
    const memory = ports.memory.of(place.id);
    if (memory?.rowsSince === undefined) return [];
    const { rows: held, rowsSince: since, knownAt } = memory;
    const events = held.filter(({ at }) => at >= from && at <= to).toSorted((a, b) => b.at - a.at);
    const rows = { events, malformed: 0, rowsRead: events.length, isCut: false };
    return [{ place, rows, remembered: { place, problem, since, ...(knownAt !== undefined && { knownAt }) } }];
  });
  return {
    read: [...read, ...fromMemory.map(({ place, rows }) => ({ place, rows }))],
    unread,
    remembered: fromMemory.map((one) => one.remembered),
  };
}

export function cutOf({ place, rows }: PlaceRows): CutReading {
  const backTo = rows.events.reduce<Instant | undefined>(
    (oldest, { at }) => (oldest === undefined || at < oldest ? at : oldest),
    undefined,
  );
  return { place, rowsRead: rows.rowsRead, ...(backTo !== undefined && { backTo }) };
}
