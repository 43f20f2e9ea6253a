import type { Detail } from './answer.ts';
import type { LogRow } from './place.ts';

export type EventsQuery = {
  /** Both ends are included, and are compared with `eventAt`. */
  readonly startTime: number;
  readonly endTime: number;
  readonly filterEvents: string | undefined;
  readonly page: number;
  readonly size: number;
  readonly order: 'asc' | 'desc';
};

/** Rows a page when the question names no size. The guide does not say; 20 is what such services answer with. */
const DEFAULT_SIZE = 20;

/**
 * Reads the query of an events request. A parameter that is left out or empty takes its default (no time
 * limits, every type, page 0, 20 rows, newest first); a size above the limit is brought down to it in
 * silence; unknown parameters do not matter. What cannot be read comes back as the details of an e1003.
 */
export function readEventsQuery(params: URLSearchParams, maxPageSize: number): EventsQuery | readonly Detail[] {
  const faults: Detail[] = [];
  const numberOf = (field: string, fallback: number, least: number): number => {
    const text = params.get(field) ?? '';
    if (text === '') return fallback;
    const value = /^\d{1,15}$/.test(text) ? Number(text) : -1;
    if (value >= least) return value;
    faults.push({ message: `must be a whole number from ${least}`, field, rejectedValue: text });
    return fallback;
  };
  const sort = params.get('sort') || 'id,desc';
  const order = sort === 'id,asc' ? 'asc' : 'desc';
  if (sort !== 'id,asc' && sort !== 'id,desc') {
    faults.push({ message: 'must be id,asc or id,desc', field: 'sort', rejectedValue: sort });
  }
  const query: EventsQuery = {
    startTime: numberOf('startTime', Number.NEGATIVE_INFINITY, 0),
    endTime: numberOf('endTime', Number.POSITIVE_INFINITY, 0),
    filterEvents: params.get('filterEvents') || undefined,
    page: numberOf('page', 0, 0),
    size: Math.min(numberOf('size', DEFAULT_SIZE, 1), maxPageSize),
    order,
  };
  return faults.length > 0 ? faults : query;
}

/** One page of the matching rows, and how many match on all pages together. */
export function pageOf(
  rows: readonly LogRow[],
  query: EventsQuery,
): { readonly total: number; readonly rows: readonly LogRow[] } {
  const matching = rows.filter(
    (row) =>
      row.eventAt >= query.startTime &&
      row.eventAt <= query.endTime &&
      (query.filterEvents === undefined || row.eventType === query.filterEvents),
  );
  if (query.order === 'desc') matching.reverse();
  const from = query.page * query.size;
  return { total: matching.length, rows: matching.slice(from, from + query.size) };
}
