import type { DoorEvent } from '../../../door/event.ts';
import { after, type DoorId, type EventId, type Instant } from '../../../door/ids.ts';
import { type Passage, passagesOf } from '../../../door/passage.ts';
import type { LacksView } from '../../messages/answers/lacks.ts';
import type { Message } from '../../messages/message.ts';
import { type CutReading, drawUnread } from '../../messages/scope.ts';
import type { Span } from '../../messages/span.ts';
import { type KnownNames, knownNames } from '../known-names.ts';
import type { PlaceView } from '../ports.ts';
import { type PlaceRows, type PlacesRead, type RowsRequest, readPlaces } from '../read-rows.ts';
import { isPerson, MARGIN_MS } from '../rows-asked.ts';
import type { Asked } from './asked.ts';
import { type AnswerDesk, readerAt } from './desk.ts';

/** A passage and where it was. */
export type PassageAt = { readonly passage: Passage; readonly place: PlaceView };

export type Gathered = LacksView & {
  /** Rows within the time asked for, of the door and the person asked for; newest first. */
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
  { places, door, person, scope }: Pick<Asked, 'places' | 'door' | 'person' | 'scope'>,
  span: Span,
  desk: AnswerDesk,
): Promise<GatherResult> {
  const { ports, now } = desk;
  const within = ({ at }: { readonly at: Instant }): boolean =>
    at >= span.from && (span.to === undefined || at <= span.to);
  const found = await readRows(
    places,
    { from: after(span.from, -MARGIN_MS), ...(span.to !== undefined && { to: after(span.to, MARGIN_MS) }) },
    desk,
  );
  if (!found.ok) return { failure: found.instead };
  const { read, unread, freshness } = found;
  const [failure, ...others] = unread;
  if (read.length === 0 && failure !== undefined) {
    return { failure: drawUnread([failure, ...others], scope, readerAt(desk)) };
  }
  const isAsked = (event: { readonly door?: DoorId }): boolean => door === undefined || event.door === door.id;
  const around = read.flatMap(({ rows }) => rows.events.filter(isAsked));
  const passages = read
    .flatMap((one) => passagesIn(one, now).map((passage) => ({ passage, place: one.place })))
    .filter(({ passage }) => isAsked(passage) && (person === undefined || isPerson(person, passage.person)));
  const ofPerson = person === undefined ? undefined : rowsIn(passages);
  return {
    events: around
      .filter((event) => within(event) && (ofPerson === undefined || ofPerson.has(event.id)))
      .toSorted((a, b) => b.at - a.at),
    passages: passages.filter(({ passage }) => within(passage)).sort((a, b) => b.passage.at - a.passage.at),
    around,
    names: knownNames(
      ports.places.places(),
      read.flatMap(({ rows }) => rows.events),
    ),
    malformed: read.reduce((sum, { rows }) => sum + rows.malformed, 0),
    cuts: read.filter(({ rows }) => rows.isCut).map(cutOf),
    unread,
    freshness,
  };
}

/** Reads rows of several places for whoever asked, who hears how far it has come and can give it up. */
export const readRows = (
  places: readonly PlaceView[],
  request: RowsRequest,
  { ports, asker, say, progress, signal }: AnswerDesk,
): Promise<PlacesRead> =>
  readPlaces({ ports, user: asker.userId, say, ...(progress !== undefined && { progress }) }, places, {
    ...request,
    ...(signal !== undefined && { signal }),
  });

/** What a place's rows mean, with what is known of its doors. */
export function passagesIn({ place, rows }: Pick<PlaceRows, 'place' | 'rows'>, now: Instant): readonly Passage[] {
  const thirdParty = new Set<DoorId | undefined>(place.doors.filter((one) => one.thirdParty).map(({ id }) => id));
  return passagesOf(rows.events, now, (door) => thirdParty.has(door));
}

const rowsIn = (passages: readonly PassageAt[]): ReadonlySet<EventId> =>
  new Set(passages.flatMap(({ passage }) => passage.rows));

export function cutOf({ place, rows }: PlaceRows): CutReading {
  const backTo = rows.events.reduce<Instant | undefined>(
    (oldest, { at }) => (oldest === undefined || at < oldest ? at : oldest),
    undefined,
  );
  return { place, rowsRead: rows.rowsRead, ...(backTo !== undefined && { backTo }) };
}
