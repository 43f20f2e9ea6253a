import { after, type Instant, instant } from '../door/ids.ts';
import type { Zone } from '../door/zone.ts';
import { addDays } from './calendar.ts';

/**
 * The moment at which a day's clock shows a minute: the first, where summer time's end shows it twice, and the next one it
 * shows, where its beginning skips it. Beyond 1,440 minutes on the next day.
 *
 * The zone answers by halving, for any night of summer time; most moments need no more than a look at its clock.
 */
export function momentAt(zone: Zone, day: string, minute: number): Instant {
  if (minute >= 1_440) return momentAt(zone, addDays(day, 1), minute - 1_440);
  const start = startOf(zone, day);
  if (minute === 0) return start;
  const guess = after(start, minute * 60_000);
  const wall = zone.wall(guess);
  return wall.day === day && wall.minute === minute ? guess : zone.next(minute, after(start, -1));
}

/**
 * The moment before which a stretch ends that goes up to a minute: where summer time's end shows the minutes before it twice,
 * after they were shown for the last time. 01:00 to 02:00 ends when 02:00 comes first, 01:30 to 02:30 when 02:30 comes again.
 */
export function endAt(zone: Zone, day: string, minute: number): Instant {
  const first = momentAt(zone, day, minute);
  if (minute % 1_440 === 0) return first;
  const shown = zone.wall(first).minute;
  // Clocks go back by an hour, and by half of one on Lord Howe Island.
  for (const back of [60, 30]) {
    const again = after(first, back * 60_000);
    if (zone.wall(again).minute === shown && zone.wall(after(again, -1)).minute === shown - 1) return again;
  }
  return first;
}

function startOf(zone: Zone, day: string): Instant {
  const utc = instant(Date.parse(`${day}T00:00:00Z`));
  const there = zone.wall(utc);
  const ahead = (Date.parse(`${there.day}T00:00:00Z`) - utc) / 60_000 + there.minute;
  const guess = after(utc, -ahead * 60_000);
  const wall = zone.wall(guess);
  const isStart = wall.day === day && wall.minute === 0 && zone.wall(after(guess, -1)).day < day;
  return isStart ? guess : zone.startOf(day);
}
