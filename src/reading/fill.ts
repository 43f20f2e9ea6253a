import type { PlaceId } from '../door/ids.ts';
import type { Ask } from './ask.ts';
import type { PageSizes } from './page-sizes.ts';
import { KEPT_ROWS, type PlaceRows } from './place-rows.ts';
import { readNewest } from './read-newest.ts';
import { readRange } from './read-range.ts';

export type FillOptions = {
  readonly place: PlaceId;
  readonly rows: PlaceRows;
  readonly ask: Ask;
  readonly sizes: PageSizes;
  readonly signal: AbortSignal;
};

const silent = { onProgress: () => {} };

/** Reads what was there before the first poll. It is repeated at the next look where it fails. */
export async function fill({ place, rows, ask, sizes, signal }: FillOptions): Promise<void> {
  if (!rows.isFilled()) {
    const isEnough = ({ length }: { readonly length: number }): boolean => length >= KEPT_ROWS;
    const request = { place, isEnough, size: sizes.most(), most: 2 * KEPT_ROWS, signal, ...silent };
    const answer = await readNewest(ask, sizes, request);
    if (!answer.ok || signal.aborted) return;
    const { events, malformed, doubled, total } = answer.value;
    rows.fill({ events, malformed, isWholeLog: events.length + malformed + doubled >= total });
  }
  if (rows.knownSince() === undefined) await prove({ place, rows, ask, sizes, signal });
}

/**
 * Finds out from when on the memory has every row by its device's time. The newest rows are the newest by arrival: a device
 * whose clock runs ahead wrote a row long ago that belongs to a time still asked for. CLUe's own count tells whether there is
 * one, and only then are the rows of that time read.
 */
async function prove({ place, rows, ask, sizes, signal }: FillOptions): Promise<void> {
  const since = rows.likelySince();
  if (since === undefined) return;
  const before = rows.recall({ from: since }).events;
  const counted = await ask({ place, page: 0, size: 1, order: 'newest-first', from: since });
  if (!counted.ok) return;
  const known = rows.recall({ from: since }).events;
  // A row that arrived while CLUe counted may make up for one that is missing: only what stood still can be counted.
  const stoodStill = known.length === before.length && known.every(({ id }, index) => id === before[index]?.id);
  if (stoodStill && counted.value.total === known.length) return rows.prove(since, []);
  const answer = await readRange(ask, sizes, { place, from: since, most: 4 * KEPT_ROWS, signal, ...silent });
  if (!answer.ok || 'kind' in answer.value || answer.value.isCut || answer.value.missing > 0) return;
  rows.prove(since, answer.value.events);
}
