import type { DoorEvent } from '../door/event.ts';
import { compareEventIds, type EventId } from '../door/ids.ts';
import type { Page, PageRequest } from '../door/page.ts';
import type { Problem, Result } from '../door/problem.ts';
import { isNew, seenIds } from '../incident/memory.ts';
import type { PlaceState } from '../incident/place.ts';

/** Where rows come from. */
export interface EventSource {
  page(request: PageRequest, signal: AbortSignal): Promise<Result<Page>>;
}

/** Rows asked for per page. The vendor's own example asks for 256; no limit is documented. */
export const PAGE_ROWS = 256;

/** A page may repeat the one before when many rows arrive at once. So many repetitions in a row mean that paging is broken. */
const REPEATS_BORNE = 3;

/** What one reading of a place brought. */
export type Reading = {
  readonly events: readonly DoorEvent[];
  /** Rows that could not be read, on all pages together. */
  readonly malformed: number;
  /** Whether it reached what is known; if not, the next reading goes on from `resumeAt`. */
  readonly complete: boolean;
  readonly olderRowsExist: boolean;
  /** Rows that match on the server, by the last page that answered. */
  readonly total?: number;
  readonly deep: boolean;
  readonly pages: number;
  readonly resumeAt: number;
  readonly problem?: Problem;
};

export type ReadOptions = {
  readonly source: EventSource;
  readonly state: PlaceState;
  /** Read down to the floor of the memory, not just to the first page of known rows. */
  readonly deep: boolean;
  /** The server's `total` at the last reading, if there was one. */
  readonly lastTotal: number | undefined;
  /** The page at which an earlier reading broke off. */
  readonly resumeAt: number;
  readonly signal: AbortSignal;
  /** Asked after a page with new rows: whether the reading should hand over what it has, and go on next time. */
  readonly isEnough?: () => boolean;
  readonly pageRows?: number;
};

/**
 * Reads what is new at a place, newest first, page by page. Rows that arrive meanwhile push others down a
 * page, so a row may come twice, but none is passed over. Ends at the first page of known rows, unless a
 * deep reading is owed or `total` grew by more than the rows found: then it goes on to the memory's floor.
 */
export async function readPlace(options: ReadOptions): Promise<Reading> {
  const { source, state, lastTotal, signal, isEnough = () => false, pageRows: size = PAGE_ROWS } = options;
  const { memory } = state;
  const seen = seenIds(memory);
  const isFirstSight = state.watchingSince === undefined;
  const events: DoorEvent[] = [];
  let deep = options.deep || memory.owesDeepRead;
  let rowsPerPage = 0;
  let malformed = 0;
  let pages = 0;
  let page = 0;
  let total: number | undefined;
  let lowest: EventId | undefined;
  let repeats = 0;
  let metKnown = false;
  let wasFull = true;

  const reading = (complete: boolean, resumeAt: number, problem?: Problem): Reading => ({
    events,
    malformed,
    complete,
    olderRowsExist: total !== undefined && total > rowsPerPage,
    ...(total !== undefined && { total }),
    deep,
    pages,
    resumeAt,
    ...(problem !== undefined && { problem }),
  });

  /** Where to go on. What lies above the place where an earlier reading broke off is known, once known rows were met. */
  const brokenOff = (problem?: Problem): Reading =>
    reading(false, memory.owesDeepRead && metKnown ? Math.max(page, options.resumeAt) : page, problem);
  const notReadable = (detail: string): Problem => ({ kind: 'unreadable-answer', status: 200, detail });

  for (;;) {
    const answer = await source.page({ place: state.place, page, size, order: 'newest-first' }, signal);
    if (!answer.ok) return brokenOff(answer.problem);
    pages += 1;
    total = answer.value.total;
    malformed += answer.value.malformed;
    const rows = answer.value.events;
    const rowsOnPage = rows.length + answer.value.malformed;
    // The server may give fewer rows a page than were asked for.
    rowsPerPage = Math.max(rowsPerPage, rowsOnPage);
    const fresh = isFirstSight ? rows : rows.filter((event) => isNew(memory, seen, event.id));
    events.push(...fresh);
    if (isFirstSight && rows.length === 0 && total > 0) {
      // Taken for the whole past, it would make every row of it an alert at the next look.
      return { ...reading(false, 0, notReadable(`none of ${total} rows can be read`)), pages: 0 };
    }
    if (isFirstSight) return reading(true, 0);
    if (rowsOnPage === 0) {
      // Taken for the end of the log, an empty page in the midst of it would be every row below it lost.
      if (wasFull && page * rowsPerPage < total)
        return brokenOff(notReadable(`page ${page} of ${total} rows is empty`));
      return reading(true, 0);
    }
    wasFull = rowsOnPage === rowsPerPage;
    metKnown ||= fresh.length < rows.length;
    const last = rows.reduce<EventId | undefined>((low, { id }) => (isLower(id, low) ? id : low), undefined);
    repeats = last !== undefined && !isLower(last, lowest) ? repeats + 1 : 0;
    if (repeats >= REPEATS_BORNE) return reading(false, 0, notReadable(`page ${page} repeats the one before it`));
    lowest = repeats > 0 ? lowest : (last ?? lowest);
    const isBelowFloor = rows.some(
      (event) => memory.floor !== undefined && compareEventIds(event.id, memory.floor) <= 0,
    );
    // A full page is never the last one, whatever `total` says: rows that come twice are counted once, or twice.
    const isShort = rowsOnPage < (page === 0 ? size : rowsPerPage);
    if (isBelowFloor || (isShort && page * rowsPerPage + rowsOnPage >= total)) return reading(true, 0);
    page += 1;
    if (fresh.length > 0) {
      // It must have come further than the one before it.
      if (isEnough() && (!memory.owesDeepRead || page > options.resumeAt)) return brokenOff();
      continue;
    }
    const grewBy = lastTotal === undefined ? 0 : total - lastTotal;
    const found = new Set(events.map((event) => event.id)).size;
    if (!deep && grewBy <= found) return reading(true, 0);
    deep = true;
    // Everything above was read by an earlier tick; new rows can only have pushed the unread ones further down.
    if (memory.owesDeepRead) page = Math.max(page, options.resumeAt - 1);
  }
}

const isLower = (id: EventId, than: EventId | undefined): boolean =>
  than === undefined || compareEventIds(id, than) < 0;
