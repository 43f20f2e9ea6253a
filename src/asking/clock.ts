import type { Slots } from './slots.ts';

/** The minute of the day that was meant; beyond 1,440 in the night that follows the day. */
export function clockOf({ clock, part }: Pick<Slots, 'clock' | 'part'>): number {
  if (clock === undefined) return 0;
  const { minute, half } = clock.token;
  if (part === undefined) return minute;
  const { hours } = part.token.part;
  if (hours === 'am')
    return minute >= 720 &&
      minute < 780 &&
      half === undefined &&
      part.token.part.to === 720 &&
      part.token.part.from === 0
      ? minute - 720
      : minute;
  if (hours === 'night') {
    // The small hours of a night are those after its midnight.
    if (minute < 300) return minute + 1_440;
    return half === undefined && minute < 720 ? minute + 720 : minute === 720 && half === undefined ? 1_440 : minute;
  }
  return half === undefined && minute < 720 && !(part.token.part.from === 660 && minute >= 600) ? minute + 720 : minute;
}

/**
 * From which minute a range begins, and at which it ends; at or before its beginning on the next day. An hour that says
 * nothing of its half of the day is the first such hour after the beginning: `9-5` ends at 17:00, 夜10時から6時 at 06:00, and
 * `6 to 8 in the evening` begins at 18:00. `isOneDay` where no other day was said of the end.
 */
export function hoursBetween(from: Slots, to: Slots, isOneDay: boolean): readonly [start: number, end: number] {
  const start = isOneDay ? startBefore(from, to) : startOf(from);
  if (to.clock === undefined) return [start, to.part?.token.part.to ?? 1_440];
  let end = clockOf(to);
  if (isOneDay && isEither(to)) while (end <= start) end += 720;
  return [start, end];
}

const startOf = (from: Slots): number => (from.clock === undefined ? (from.part?.token.part.from ?? 0) : clockOf(from));

/** Whether an hour may be one of the morning as well as of the afternoon. */
function isEither({ clock, part }: Slots): boolean {
  if (clock === undefined || part !== undefined) return false;
  const { minute, half, isExact } = clock.token;
  return half === undefined && isExact !== true && minute >= 60 && minute < 780;
}

/** The beginning, of which the end may say the half of the day: `from 6 to 8 pm`, `10 to 6 in the morning`. */
function startBefore(from: Slots, to: Slots): number {
  const start = startOf(from);
  const half = to.clock?.token.half;
  if (from.clock === undefined || !isEither(from) || (to.part === undefined && half === undefined)) return start;
  const end = to.clock === undefined ? (to.part?.token.part.to ?? 1_440) : clockOf(to);
  const same =
    to.part !== undefined ? clockOf({ clock: from.clock, part: to.part }) : (start % 720) + (half === 'pm' ? 720 : 0);
  return [same, start].find((minute) => minute < end) ?? (start % 720) + 720;
}

/** Whether a part of the day and an hour cannot both be meant: 18:00 in the morning. */
export function contradicts({ clock, part }: Slots): boolean {
  if (clock === undefined || part === undefined) return false;
  const { minute, half } = clock.token;
  return part.token.part.hours === 'am'
    ? minute >= 780 || half === 'pm'
    : half === 'am' && part.token.part.hours === 'pm';
}
