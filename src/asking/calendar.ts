import { dayAfter, isDay } from '../door/day.ts';
import type { Weekday } from '../door/zone.ts';
import type { Slots } from './slots.ts';
import type { Unit } from './token.ts';

/** Days from the first to before the next: `['2026-11-20', '2026-11-21']` is one day. */
export type Days = readonly [first: string, next: string];

/** Which of two numbers is the day: 11/12 in the asker's country. */
export type Order = 'month-first' | 'day-first';

/** In which order a locale writes a day and its month. */
export function orderOf(locale: string): Order {
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts(0);
  const [first] = parts.filter(({ type }) => type === 'day' || type === 'month');
  return first?.type === 'day' ? 'day-first' : 'month-first';
}

/** Whether a locale writes dots into its dates: 20.11. is one in German, and 20.11 no time of the day. */
export const hasDots = (locale: string): boolean =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' })
    .formatToParts(0)
    .some(({ type, value }) => type === 'literal' && value.startsWith('.') && orderOf(locale) === 'day-first');

/**
 * The days that were meant, `no-such-day` where the calendar has none, and undefined where no day was said. Where a year, a
 * month or a week was left out it is the latest such day that has begun by `latest`: a log is about what was.
 */
export function daysOf(slots: Slots, today: string, latest: string, order: Order): Days | 'no-such-day' | undefined {
  // A Friday of a year is no day.
  const isOf = slots.day === undefined && (slots.weekday !== undefined || slots.weekend !== undefined);
  if (isOf && (slots.month !== undefined || slots.year !== undefined)) return 'no-such-day';
  const days = daysSaid(slots, today, latest, order);
  if (days === undefined || days === 'no-such-day') return days;
  // No log reaches so far: one such day is as good as another, and is judged as too long ago or yet to come.
  if (days[0] < '1900' || days[0] >= '2900') return days[0] < '1900' ? oneDay('1900-01-01') : oneDay('2900-01-01');
  if (slots.weekday === undefined) return days;
  // In `friday last week` the weekday is the day.
  if (slots.day === undefined || (slots.day.token.is === 'ago' && slots.day.token.unit === 'week')) return days;
  // `Fri 20 Nov 2026`, as the bot itself writes it: both must be true.
  const isOneDay = dayAfter(days[0], 1) === days[1];
  return isOneDay && weekdayOf(days[0]) === slots.weekday.token.weekday ? days : 'no-such-day';
}

/**
 * The days at which a range ends that begins on `earliest`: where a year, a month or a week was left out, the first such day
 * from then on, though it be one to come.
 */
export function daysFrom(
  slots: Slots,
  today: string,
  earliest: string,
  order: Order,
): Days | 'no-such-day' | undefined {
  const isMonth = slots.month !== undefined && slots.day === undefined;
  const from = isMonth ? `${earliest.slice(0, 8)}01` : earliest;
  let days: Days | 'no-such-day' | undefined;
  for (const ahead of namesMonth(slots) ? YEARS : slots.day === undefined ? [6] : MONTHS) {
    days = daysOf(slots, today, addDays(from, ahead), order);
    if (days === undefined || (days !== 'no-such-day' && days[0] >= from)) return days;
  }
  return days;
}

/** Within how many days the same date comes again: a 30th or a 29th of February is not in every month or year. */
const MONTHS: readonly number[] = [27, 28, 29, 30, 61];
const YEARS: readonly number[] = [364, 365, 1_461, 2_922];

/** Whether a month was said by its name or its number. */
export const namesMonth = ({ day, month }: Slots): boolean =>
  month !== undefined || day?.token.is === 'numbers' || (day?.token.is === 'date' && day.token.month !== undefined);

function daysSaid(slots: Slots, today: string, latest: string, order: Order): Days | 'no-such-day' | undefined {
  const { day, month, year, period, weekday, weekend } = slots;
  if (period?.token.unit === 'week') return inWeek(slots, addDays(mondayOf(today), 7 * period.token.offset));
  if (day?.token.is === 'ago' && day.token.unit === 'week' && weekday !== undefined) {
    return inWeek(slots, addDays(mondayOf(today), -7 * day.token.amount));
  }
  const within = period === undefined ? undefined : addMonths(today, period.token);
  const wantedYear =
    day?.token.is === 'date' || day?.token.is === 'numbers'
      ? (day.token.year ?? year?.token.year ?? within?.year)
      : (month?.token.year ?? year?.token.year ?? within?.year);
  switch (day?.token.is) {
    case 'day':
      return oneDay(addDays(today, day.token.offset));
    case 'ago':
      return oneDay(before(today, day.token.amount, day.token.unit));
    case 'date':
      return dateOf(day.token.day, day.token.month ?? month?.token.month ?? within?.month, wantedYear, latest);
    case 'numbers':
      return numbersOf(day.token.first, day.token.second, wantedYear, latest, order);
    case undefined:
      break;
  }
  if (month !== undefined) return monthOf(month.token.month, wantedYear, latest);
  if (within?.month !== undefined && wantedYear !== undefined) return monthOf(within.month, wantedYear, latest);
  if (wantedYear !== undefined) return [`${pad(wantedYear, 4)}-01-01`, `${pad(wantedYear + 1, 4)}-01-01`];
  if (weekday !== undefined) {
    const { which, weekday: wanted } = weekday.token;
    if (which === 'this') return oneDay(addDays(mondayOf(today), wanted - 1));
    if (which === 'next') return oneDay(addDays(mondayOf(today), wanted + 6));
    return oneDay(latestWeekday(wanted, which === 'last' ? addDays(today, -1) : latest));
  }
  if (weekend !== undefined) {
    const { which } = weekend.token;
    const saturday = addDays(mondayOf(today), which === 'next' ? 12 : 5);
    const isNow = today >= saturday;
    const began =
      which === 'this' || which === 'next' || (isNow && which === undefined) ? saturday : addDays(saturday, -7);
    return [began, addDays(began, 2)];
  }
  return undefined;
}

function inWeek({ weekday, weekend }: Slots, monday: string): Days {
  if (weekday !== undefined) return oneDay(addDays(monday, weekday.token.weekday - 1));
  if (weekend !== undefined) return [addDays(monday, 5), addDays(monday, 7)];
  return [monday, addDays(monday, 7)];
}

/** The month or the year so many months or years from a day's. */
function addMonths(today: string, { unit, offset }: { readonly unit: string; readonly offset: number }) {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  if (unit === 'year') return { year: year + offset };
  const months = year * 12 + (month - 1) + offset;
  return { year: Math.floor(months / 12), month: (months % 12) + 1 };
}

/** The day so long before. The month before the 31st can have no 31st: then its last day. */
export function before(day: string, amount: number, unit: Unit): string {
  if (unit === 'day' || unit === 'week') return addDays(day, -amount * (unit === 'week' ? 7 : 1));
  const back = Math.min(unit === 'year' ? amount * 12 : amount, 12_000);
  const { year, month = 1 } = addMonths(day, { unit: 'month', offset: -back });
  for (let date = Number(day.slice(8)); date > 28; date -= 1) {
    const same = written(year, month, date);
    if (isDay(same)) return same;
  }
  return written(year, month, Math.min(Number(day.slice(8)), 28));
}

function numbersOf(first: number, second: number, year: number | undefined, latest: string, order: Order) {
  const readings = [dateOf(second, first, year, latest), dateOf(first, second, year, latest)];
  if (order === 'day-first') readings.reverse();
  return readings.find((reading) => reading !== 'no-such-day') ?? 'no-such-day';
}

function dateOf(
  day: number,
  month: number | undefined,
  year: number | undefined,
  latest: string,
): Days | 'no-such-day' {
  const [thisYear, thisMonth] = [Number(latest.slice(0, 4)), Number(latest.slice(5, 7))];
  if (month !== undefined && year !== undefined) return real(written(year, month, day));
  // A 29th of February comes every four years, and around 1900 or 2100 every eight.
  for (let back = 0; back <= (month === undefined ? 12 : 8); back += 1) {
    const months = thisYear * 12 + thisMonth - 1 - back;
    const on =
      month !== undefined
        ? written(thisYear - back, month, day)
        : written(year ?? Math.floor(months / 12), (months % 12) + 1, day);
    if (isDay(on) && on <= latest) return oneDay(on);
  }
  return 'no-such-day';
}

function monthOf(month: number, year: number | undefined, latest: string): Days {
  const thisYear = Number(latest.slice(0, 4));
  const on = year ?? (written(thisYear, month, 1) <= latest ? thisYear : thisYear - 1);
  return [written(on, month, 1), month === 12 ? written(on + 1, 1, 1) : written(on, month + 1, 1)];
}

const latestWeekday = (weekday: Weekday, latest: string): string =>
  addDays(latest, -((weekdayOf(latest) - weekday + 7) % 7));

const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));

function weekdayOf(day: string): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

const real = (day: string): Days | 'no-such-day' => (isDay(day) ? oneDay(day) : 'no-such-day');
const oneDay = (day: string): Days => [day, addDays(day, 1)];

/** The calendar that the bot counts in has no day before the year 1: further back is its first day. */
export function addDays(day: string, days: number): string {
  const ms = Date.parse(`${day}T00:00:00Z`) + days * 86_400_000;
  return ms < FIRST_MS ? '0001-01-01' : dayAfter(day, days);
}
const FIRST_MS = Date.parse('0001-01-01T00:00:00Z');

const pad = (number: number, digits: number): string => String(Math.max(number, 0)).padStart(digits, '0');
const written = (year: number, month: number, day: number): string => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
