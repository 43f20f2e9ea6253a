import type { DoorEvent } from './event.ts';
import type { Instant, PlaceId } from './ids.ts';

/** A question for one page of a place's log. Pages are counted from 0. */
export type PageRequest = {
  readonly place: PlaceId;
  readonly page: number;
  /** Rows a page, at most. */
  readonly size: number;
  readonly order: 'newest-first' | 'oldest-first';
  /** Only rows whose device time is not before this. */
  readonly from?: Instant;
  /** Only rows whose device time is not after this. */
  readonly to?: Instant;
};

/** One page of a place's log. */
export type Page = {
  /** Rows that match the question on all pages together. */
  readonly total: number;
  readonly events: readonly DoorEvent[];
  /** Rows on this page that could not be read; they are logged and left out. */
  readonly malformed: number;
};
