import { type Instant, instant } from '../door/ids.ts';

/** When a door speaks: how many rows each hour of the last five weeks brought. */
export type Habit = {
  /** The first hour that the bot knows of, in hours since 1970. What came before is unknown, which is not nothing. */
  readonly from: number;
  /** One base-36 digit an hour, from that one on; hours after the last digit brought nothing. */
  readonly counts: string;
  /** When the bot last took a row of it. */
  readonly heardAt: Instant;
  /** The device time of its newest row. */
  readonly lastAt: Instant;
  /** When the bot last took a row within an hour of its device time: then the device's clock is right. */
  readonly timelyAt?: Instant;
};

const HOUR_MS = 3_600_000;
const WEEK_HOURS = 168;
/** Five weeks: the four that are compared, and the one that goes on. */
const HOURS_KEPT = 5 * WEEK_HOURS;
/** The largest digit: more rows in an hour say no more about a habit. */
const MOST_AN_HOUR = 35;
/** A door is not called silent sooner, in milliseconds. */
const SILENT_AFTER_MS = 2 * HOUR_MS;
/** So many rows in the same stretch of each remembered week make a habit. */
const ROWS_OF_A_HABIT = 6;
const WEEKS_NEEDED = 3;
const WEEKS_COMPARED = [1, 2, 3, 4];
/** After so long a silence, in milliseconds, it is the habit. */
export const HABIT_FORGOTTEN_MS = 4 * WEEK_HOURS * HOUR_MS;

/** The habit after rows of these device times, which the bot takes now. Rows of other times than it keeps are not counted. */
export function heard(old: Habit | undefined, times: readonly Instant[], now: Instant): Habit {
  const thisHour = hourOf(now);
  // What was learned while the clock was ahead is of hours that nobody knows.
  const known = old !== undefined && old.from <= thisHour ? old : { from: thisHour, counts: '' };
  const from = Math.max(known.from, thisHour - HOURS_KEPT + 1);
  const digits = [...known.counts.slice(from - known.from)];
  for (const hour of times.map(hourOf)) {
    if (hour < from || hour > thisHour) continue;
    while (digits.length <= hour - from) digits.push('0');
    digits[hour - from] = Math.min(rowsOf(digits[hour - from]) + 1, MOST_AN_HOUR).toString(36);
  }
  const isTimely = times.some((at) => Math.abs(now - at) <= HOUR_MS);
  const timelyAt = isTimely ? now : old?.timelyAt;
  return {
    from,
    counts: digits.join(''),
    heardAt: now,
    // A device whose clock runs ahead wrote its row now.
    lastAt: instant(Math.max(old?.lastAt ?? 0, ...times.map((at) => Math.min(at, now)))),
    ...(timelyAt !== undefined && { timelyAt }),
  };
}

/**
 * The fewest rows that the stretch from its last row until now brought in any remembered week, when the door is silent
 * against its habit; else undefined. Silence is measured by the bot's clock, so that rows which come late do not make
 * it begin in the past. The stretch is an hour shorter at either end: summer time moves a habit by as much.
 */
export function silentAgainst(habit: Habit, now: Instant): number | undefined {
  const { heardAt, timelyAt } = habit;
  const silentMs = now - heardAt;
  if (silentMs < SILENT_AFTER_MS || silentMs >= HABIT_FORGOTTEN_MS) return undefined;
  // Where the device's clock is wrong, the hours of its rows are wrong too, and nothing can be said.
  if (timelyAt === undefined || heardAt - timelyAt > WEEK_HOURS * HOUR_MS) return undefined;
  const first = Math.ceil(heardAt / HOUR_MS) + 1;
  const hours = Math.min(Math.floor(now / HOUR_MS) - 1 - first, WEEK_HOURS);
  if (hours <= 0) return undefined;
  const weeks = WEEKS_COMPARED.map((week) => first - week * WEEK_HOURS).filter((start) => start >= habit.from);
  if (weeks.length < WEEKS_NEEDED) return undefined;
  const usual = Math.min(...weeks.map((start) => rowsIn(habit, start, hours)));
  return usual >= ROWS_OF_A_HABIT ? usual : undefined;
}

function rowsIn({ from, counts }: Habit, start: number, hours: number): number {
  return [...counts.slice(start - from, start - from + hours)].reduce((sum, digit) => sum + rowsOf(digit), 0);
}

const hourOf = (at: Instant): number => Math.floor(at / HOUR_MS);
const rowsOf = (digit: string | undefined): number => Number.parseInt(digit ?? '0', 36);

/** Rows that a door must have brought before anything is said of its hours. */
const ROWS_OF_HOURS = 50;
/** An hour that brings less than so large a part of all rows is not busy. */
const BUSY_SHARE = 0.08;

/**
 * The hours of the day, by the given clock, that bring the most rows, the busiest first; none while too little is known.
 *
 * @param hourAt the hour of the day, 0 to 23, that a moment is in at the door.
 */
export function busiestHours(habit: Habit | undefined, hourAt: (at: Instant) => number, most = 2): readonly number[] {
  if (habit === undefined) return [];
  const rows = new Map<number, number>();
  let all = 0;
  for (const [index, digit] of [...habit.counts].entries()) {
    if (digit === '0') continue;
    const hour = hourAt(instant((habit.from + index) * HOUR_MS));
    rows.set(hour, (rows.get(hour) ?? 0) + rowsOf(digit));
    all += rowsOf(digit);
  }
  if (all < ROWS_OF_HOURS) return [];
  return [...rows]
    .filter(([, amount]) => amount >= all * BUSY_SHARE)
    .sort(([a, some], [b, others]) => others - some || a - b)
    .slice(0, most)
    .map(([hour]) => hour);
}
