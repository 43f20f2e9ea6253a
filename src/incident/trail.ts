import { byTime, type DoorEvent, type EventKind } from '../door/event.ts';
import type { EventId, Instant } from '../door/ids.ts';
import { RELAY_ANSWERS_WITHIN_MS } from '../door/passage.ts';
import { indexSpans, type Span } from './spans.ts';

/** How long a row stays at hand after it was seen, in milliseconds: late rows are read together with it. */
export const TRAIL_MS = 900_000;
/** At most so many rows of one door are kept at hand. */
export const TRAIL_ROWS = 2_000;
/** While older rows are still to be read, at most so many: they are read together with the newer ones that came first. */
export const TRAIL_ROWS_OWED = 20_000;

/** An authentication and the third party take 5 s each until the relay answers, in milliseconds. */
const ANSWERED_WITHIN_MS = 2 * RELAY_ANSWERS_WITHIN_MS;
const AUTHENTICATIONS: ReadonlySet<EventKind> = new Set([
  'authenticated',
  'third-party-accepted',
  'third-party-refused',
]);

/** A row at hand, with the moment the bot first saw it. */
export type TrailRow = {
  readonly event: DoorEvent;
  readonly seenAt: Instant;
  /** Older failures of the same burst folded into this row, and the time of the last of them. */
  readonly folded?: { readonly count: number; readonly until: Instant };
};

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
 *
 * @param keep stretches of device time whose rows stay at hand because unsettled incidents are made of them.
 * @param isOwed whether rows older than these are still to be read.
 */
export function trimTrail(
  rows: readonly TrailRow[],
  now: Instant,
  keep: readonly Span[],
  isOwed = false,
): readonly TrailRow[] {
  const trail = seenUntil(rows, now);
  const limit = isOwed ? TRAIL_ROWS_OWED : TRAIL_ROWS;
  const isOld = (row: TrailRow): boolean => now - row.seenAt > TRAIL_MS;
  const spans = indexSpans(keep, (span) => span);
  // The relay-on that belongs to it may be among the rows that are still to come.
  const end = isOwed ? trail.find(({ event }) => event.kind === 'unlocked' || event.kind === 'locked') : undefined;
  const kept = withBelongings(
    trail,
    (row) =>
      !isOld(row) ||
      (row === end && row.event.kind === 'locked') ||
      spans.near({ from: row.event.at, to: untilOf(row) }).length > 0,
  );
  if (kept.length === trail.length && !kept.some(isOld) && kept.length <= limit) return trail;
  const crowded = kept.length > limit;
  const folded = fold(kept, (row, index) => isOld(row) || (crowded && index < kept.length - limit / 2));
  return folded.length <= limit ? folded : withoutOldest(folded, folded.length - limit);
}

/**
 * The rows that are kept, and whatever belongs to them: with each of a spell's rows all of that spell, with a relay-on the
 * authentications that it may have answered, and with an authentication the relay-on that may have answered it. Half of it
 * would tell of a door that was unlocked for nobody, or never locked again, or of somebody who was not let in.
 */
function withBelongings(trail: readonly TrailRow[], isKept: (row: TrailRow) => boolean): readonly TrailRow[] {
  const first = trail.map(isKept);
  if (first.every((one) => one)) return trail;
  // A device that tells time by the second gives both one moment, and the server may take the relay's row first.
  const rows = trail.toSorted((a, b) => a.event.at - b.event.at || rankOf(a) - rankOf(b));
  const chosen = new Set(trail.filter((_, index) => first[index] === true));
  const kept = rows.map((row) => chosen.has(row));
  while (keepAnswers(rows, kept) || keepSpells(rows, kept) || keepAsking(rows, kept));
  const all = new Set(rows.filter((_, index) => kept[index] === true));
  return trail.filter((row) => all.has(row));
}

/** Of one moment, who authenticated comes before the relay that answers. */
const rankOf = ({ event }: TrailRow): number => (AUTHENTICATIONS.has(event.kind) ? 0 : 1);

/** Keeps the first relay-on after each authentication that is kept. Whether one was not kept before. */
function keepAnswers(trail: readonly TrailRow[], kept: boolean[]): boolean {
  let isMore = false;
  let askedAt = Number.NEGATIVE_INFINITY;
  trail.forEach(({ event: { at, kind } }, index) => {
    if (AUTHENTICATIONS.has(kind) && kept[index] === true) askedAt = at;
    if (kind !== 'unlocked' || at - askedAt > ANSWERED_WITHIN_MS) return;
    isMore ||= kept[index] !== true;
    kept[index] = true;
    askedAt = Number.NEGATIVE_INFINITY;
  });
  return isMore;
}

/** Keeps what may have led to each relay-on that is kept. Whether some of it was not kept before. */
function keepAsking(trail: readonly TrailRow[], kept: boolean[]): boolean {
  let isMore = false;
  trail.forEach(({ event }, index) => {
    if (event.kind !== 'unlocked' || kept[index] !== true) return;
    for (let before = index - 1; before >= 0; before -= 1) {
      const row = trail[before];
      if (row === undefined || event.at - row.event.at > ANSWERED_WITHIN_MS) break;
      if (!AUTHENTICATIONS.has(row.event.kind) || kept[before] === true) continue;
      isMore = true;
      kept[before] = true;
    }
  });
  return isMore;
}

/** Keeps spells whole. Whether part of one was not kept before. */
function keepSpells(trail: readonly TrailRow[], kept: boolean[]): boolean {
  let isMore = false;
  let spell: number[] = [];
  const end = (): void => {
    if (spell.some((index) => kept[index] === true)) {
      for (const index of spell) {
        isMore ||= kept[index] !== true;
        kept[index] = true;
      }
    }
    spell = [];
  };
  trail.forEach(({ event: { kind } }, index) => {
    if (kind === 'unlocked' || (kind === 'locked' && spell.length > 0)) spell.push(index);
    if (kind === 'locked') end();
  });
  end();
  return isMore;
}

/** The rows, none of them seen later than now: the bot's own clock may have been put back. */
function seenUntil(rows: readonly TrailRow[], now: Instant): readonly TrailRow[] {
  if (rows.every((row) => row.seenAt <= now)) return rows;
  return rows.map((row) => (row.seenAt > now ? { ...row, seenAt: now } : row));
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
