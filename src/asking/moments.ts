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

function startOf(zone: Zone, day: string): Instant {
  const utc = instant(Date.parse(`${day}T00:00:00Z`));
  const there = zone.wall(utc);
  const ahead = (Date.parse(`${there.day}T00:00:00Z`) - utc) / 60_000 + there.minute;
  const guess = after(utc, -ahead * 60_000);
  const wall = zone.wall(guess);
  const isStart = wall.day === day && wall.minute === 0 && zone.wall(after(guess, -1)).day < day;
  return isStart ? guess : zone.startOf(day);
}
