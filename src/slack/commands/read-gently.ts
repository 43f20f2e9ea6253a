import type { DoorEvent } from '../../door/event.ts';
import type { EventId, Instant, PlaceId } from '../../door/ids.ts';
import { failed, ok, type Result } from '../../door/problem.ts';
import { pause } from '../../reading/pause.ts';
import type { Log } from './ports.ts';

/** Rows a page: fewer requests than with the vendor's own 256. */
const LARGE_PAGE = 1_000;
/** Rows a page where CLUe refuses the larger ones; no limit is documented. */
const USUAL_PAGE = 256;
/** Between two pages others have their turn, in milliseconds. */
const PAUSE_MS = 10;
/** A rate limit is waited for so often, and at most so long each time, in milliseconds. */
const WAITS = 5;
const LONGEST_WAIT_MS = 30_000;

export type GentleRequest = {
  readonly from: Instant;
  readonly to: Instant;
  /** Rows that are kept, at most: the newest. */
  readonly most: number;
  readonly signal: AbortSignal;
  /** Hears after each page how many rows were read, and how many there are by CLUe's word. */
  readonly onPage?: (read: number, total: number) => void;
  readonly pauseMs?: number;
};

export type GentleRows = {
  /** Each row once, newest first. */
  readonly events: readonly DoorEvent[];
  readonly malformed: number;
  /** There were more than are kept. */
  readonly isCut: boolean;
};

/** Reads a long stretch of a place's log, page after page, with a pause between any two. It is in no hurry. */
export async function readGently(log: Log, place: PlaceId, request: GentleRequest): Promise<Result<GentleRows>> {
  const { from, to, most, signal, onPage = () => {}, pauseMs = PAUSE_MS } = request;
  const events = new Map<EventId, DoorEvent>();
  let size = LARGE_PAGE;
  let malformed = 0;
  let rowsRead = 0;
  let waits = 0;
  for (let page = 0; ; ) {
    const answer = await log.page({ place, page, size, order: 'newest-first', from, to }, signal);
    if (!answer.ok) {
      const { problem } = answer;
      if (signal.aborted) return answer;
      if (problem.kind === 'rate-limited' && waits < WAITS && problem.retryAfterMs <= LONGEST_WAIT_MS) {
        waits += 1;
        await pause(problem.retryAfterMs, signal);
        continue;
      }
      if (problem.kind === 'bad-request' && page === 0 && size > USUAL_PAGE) {
        size = USUAL_PAGE;
        continue;
      }
      return answer;
    }
    const { value } = answer;
    for (const event of value.events) if (!events.has(event.id)) events.set(event.id, event);
    const arrived = value.events.length + value.malformed;
    malformed += value.malformed;
    rowsRead += arrived;
    onPage(rowsRead, value.total);
    if (arrived === 0 && rowsRead < value.total) {
      // Taken for the end, it would be every row below it lost.
      return failed({ kind: 'unreadable-answer', status: 200, detail: `page ${page} of ${value.total} rows is empty` });
    }
    const isWhole = rowsRead >= value.total;
    if (isWhole || events.size >= most) {
      return ok({ events: [...events.values()].slice(0, most), malformed, isCut: !isWhole || events.size > most });
    }
    page += 1;
    await pause(pauseMs, signal);
  }
}
