import { byTime, type DoorEvent } from '../door/event.ts';
import type { EventId, Instant } from '../door/ids.ts';

/** How long a row stays at hand after it was seen, in milliseconds: late rows are read together with it. */
export const TRAIL_MS = 900_000;
/** At most so many rows of one door are kept at hand. */
export const TRAIL_ROWS = 2_000;

/** A row at hand, with the moment the bot first saw it. */
export type TrailRow = {
  readonly event: DoorEvent;
  readonly seenAt: Instant;
  /** Older failures of the same burst folded into this row, and the time of the last of them. */
  readonly folded?: { readonly count: number; readonly until: Instant };
};

/** A stretch of device time whose rows must stay at hand because an unsettled incident is made of them. */
export type Span = { readonly from: Instant; readonly to: Instant };

/** How many failures a row stands for. */
export const countOf = (row: TrailRow): number => 1 + (row.folded?.count ?? 0);
/** The device time of the last failure that a row stands for. */
export const untilOf = (row: TrailRow): Instant => row.folded?.until ?? row.event.at;

/** Adds rows that were first seen at `now`; rows already there are kept as they are. Sorted by device time. */
export function addToTrail(
  trail: readonly TrailRow[],
  events: readonly DoorEvent[],
  now: Instant,
): readonly TrailRow[] {
  const known = new Set<EventId>(trail.map((row) => row.event.id));
  const added = events.filter((event) => !known.has(event.id)).map((event) => ({ event, seenAt: now }));
  return added.length === 0 ? trail : [...trail, ...added].sort((a, b) => byTime(a.event, b.event));
}

/**
 * Forgets rows that no longer matter: seen long ago, and of no unsettled incident. Old failures of one
 * burst are folded into one row, whatever happened between them, so that an attack of hours is counted exactly in little memory.
 */
export function trimTrail(trail: readonly TrailRow[], now: Instant, keep: readonly Span[]): readonly TrailRow[] {
  const isOld = (row: TrailRow): boolean => now - row.seenAt > TRAIL_MS;
  const kept = trail.filter(
    (row) => !isOld(row) || keep.some((span) => untilOf(row) >= span.from && row.event.at <= span.to),
  );
  if (kept.length === trail.length && !kept.some(isOld) && kept.length <= TRAIL_ROWS) return trail;
  const crowded = kept.length > TRAIL_ROWS;
  const folded = fold(kept, (row, index) => isOld(row) || (crowded && index < kept.length - TRAIL_ROWS / 2));
  return folded.length <= TRAIL_ROWS ? folded : withoutOldest(folded, folded.length - TRAIL_ROWS);
}

function fold(rows: readonly TrailRow[], mayFold: (row: TrailRow, index: number) => boolean): readonly TrailRow[] {
  const result: TrailRow[] = [];
  let lastFailure = -1;
  rows.forEach((row, index) => {
    const last = result[lastFailure];
    const near = last !== undefined && row.event.at - untilOf(last) <= FOLD_GAP_MS;
    if (row.event.kind === 'auth-failed' && near && mayFold(row, index)) {
      const until = untilOf(row) > untilOf(last) ? untilOf(row) : untilOf(last);
      const count = (last.folded?.count ?? 0) + countOf(row);
      result[lastFailure] = { ...last, seenAt: row.seenAt, folded: { count, until } };
      return;
    }
    if (row.event.kind === 'auth-failed') lastFailure = result.length;
    result.push(row);
  });
  return result;
}

/**
 * Drops the oldest rows, but no failure, whose burst would fall apart without it, and not the relay-on that a spell
 * which still goes on began with. No relay is left behind without the authentication that it answered.
 */
function withoutOldest(rows: readonly TrailRow[], surplus: number): readonly TrailRow[] {
  const lastOff = rows.findLastIndex((row) => row.event.kind === 'locked');
  const opening = rows.findIndex((row, index) => index > lastOff && row.event.kind === 'unlocked');
  let left = surplus;
  let isCut = true;
  return rows.filter((row, index) => {
    if (row.event.kind === 'auth-failed' || index === opening) return true;
    isCut &&= left > 0 || row.event.kind !== 'authenticated';
    left -= 1;
    return !isCut;
  });
}

/** Failures further apart than this belong to different bursts and are never folded together. */
const FOLD_GAP_MS = 60_000;
