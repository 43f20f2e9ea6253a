import type { DoorEvent } from '../../door/event.ts';
import type { EventId, Instant, PlaceId } from '../../door/ids.ts';
import { failed, ok, type Problem, type Result } from '../../door/problem.ts';
import type { Log, PlaceView } from './ports.ts';

/** Pages read for one answer and place, at most. */
export const MOST_PAGES = 40;
/** Rows a page where all rows of a time are wanted. */
export const PAGE_SIZE = 256;
/** Time for one answer, in milliseconds: then what was read until here is the answer, and it says so. */
export const ANSWER_WITHIN_MS = 60_000;
/** Places asked at the same time, at most. */
const AT_ONCE = 4;

export type RowsRequest = {
  readonly from?: Instant;
  readonly to?: Instant;
  /** Rows a page. */
  readonly size: number;
  /** Whether these rows, newest first, are enough of them. Never, if left out. */
  readonly isEnough?: (rows: readonly DoorEvent[]) => boolean;
  readonly signal?: AbortSignal;
  /** {@link ANSWER_WITHIN_MS}, if left out. */
  readonly withinMs?: number;
};

export type Rows = {
  /** Each row once, in the order CLUe gave them: newest first. */
  readonly events: readonly DoorEvent[];
  readonly malformed: number;
  /** Rows that CLUe sent, with doublings and malformed ones. */
  readonly rowsRead: number;
  /** There was more, but not within {@link MOST_PAGES} or {@link ANSWER_WITHIN_MS}. */
  readonly isCut: boolean;
};

/**
 * Reads a place's log from the newest row on. While it reads, new rows push old ones down a page, so a row
 * can come twice and is taken once. It ends by CLUe's own `total`, since CLUe may give fewer rows a page
 * than it was asked for.
 */
export async function readRows(log: Log, place: PlaceId, request: RowsRequest): Promise<Result<Rows>> {
  const { from, to, size, isEnough = () => false, signal } = request;
  const events = new Map<EventId, DoorEvent>();
  let malformed = 0;
  let rowsRead = 0;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const range = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
    const answer = await log.page({ place, page, size, order: 'newest-first', ...range }, signal);
    if (!answer.ok) {
      if (signal?.aborted !== true) return answer;
      if (page > 0) return ok({ events: [...events.values()], malformed, rowsRead, isCut: true });
      return failed({ kind: 'timeout', afterMs: request.withinMs ?? ANSWER_WITHIN_MS });
    }
    for (const event of answer.value.events) if (!events.has(event.id)) events.set(event.id, event);
    const arrived = answer.value.events.length + answer.value.malformed;
    malformed += answer.value.malformed;
    rowsRead += arrived;
    const rows = [...events.values()];
    if (arrived === 0 || rowsRead >= answer.value.total || isEnough(rows)) {
      return ok({ events: rows, malformed, rowsRead, isCut: false });
    }
  }
  return ok({ events: [...events.values()], malformed, rowsRead, isCut: true });
}

/** What several places gave, each by itself: one that cannot be read does not hide the others. */
export type PlaceRows = { readonly place: PlaceView; readonly rows: Rows };
export type PlaceProblem = { readonly place: PlaceView; readonly problem: Problem };

/** Reads several places, four at a time, within the time for one answer. */
export async function readPlaces(
  log: Log,
  places: readonly PlaceView[],
  request: RowsRequest,
): Promise<{ readonly read: readonly PlaceRows[]; readonly unread: readonly PlaceProblem[] }> {
  const { withinMs = ANSWER_WITHIN_MS, signal } = request;
  const deadline = AbortSignal.timeout(withinMs);
  const untilThen = { ...request, signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]) };
  const read: PlaceRows[] = [];
  const unread: PlaceProblem[] = [];
  for (let first = 0; first < places.length; first += AT_ONCE) {
    const some = places.slice(first, first + AT_ONCE);
    const answers = await Promise.all(
      some.map(async (place) => ({ place, answer: await readRows(log, place.id, untilThen) })),
    );
    for (const { place, answer } of answers) {
      if (answer.ok) read.push({ place, rows: answer.value });
      else unread.push({ place, problem: answer.problem });
    }
  }
  return { read, unread };
}
