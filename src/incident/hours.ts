import type { Instant } from '../door/ids.ts';
import type { Weekday, Zone } from '../door/zone.ts';

/** A stretch of the day, by the clock on the wall: from its first minute until before its last. Across midnight where `from` is the later. */
export type Hours = {
  /** Minutes since midnight, 0 to 1,439. */
  readonly from: number;
  /** Minutes since midnight, 1 to 1,440. */
  readonly to: number;
  /** The days on which it begins; every day when left out. What begins on Friday evening goes on into Saturday morning. */
  readonly days?: readonly Weekday[];
  /** All other times are meant. */
  readonly outside?: boolean;
};

/** Whether a moment lies in the hours, by the clock of the zone. */
export function isWithin(hours: Hours, at: Instant, zone: Zone): boolean {
  return isInside(hours, at, zone) !== (hours.outside === true);
}

/** When hours that go on at this moment end next. */
export const endOfHours = ({ from, to, outside }: Hours, at: Instant, zone: Zone): Instant =>
  zone.next((outside === true ? from : to) % 1_440, at);

function isInside({ from, to, days }: Hours, at: Instant, zone: Zone): boolean {
  const { minute, weekday } = zone.wall(at);
  const isOn = (day: Weekday): boolean => days === undefined || days.includes(day);
  if (from < to) return minute >= from && minute < to && isOn(weekday);
  if (minute >= from) return isOn(weekday);
  return minute < to && isOn(before(weekday));
}

const before = (weekday: Weekday): Weekday => WEEK[(WEEK.indexOf(weekday) + 6) % 7] ?? 7;

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
