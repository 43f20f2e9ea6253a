import type { DoorEvent } from '../door/event.ts';
import type { EventId, PlaceId } from '../door/ids.ts';
import type { Page } from '../door/page.ts';
import { ok, type Result } from '../door/problem.ts';
import type { Ask } from './ask.ts';
import { doublings } from './doublings.ts';
import type { PageSizes } from './page-sizes.ts';
import { newestFirst, type Progress, type RowsRead } from './read-range.ts';

export type NewestRequest = {
  readonly place: PlaceId;
  /** Whether these rows, newest first, are enough. */
  readonly isEnough: (rows: readonly DoorEvent[]) => boolean;
  /** Rows a page that are likely enough. */
  readonly size: number;
  /** Rows that are looked through, at most. */
  readonly most: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
};

/**
 * Reads a log from its newest row on, one page after another. What arrives meanwhile pushes rows down to pages that are still
 * to be read: a row may come twice, and is taken once, but none is passed over.
 */
export async function readNewest(ask: Ask, sizes: PageSizes, request: NewestRequest): Promise<Result<RowsRead>> {
  const { place, isEnough, most, signal, onProgress } = request;
  const events = new Map<EventId, DoorEvent>();
  let size = Math.min(request.size, sizes.most());
  const pages: Page[] = [];
  let malformed = 0;
  let rowsRead = 0;
  let total = 0;
  const result = (isCut: boolean): Result<RowsRead> =>
    ok({
      events: newestFirst([...events.values()]),
      malformed,
      rowsRead,
      isCut,
      missing: 0,
      total,
      doubled: doublings(pages),
    });
  for (let page = 0; rowsRead < most; page += 1) {
    const asked = page;
    const answer = await (page === 0
      ? sizes.ask((largest) => {
          size = largest;
          return ask({ place, page: asked, size, order: 'newest-first' });
        }, size)
      : ask({ place, page, size, order: 'newest-first' }));
    if (!answer.ok) return signal.aborted && page > 0 ? result(true) : answer;
    const { value } = answer;
    const arrived = value.events.length + value.malformed;
    pages.push(value);
    for (const event of value.events) events.set(event.id, event);
    malformed += value.malformed;
    rowsRead += arrived;
    total = value.total;
    if (page === 0 && arrived > 0 && arrived < size && arrived < total) size = arrived;
    if (arrived === 0 || rowsRead >= total || isEnough([...events.values()])) return result(false);
    const ofRows = Math.min(total, most);
    onProgress({ pages: page + 1, ofPages: Math.ceil(ofRows / size), rows: events.size, ofRows });
  }
  return result(true);
}
