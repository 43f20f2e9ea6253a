import { dayAfter } from '../door/day.ts';
import { after, type EventId, type Instant } from '../door/ids.ts';
import type { Zone } from '../door/zone.ts';
import type { DoorEntry } from './door-facts.ts';
import type { DoorView } from './door-view.ts';
import type { TrailRow } from './trail.ts';

/** Somebody who was let in, and the rows that say so. */
export type Arrival = DoorEntry & { readonly rows: readonly EventId[] };

/** One day of a place, by its own zone. What is kept of it is of rows that are forgotten; those at hand are added when it is read. */
export type DayRecord = {
  /** `2026-11-20`. */
  readonly day: string;
  /** The day's first moment, and the next day's. */
  readonly from: Instant;
  readonly to: Instant;
  /** Entries. */
  readonly count: number;
  readonly first?: Arrival;
  readonly last?: Arrival;
  /** Its end was looked at: whatever there was to tell then is told. */
  readonly isOver?: true;
};

/** A day's end is told so long after it, in milliseconds: what happened right before it must have come. */
export const DAY_TOLD_AFTER_MS = 120_000;
/** A day is remembered so long after its end, in milliseconds: until the next one is over too. */
const DAY_KEPT_MS = 86_400_000 + 2 * DAY_TOLD_AFTER_MS;
/** A day whose end nobody looked at, because the bot was off, is told of so long after it, in milliseconds. */
const UNTOLD_KEPT_MS = 7 * 86_400_000;
/** A row further in the past, or in the future, is of a device whose clock is wrong, in milliseconds. */
const OLDEST_MS = 50 * 3_600_000;
const AHEAD_MS = 60_000;

/** Whether a day ended whose end was not looked at. */
export const isDayDue = (days: readonly DayRecord[], now: Instant): boolean =>
  days.some((one) => one.isOver !== true && now >= after(one.to, DAY_TOLD_AFTER_MS));

/** The days as they are remembered from now on: with a record for each day somebody at hand was let in on, without those long over. */
export function daysAt(
  days: readonly DayRecord[],
  arrivals: readonly Arrival[],
  now: Instant,
  zone: Zone,
): readonly DayRecord[] {
  const kept = days.filter((one) => now < after(one.to, one.isOver === true ? DAY_KEPT_MS : UNTOLD_KEPT_MS));
  const result = kept.length === days.length ? [...days] : kept;
  for (const { at } of arrivals) {
    if (at > now + AHEAD_MS || at < now - OLDEST_MS || result.some((one) => isOn(one, at))) continue;
    const { day } = zone.wall(at);
    const record: DayRecord = { day, from: zone.startOf(day), to: zone.startOf(dayAfter(day, 1)), count: 0 };
    if (now < after(record.to, DAY_KEPT_MS)) result.push(record);
  }
  const isSame = result.length === days.length && result.every((one, index) => one === days[index]);
  return isSame ? days : result.sort((a, b) => a.from - b.from);
}

/** The days with these arrivals counted in them. */
export function withArrivals(days: readonly DayRecord[], arrivals: readonly Arrival[]): readonly DayRecord[] {
  if (arrivals.length === 0) return days;
  return days.map((one) => {
    const its = arrivals.filter(({ at }) => isOn(one, at));
    if (its.length === 0) return one;
    const all = [
      ...(one.first === undefined ? [] : [one.first]),
      ...its,
      ...(one.last === undefined ? [] : [one.last]),
    ];
    const first = all.reduce((a, b) => (byMoment(a, b) <= 0 ? a : b));
    const last = all.reduce((a, b) => (byMoment(a, b) > 0 ? a : b));
    return { ...one, count: one.count + its.length, first, last };
  });
}

/** The days that are over by now, marked as such. */
export function withEnds(days: readonly DayRecord[], now: Instant): readonly DayRecord[] {
  if (!isDayDue(days, now)) return days;
  return days.map((one) => (now >= after(one.to, DAY_TOLD_AFTER_MS) ? { ...one, isOver: true } : one));
}

/** Who was let in at a door, of the rows that are meant. */
export function arrivalsOf(
  { door, passages, rows }: DoorView,
  isMeant: (row: TrailRow) => boolean = () => true,
): readonly Arrival[] {
  return passages.flatMap((passage) => {
    if (passage.kind !== 'let-in') return [];
    const relay = rows.get(passage.relay);
    if (relay === undefined || !isMeant(relay)) return [];
    const { at, person } = passage;
    return [{ at, ...(person !== undefined && { person }), ...(door !== undefined && { door }), rows: passage.rows }];
  });
}

const isOn = ({ from, to }: DayRecord, at: Instant): boolean => at >= from && at < to;

/** Of two at one moment always the same is the first. */
const byMoment = (a: Arrival, b: Arrival): number => a.at - b.at || ((a.rows[0] ?? '') < (b.rows[0] ?? '') ? -1 : 1);
