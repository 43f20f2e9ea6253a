import type { Slots } from './slots.ts';

/** The minute of the day that was meant; beyond 1,440 in the night that follows the day. */
export function clockOf({ clock, part }: Slots): number {
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

/** What one side of a range says about its hours holds for the other too: `6 to 8 in the evening`, 午後6時から8時, `from 9 to 5`. */
export function sameHalf(from: Slots, to: Slots): readonly [Slots, Slots] {
  if (from.clock === undefined || to.clock === undefined) return [from, to];
  const [first, last] = [from.clock.token, to.clock.token];
  if (to.part === undefined && from.part !== undefined && last.half === undefined && to.day === undefined) {
    return [from, { ...to, part: from.part }];
  }
  if (from.part === undefined && to.part !== undefined && first.half === undefined)
    return [{ ...from, part: to.part }, to];
  if (last.half === undefined && first.half !== undefined && to.part === undefined && last.minute < 720) {
    const later = last.minute + 720;
    const isLater = first.half === 'pm' ? later > first.minute : last.minute <= first.minute;
    return isLater ? [from, withMinute(to, later)] : [from, to];
  }
  if (first.half === undefined && last.half !== undefined && from.part === undefined && first.minute < 720) {
    const same = first.minute + (last.half === 'pm' ? 720 : 0);
    return same < last.minute ? [withMinute(from, same), to] : [from, to];
  }
  const areBare = first.isBare === true && last.isBare === true && first.minute < 720;
  if (areBare && last.minute <= first.minute) return [from, withMinute(to, last.minute + 720)];
  return [from, to];
}

function withMinute(slots: Slots, minute: number): Slots {
  const { clock } = slots;
  if (clock === undefined) return slots;
  return { ...slots, clock: { ...clock, token: { ...clock.token, minute } } };
}

/** Whether a part of the day and an hour cannot both be meant: 18:00 in the morning. */
export function contradicts({ clock, part }: Slots): boolean {
  if (clock === undefined || part === undefined) return false;
  const { minute, half } = clock.token;
  return part.token.part.hours === 'am'
    ? minute >= 780 || half === 'pm'
    : half === 'am' && part.token.part.hours === 'pm';
}
