import type { DoorEvent } from '../door/event.ts';
import { after, compareEventIds, type EventId, type Instant, instant } from '../door/ids.ts';
import type { Problem } from '../door/problem.ts';
import { createSharer } from './shared-texts.ts';

/** The newest rows of a place are kept, so many at least. */
export const KEPT_ROWS = 5_000;
/** So many more may gather before any are let go: thinning them out for every row would be most of the work. */
const MORE_ROWS = 1_024;
/** Rows whose device runs ahead are kept beyond those, so many at most. */
const MOST_AHEAD = 1_000;
/** A look that is younger counts as now, in milliseconds: three of the usual polls. */
export const FRESH_MS = 15_000;
/** For so long after a look that failed CLUe counts as away, in milliseconds, and nobody waits for it. */
const AWAY_MS = 60_000;

/** What one reading of a place brought, as the watcher tells of it. */
export type Look = {
  readonly events: readonly DoorEvent[];
  readonly malformed: number;
  /** Whether it reached what was known before: nothing between is missing. */
  readonly complete: boolean;
  /** Pages that answered; without one, nothing was seen. */
  readonly pages: number;
  readonly problem?: Problem;
};

/** What a filling found: the newest rows of the log without a gap, and whether they are all there are. */
export type Filling = {
  readonly events: readonly DoorEvent[];
  readonly malformed: number;
  readonly isWholeLog: boolean;
};

export type RowsAsked = {
  readonly from?: Instant;
  readonly to?: Instant;
  /** Whether these, newest first, are enough; they are never, if left out. */
  readonly isEnough?: (rows: readonly DoorEvent[]) => boolean;
};

/** What the memory has for a question. */
export type Remembered = {
  /** Newest first, by the order in which CLUe took them. */
  readonly events: readonly DoorEvent[];
  /** Nothing that was asked for is missing, as of `freshAt`. */
  readonly isComplete: boolean;
};

/** The newest rows of one place, in memory, as the watcher's own polls see them. */
export type PlaceRows = {
  /** Hears of a reading that began at this moment. */
  readonly hear: (look: Look, at: Instant) => void;
  /** Takes what was there before the first poll. */
  readonly fill: (filling: Filling) => void;
  readonly isFilled: () => boolean;
  /** Rows of a device time from this moment on are known, all of them; undefined while that is not known. */
  readonly knownSince: () => Instant | undefined;
  /** The moment from which on the rows are proved to be all of them, by CLUe's own count. */
  readonly prove: (since: Instant, extra: readonly DoorEvent[]) => void;
  /** The moment from which on {@link fill} has most likely all rows; undefined where there is none. */
  readonly likelySince: () => Instant | undefined;
  readonly recall: (asked: RowsAsked) => Remembered;
  /** Rows with a higher id than this one are known, all of them. */
  readonly knowsAbove: (id: EventId) => boolean;
  /** When CLUe was last seen whole. */
  readonly freshAt: () => Instant | undefined;
  /** Whether what is remembered may be told as what is. */
  readonly isFresh: (now: Instant) => boolean;
  /** Why CLUe cannot be seen, where the last look failed just now. */
  readonly away: (now: Instant) => Problem | undefined;
  /** Rows that could not be read, among those that are remembered. */
  readonly malformed: () => number;
  readonly size: () => number;
};

/** Remembers the newest rows of one place. Time is an argument. */
export function openPlaceRows({ kept = KEPT_ROWS } = {}): PlaceRows {
  /** By id, lowest first: new rows mostly go to the end, and late ones too, since their ids are new. */
  let rows: DoorEvent[] = [];
  let share = createSharer();
  let filled = false;
  /** Above this id nothing is missing; undefined where nothing lies below. */
  let floor: EventId | undefined;
  let since: Instant | undefined;
  let seenAt: Instant | undefined;
  let last: { readonly at: Instant; readonly problem?: Problem } | undefined;
  /** A reading broke off: rows between may be missing until one is complete. */
  let hasGap = true;
  let unread: { readonly count: number; readonly upTo?: EventId } = { count: 0 };

  const add = (event: DoorEvent): void => {
    const index = placeOf(rows, event.id);
    if (rows[index]?.id === event.id) return;
    if (index === rows.length) rows.push(share(event));
    else rows.splice(index, 0, share(event));
  };

  const noteMalformed = (count: number): void => {
    const upTo = rows.at(-1)?.id;
    if (count > 0) unread = { count: Math.max(unread.count, count), ...(upTo !== undefined && { upTo }) };
  };

  /** Lets go of the lowest ids. What was known of a time is known from just after the latest of them on. */
  const thin = (now: Instant): void => {
    if (rows.length <= kept + MORE_ROWS) return;
    const gone = rows.slice(0, rows.length - kept);
    const ahead = gone.filter((event) => event.at > now);
    // A device that runs years ahead would otherwise make everything known of times worthless.
    const spared = ahead.length <= MOST_AHEAD ? ahead : [];
    const latest = gone.reduce<Instant | undefined>(
      (max, event) =>
        (spared.length === 0 || event.at <= now) && (max === undefined || event.at > max) ? event.at : max,
      undefined,
    );
    if (since !== undefined && latest !== undefined && after(latest, 1) > since) since = after(latest, 1);
    floor = higher(floor, gone.at(-1)?.id);
    rows = [...spared, ...rows.slice(-kept)];
    share = createSharer();
    rows = rows.map((event) => share(event));
    if (unread.upTo !== undefined && floor !== undefined && compareEventIds(unread.upTo, floor) <= 0) {
      unread = { count: 0 };
    }
  };

  return {
    hear: (look, at) => {
      for (const event of look.events) add(event);
      noteMalformed(look.malformed);
      last = { at, ...(look.problem !== undefined && { problem: look.problem }) };
      if (look.pages > 0) hasGap = !look.complete;
      if (look.pages > 0 && look.complete && look.problem === undefined) seenAt = at;
      thin(at);
    },
    fill: ({ events, malformed, isWholeLog }) => {
      for (const event of events) add(event);
      noteMalformed(malformed);
      filled = true;
      // What polls brought and was let go before lies below the floor already, and a filling may be older than that.
      if (isWholeLog && floor === undefined) since = instant(Number.NEGATIVE_INFINITY);
      else
        floor = higher(floor, isWholeLog ? undefined : events.reduce((low, { id }) => lower(low, id), events[0]?.id));
    },
    isFilled: () => filled,
    knownSince: () => since,
    prove: (from, extra) => {
      for (const event of extra) add(event);
      since = from;
    },
    likelySince: () => {
      if (rows.length === 0 || seenAt === undefined) return undefined;
      const now = seenAt;
      // The oldest tenth in the order of arrival: what came before them happened before the latest of them, if clocks are right.
      const oldest = rows.slice(0, Math.ceil(rows.length / 10)).filter((event) => event.at <= now);
      return oldest.reduce<Instant | undefined>(
        (max, { at }) => (max === undefined || at > max ? after(at, 1) : max),
        undefined,
      );
    },
    recall: ({ from, to, isEnough = () => false }) => {
      const lowest = floor;
      const isOfTime = from !== undefined || to !== undefined;
      // Below the floor only single rows are remembered: they serve a question about a time, not one about the newest.
      const events = rows
        .filter(
          ({ at, id }) =>
            (from === undefined || at >= from) &&
            (to === undefined || at <= to) &&
            (isOfTime || lowest === undefined || compareEventIds(id, lowest) >= 0),
        )
        .reverse();
      const isAllThereIs = since !== undefined && (from ?? Number.NEGATIVE_INFINITY) >= since;
      return { events, isComplete: filled && !hasGap && (isAllThereIs || isEnough(events)) };
    },
    knowsAbove: (id) => filled && !hasGap && (floor === undefined || compareEventIds(id, floor) >= 0),
    freshAt: () => seenAt,
    isFresh: (now) => seenAt !== undefined && Math.abs(now - seenAt) <= FRESH_MS,
    away: (now) => (last?.problem !== undefined && Math.abs(now - last.at) <= AWAY_MS ? last.problem : undefined),
    malformed: () => unread.count,
    size: () => rows.length,
  };
}

/** Where an id stands, or would stand, among rows in the order of their ids. */
function placeOf(rows: readonly DoorEvent[], id: EventId): number {
  const newest = rows.at(-1);
  if (newest === undefined || compareEventIds(newest.id, id) < 0) return rows.length;
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = rows[middle];
    if (there !== undefined && compareEventIds(there.id, id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const lower = (a: EventId | undefined, b: EventId): EventId => (a === undefined || compareEventIds(b, a) < 0 ? b : a);
const higher = (a: EventId | undefined, b: EventId | undefined): EventId | undefined =>
  a === undefined || (b !== undefined && compareEventIds(b, a) > 0) ? b : a;
