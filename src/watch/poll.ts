import type { DoorEvent } from '../door/event.ts';
import { compareEventIds } from '../door/ids.ts';
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

/** What one reading of a place brought. */
export type Reading = {
  readonly events: readonly DoorEvent[];
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
  readonly pageRows?: number;
};

/**
 * Reads what is new at a place, newest first, page by page. Rows that arrive meanwhile push others down a
 * page, so a row may come twice, but none is passed over. Ends at the first page of known rows, unless a
 * deep reading is owed or `total` grew by more than the rows found: then it goes on to the memory's floor.
 */
export async function readPlace(options: ReadOptions): Promise<Reading> {
  const { source, state, lastTotal, signal, pageRows: size = PAGE_ROWS } = options;
  const { memory } = state;
  const seen = seenIds(memory);
  const isFirstSight = state.watchingSince === undefined;
  const events: DoorEvent[] = [];
  let deep = options.deep || memory.owesDeepRead;
  let rowsPerPage = 0;
  let pages = 0;
  let page = 0;
  let total: number | undefined;

  const reading = (complete: boolean, resumeAt: number, problem?: Problem): Reading => ({
    events,
    complete,
    olderRowsExist: total !== undefined && total > rowsPerPage,
    ...(total !== undefined && { total }),
    deep,
    pages,
    resumeAt,
    ...(problem !== undefined && { problem }),
  });

  for (;;) {
    const answer = await source.page({ place: state.place, page, size, order: 'newest-first' }, signal);
    if (!answer.ok) return reading(false, Math.max(page, memory.owesDeepRead ? options.resumeAt : 0), answer.problem);
    pages += 1;
    total = answer.value.total;
    const rows = answer.value.events;
    const rowsOnPage = rows.length + answer.value.malformed;
    // The server may give fewer rows a page than were asked for.
    rowsPerPage = Math.max(rowsPerPage, rowsOnPage);
    const fresh = isFirstSight ? rows : rows.filter((event) => isNew(memory, seen, event.id));
    events.push(...fresh);
    if (isFirstSight && rows.length === 0 && total > 0) {
      // Taken for the whole past, it would make every row of it an alert at the next look.
      const detail = `none of ${total} rows can be read`;
      return { ...reading(false, 0, { kind: 'unreadable-answer', status: 200, detail }), pages: 0 };
    }
    if (isFirstSight || rowsOnPage === 0) return reading(true, 0);
    const isBelowFloor = rows.some(
      (event) => memory.floor !== undefined && compareEventIds(event.id, memory.floor) <= 0,
    );
    if (isBelowFloor || page * rowsPerPage + rowsOnPage >= total) return reading(true, 0);
    page += 1;
    if (fresh.length > 0) continue;
    const grewBy = lastTotal === undefined ? 0 : total - lastTotal;
    const found = new Set(events.map((event) => event.id)).size;
    if (!deep && grewBy <= found) return reading(true, 0);
    deep = true;
    // Everything above was read by an earlier tick; new rows can only have pushed the unread ones further down.
    if (memory.owesDeepRead) page = Math.max(page, options.resumeAt - 1);
  }
}
