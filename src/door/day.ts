import { type Instant, instant } from './ids.ts';

const DAY_MS = 86_400_000;

/** The calendar day at a moment in a zone, as `2026-11-20`. */
export function dayOf(at: Instant, timeZone: string): string {
  return formatterOf(timeZone)(at);
}

/** The day so many days later (or, when negative, earlier). */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whether the calendar has such a day: `2026-02-30` is none. */
export function isDay(day: string): boolean {
  const ms = Date.parse(`${day}T00:00:00Z`);
  // Intl writes the year before 1 as 1 BC, which does not sort as text.
  return !Number.isNaN(ms) && day >= '0001-01-01' && new Date(ms).toISOString().slice(0, 10) === day;
}

/**
 * The first moment of a day in a zone. Found by halving, because a day need not begin at 00:00: where
 * summer time begins at midnight, the first moment is 01:00.
 */
export function startOfDay(day: string, timeZone: string): Instant {
  const format = formatterOf(timeZone);
  const utcMidnight = Date.parse(`${day}T00:00:00Z`);
  // No zone is further than 14 hours from UTC, so a day's distance on both sides holds the beginning.
  let before = utcMidnight - DAY_MS;
  let from = utcMidnight + DAY_MS;
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (format(middle) >= day) from = middle;
    else before = middle;
  }
  return instant(from);
}

function formatterOf(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (at) => {
    const parts = format.formatToParts(at);
    const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
    return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  };
}
