import { after, type Instant } from '../door/ids.ts';
import type { Zone } from '../door/zone.ts';
import type { DigestPlan } from './digest.ts';

/** Entries from a moment on: in two hours, or in a day. */
export type DigestPoint = { readonly from: Instant; readonly entries: number };

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
const POINT_MINUTES = 120;
const POINTS = 12;

/**
 * Entries per two hours: of a day as they came, of a week by the time of day on all of its days. A week's points begin at
 * midnight, and each stands at a moment of the week at which the clock shows its time.
 */
export const pointsOf = (entries: readonly Instant[], plan: DigestPlan, zone: Zone): readonly DigestPoint[] =>
  plan.weekday === undefined ? pointsOfDay(entries, plan) : pointsByTimeOfDay(entries, plan, zone);

function pointsOfDay(entries: readonly Instant[], { from, dueAt }: DigestPlan): readonly DigestPoint[] {
  const starts: Instant[] = [];
  // On the day when summer time ends the last point takes the hour that is left.
  for (let at = from; at < dueAt && starts.length < POINTS; at = after(at, POINT_MINUTES * MINUTE_MS)) starts.push(at);
  return summed(entries, starts);
}

function pointsByTimeOfDay(
  entries: readonly Instant[],
  { from, dueAt }: DigestPlan,
  zone: Zone,
): readonly DigestPoint[] {
  // Asking the clock for each of many thousands would take long; a quarter of an hour begins at the same moment in every zone.
  const quarters = Map.groupBy(entries, (at) => Math.floor(at / QUARTER_MS));
  const sums = Array.from({ length: POINTS }, () => 0);
  for (const [quarter, inIt] of quarters) {
    const index = Math.floor(zone.wall(after(from, quarter * QUARTER_MS - from)).minute / POINT_MINUTES);
    sums[index] = (sums[index] ?? 0) + inIt.length;
  }
  return sums.map((sum, index) => {
    const minute = index * POINT_MINUTES;
    let at = zone.next(minute, after(from, -1));
    // Where summer time begins, the clock jumps over a time of that day.
    while (zone.wall(at).minute !== minute && at < dueAt) at = zone.next(minute, at);
    return { from: at, entries: sum };
  });
}

/** Entries of each day of a week, from the minute at which the digest is due. */
export function daysOfWeek(entries: readonly Instant[], plan: DigestPlan, zone: Zone): readonly DigestPoint[] {
  const starts: Instant[] = [];
  for (let at = plan.from; at < plan.dueAt; at = zone.next(plan.minute, at)) starts.push(at);
  return summed(entries, starts);
}

function summed(entries: readonly Instant[], starts: readonly Instant[]): readonly DigestPoint[] {
  const sums = starts.map(() => 0);
  for (const at of entries) {
    const index = starts.findLastIndex((start) => start <= at);
    sums[index] = (sums[index] ?? 0) + 1;
  }
  return starts.map((from, index) => ({ from, entries: sums[index] ?? 0 }));
}
