import { instant } from '../../../door/ids.ts';
import type { Weekday } from '../../../door/zone.ts';
import type { DigestPlan } from '../../../incident/digest.ts';
import type { Hours } from '../../../incident/hours.ts';
import { zoneInWords } from '../time.ts';
import type { Catalogue } from '../words/catalogue.ts';

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const DAY = 1_440;

/** Minutes since midnight as a clock shows them: `07:00`, and `24:00` at the day's end. */
export function clock(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** `Mon to Fri 22:00–07:00 Tokyo time`. */
export function hoursInWords(hours: Hours, timeZone: string, say: Catalogue): string {
  const { from, to, days, outside = false } = hours;
  const isWholeDay = from === 0 && to === DAY;
  return say.subscriptions.hours({
    ...(!isWholeDay && { clock: { from: clock(from), to: clock(to) } }),
    ...(days !== undefined && { days: daysInWords(days, say) }),
    outside,
    zone: zoneInWords(timeZone, instant(0), say),
  });
}

/** `Mon to Fri`, `Sat and Sun`, `Mon, Wed and Fri`: three or more in a row are a range. */
export function daysInWords(days: readonly Weekday[], say: Catalogue): string {
  const { weekday, dayRange, dayList } = say.subscriptions;
  const runs: Weekday[][] = [];
  for (const day of WEEK.filter((one) => days.includes(one))) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const words = runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined || run.length < 3) return run.map(weekday);
    return [dayRange(weekday(first), weekday(last))];
  });
  return dayList(words);
}

/** `daily at 09:00 Tokyo time`, `weekly on Mon at 09:00 Tokyo time`. */
export function digestInWords(plan: Pick<DigestPlan, 'minute' | 'weekday'>, timeZone: string, say: Catalogue): string {
  const { weekday } = say.subscriptions;
  return say.wishes.digestPlan({
    at: clock(plan.minute),
    zone: zoneInWords(timeZone, instant(0), say),
    ...(plan.weekday !== undefined && { weekday: weekday(plan.weekday) }),
  });
}
