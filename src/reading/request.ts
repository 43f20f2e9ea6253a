import type { DoorEvent } from '../door/event.ts';
import type { Instant, PlaceId } from '../door/ids.ts';
import type { Problem } from '../door/problem.ts';
import type { Progress } from './read-range.ts';

/** Time for one reading, in milliseconds: then what was read until here is the answer, and it says so. */
export const READ_WITHIN_MS = 120_000;
/** Rows of one question, at most: past them it has to be narrowed down. */
export const MOST_ROWS = 100_000;

/** A question for rows: those of a time, the newest ones, or the newest ones of a time. */
export type ReadRequest = {
  readonly places: readonly PlaceId[];
  readonly from?: Instant;
  readonly to?: Instant;
  /** So many of the newest rows of each place. */
  readonly newest?: number;
  /** Whether these rows of a place, newest first and without a gap, are enough; in place of `newest`. */
  readonly isEnough?: (rows: readonly DoorEvent[]) => boolean;
  /** What `isEnough` asks, in words: those who ask the same at the same moment share one reading. */
  readonly key?: string;
  readonly signal?: AbortSignal;
  /** Hears of every page after which there are more. */
  readonly onProgress?: (progress: ReadProgress) => void;
  /** {@link READ_WITHIN_MS}, if left out. */
  readonly withinMs?: number;
};

/** How far a question has come, over all its places. */
export type ReadProgress = Progress & {
  /** How much longer it most likely takes, in milliseconds. */
  readonly leftMs: number;
};

/** Where rows came from: the memory that the polls keep fresh, CLUe, what was kept of a time that is over, or a memory that CLUe cannot refresh. */
export type Source = 'memory' | 'clue' | 'kept' | 'memory-only';

export type RowsFound = {
  /** Each row once, newest first by the order in which CLUe took them. There may be more than were asked for. */
  readonly events: readonly DoorEvent[];
  /** When CLUe knew no other rows than these. */
  readonly freshAt: Instant;
  readonly source: Source;
  /** Rows that CLUe gave and the bot could not read. */
  readonly malformed: number;
  readonly rowsRead: number;
  /** There was more, but it was not reached. */
  readonly isCut: boolean;
  /** Rows that CLUe counts and does not give. */
  readonly missing: number;
  /** Why CLUe could not be asked, where only memory speaks. */
  readonly problem?: Problem;
};

export type PlaceFound =
  | ({ readonly place: PlaceId; readonly ok: true } & RowsFound)
  | { readonly place: PlaceId; readonly ok: false; readonly problem: Problem };

export type ReadAnswer =
  | { readonly kind: 'read'; readonly places: readonly PlaceFound[] }
  | { readonly kind: 'too-many-rows'; readonly total: number; readonly most: number }
  /** The asker's signal gave it up. */
  | { readonly kind: 'cancelled' };

/** Rows of a time that is over, as they were read once. */
export type PastRows = {
  readonly events: readonly DoorEvent[];
  readonly malformed: number;
  /** How many rows CLUe counted. */
  readonly total: number;
  /** No row of that time with an id up to this one is missing. */
  readonly knownTo: string;
  readonly readAt: Instant;
};

/** Keeps rows of times that are over. A store that fails answers with nothing. */
export interface PastKeeper {
  /** Never rejects. */
  get(name: string): Promise<PastRows | undefined>;
  /** Never throws, and nobody waits for it. */
  put(name: string, rows: PastRows): void;
}
