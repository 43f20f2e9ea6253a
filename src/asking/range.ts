import { addDays, type Days, daysFrom, daysOf, namesMonth, type Order } from './calendar.ts';
import type { Heard, Slots } from './slots.ts';
import type { Token } from './token.ts';

/** The first and the last days of a range; undefined where none were said. */
export type RangeDays = {
  readonly first: Days | 'no-such-day' | undefined;
  readonly last: Days | 'no-such-day' | undefined;
};

/** A range that was turned round, and so would reach into a year to come by more than this, in days. */
const TOO_FAR = 183;

/**
 * The days of a range: its beginning first, the latest that has begun by today, then its end, the first such day from there
 * on. Two weekdays (`monday to friday`) are those of the last days that had both. `ends-before` where the end can only have
 * been meant to lie before the beginning.
 */
export function rangeDays(from: Slots, to: Slots, today: string, order: Order): RangeDays | 'ends-before' {
  if ((isWeekly(from) && isWeekly(to)) || isSet(to)) return endFirst(from, to, today, order);
  const beginning = withMonthOf(from, to);
  const first = daysOf(beginning, today, today, order);
  if (first === undefined || first === 'no-such-day') return { first, last: daysOf(to, today, today, order) };
  const last = daysFrom(to, today, first[0], order);
  if (last === undefined || last === 'no-such-day') return { first, last };
  const isTurned = last[0].slice(0, 4) > first[0].slice(0, 4) && last[0] > addDays(today, TOO_FAR);
  if (!isTurned) return { first, last };
  // `november to october` are the months of a year that has been; 11/24 to 11/10 is a slip.
  const isOfMonths = beginning.month !== undefined && beginning.day === undefined;
  return isOfMonths || isWeekly(from) ? endFirst(from, to, today, order) : 'ends-before';
}

function endFirst(from: Slots, to: Slots, today: string, order: Order): RangeDays {
  const last = daysOf(to, today, today, order);
  // 11/24 to yesterday did not begin a year ago.
  const isBefore = typeof last === 'object' && last[0] < today && !(namesMonth(from) && isRelative(to));
  return { first: daysOf(from, today, isBefore ? last[0] : today, order), last };
}

/** A weekday of whatever week. */
const isWeekly = ({ weekday, day, period }: Slots): boolean =>
  weekday !== undefined && weekday.token.which === undefined && day === undefined && period === undefined;

const isRelative = ({ day, period, weekday }: Slots): boolean =>
  day?.token.is === 'day' ||
  day?.token.is === 'ago' ||
  period !== undefined ||
  (day === undefined && weekday?.token.which !== undefined);

/** Whether the days are the same whatever stands beside them: today, 2026-11-20, last week. */
function isSet(slots: Slots): boolean {
  const { day, month, year } = slots;
  const ownYear = day?.token.is === 'date' || day?.token.is === 'numbers' ? day.token.year : month?.token.year;
  return isRelative(slots) || year !== undefined || ownYear !== undefined;
}

/** `the 1st to the 5th of november`: what the end says of the month holds for the beginning, or is the month after it. */
function withMonthOf(from: Slots, to: Slots): Slots {
  const [first, last] = [from.day?.token, to.day?.token];
  if (from.day === undefined || first?.is !== 'date' || first.month !== undefined || last?.is !== 'date') return from;
  const isPlain = from.month === undefined && from.year === undefined && from.period === undefined;
  const month = last.month ?? to.month?.token.month;
  if (!isPlain || month === undefined) return from;
  const own = first.day <= last.day ? month : month === 1 ? 12 : month - 1;
  const token: Extract<Token, { is: 'date' }> = { is: 'date', day: first.day, month: own };
  const day: Heard<typeof token> = { token, word: from.day.word };
  return { ...from, day };
}
