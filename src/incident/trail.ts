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
 * Forgets rows that no longer matter: seen long ago, and of no unsettled incident. Old failures that stand
 * side by side are folded into one row, so that an attack of hours is counted exactly in little memory.
 */
export function trimTrail(trail: readonly TrailRow[], now: Instant, keep: readonly Span[]): readonly TrailRow[] {
  const isOld = (row: TrailRow): boolean => now - row.seenAt > TRAIL_MS;
  const kept = trail.filter(
    (row) => !isOld(row) || keep.some((span) => untilOf(row) >= span.from && row.event.at <= span.to),
  );
  if (kept.length === trail.length && !kept.some(isOld) && kept.length <= TRAIL_ROWS) return trail;
  const crowded = kept.length > TRAIL_ROWS;
  const folded = fold(kept, (row, index) => isOld(row) || (crowded && index < kept.length - TRAIL_ROWS / 2));
  return folded.length <= TRAIL_ROWS ? folded : [...folded.slice(0, 1), ...folded.slice(1 - TRAIL_ROWS)];
}

function fold(rows: readonly TrailRow[], mayFold: (row: TrailRow, index: number) => boolean): readonly TrailRow[] {
  const result: TrailRow[] = [];
  rows.forEach((row, index) => {
    const last = result.at(-1);
    const both = last?.event.kind === 'auth-failed' && row.event.kind === 'auth-failed' && mayFold(row, index);
    const near = last !== undefined && row.event.at - untilOf(last) <= FOLD_GAP_MS;
    if (last === undefined || !both || !near) {
      result.push(row);
      return;
    }
    const until = Math.max(untilOf(last), untilOf(row)) === untilOf(row) ? untilOf(row) : untilOf(last);
    const count = (last.folded?.count ?? 0) + countOf(row);
    result[result.length - 1] = { ...last, seenAt: row.seenAt, folded: { count, until } };
  });
  return result;
}

/** Failures further apart than this belong to different bursts and are never folded together. */
const FOLD_GAP_MS = 60_000;
