import { compareEventIds, type EventId, type Instant } from '../door/ids.ts';

/** Ids seen at one moment. */
type Batch = { readonly at: Instant; readonly ids: readonly EventId[] };

/**
 * Which rows of a place were taken already. Above its floor it knows every row ever taken; what lies on or
 * below the floor and is not known counts as old.
 */
export type Memory = {
  /** The highest id that is too old to be new; absent while everything unseen is new. */
  readonly floor?: EventId;
  readonly batches: readonly Batch[];
  /** A reading broke off: rows between may be missing, so the floor stays where it is and the next tick reads down to it. */
  readonly owesDeepRead: boolean;
};

/** Ids are remembered for at least so long after they were seen, in milliseconds. */
export const REMEMBER_MS = 600_000;
/** And at least so many of the newest. */
export const REMEMBER_IDS = 2_048;
/** So many more may gather before any are forgotten: sorting them all for every row would be most of a poll's work. */
export const REMEMBER_MORE = 512;

export const EMPTY_MEMORY: Memory = { batches: [], owesDeepRead: false };

/** Every remembered id. */
export function seenIds(memory: Memory): ReadonlySet<EventId> {
  return new Set(memory.batches.flatMap((batch) => batch.ids));
}

/** Whether a row with this id is new to this memory. */
export function isNew(memory: Memory, seen: ReadonlySet<EventId>, id: EventId): boolean {
  return !seen.has(id) && (memory.floor === undefined || compareEventIds(id, memory.floor) > 0);
}

/**
 * Remembers ids as seen at `now`, and forgets those that are both older than ten minutes and beyond the
 * newest 2,048. The floor rises to what was forgotten, so that nothing forgotten can look new again.
 */
export function remember(memory: Memory, ids: readonly EventId[], now: Instant, owesDeepRead: boolean): Memory {
  // What was noted at a moment that is still to come was noted by a clock that has been put back since.
  const old = memory.batches.map((batch) => (batch.at > now ? { ...batch, at: now } : batch));
  const batches = ids.length === 0 ? old : [...old, { at: now, ids }];
  const grown: Memory = { ...memory, batches, owesDeepRead };
  const count = batches.reduce((sum, batch) => sum + batch.ids.length, 0);
  if (owesDeepRead || count <= REMEMBER_IDS + REMEMBER_MORE) return grown;
  const all = batches.flatMap((batch) => batch.ids).sort(compareEventIds);
  const recent = batches.filter((batch) => now - batch.at <= REMEMBER_MS).flatMap((batch) => batch.ids);
  const lowestRecent = recent.sort(compareEventIds)[0];
  const newest = all[all.length - REMEMBER_IDS];
  const keepFrom = [lowestRecent, newest].reduce((a, b) =>
    a === undefined || (b !== undefined && compareEventIds(b, a) < 0) ? b : a,
  );
  const floor = all.findLast((id) => keepFrom !== undefined && compareEventIds(id, keepFrom) < 0);
  if (floor === undefined) return grown;
  return {
    floor,
    owesDeepRead,
    batches: batches
      .map((batch) => ({ at: batch.at, ids: batch.ids.filter((id) => compareEventIds(id, floor) > 0) }))
      .filter((batch) => batch.ids.length > 0),
  };
}
