import { dayAfter, startOfDay } from './day.ts';
import { after, type Instant } from './ids.ts';

/** Monday is 1 and Sunday 7, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What a clock and a calendar on the wall show at a moment. */
export type WallClock = {
  /** `2026-11-20`. */
  readonly day: string;
  /** Minutes since midnight as the clock shows them: an hour can come twice, or never, in a night of summer time. */
  readonly minute: number;
  readonly weekday: Weekday;
};

/** An IANA time zone, ready to be asked often: making a formatter takes longer than using one. */
export type Zone = {
  readonly name: string;
  readonly wall: (at: Instant) => WallClock;
  /** The first moment of a day, `2026-11-20`. */
  readonly startOf: (day: string) => Instant;
  /**
   * The first moment after `at` at which the clock shows this minute of the day, on one of these weekdays (any, when left
   * out). Where the minute is skipped by summer time, the first moment after the gap; where it comes twice, the first.
   */
  readonly next: (minute: number, at: Instant, weekdays?: readonly Weekday[]) => Instant;
};

/** Opens a zone. Throws a RangeError for a name that this machine does not know. */
export function openZone(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: name,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const wall = (at: Instant): WallClock => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const day = `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
    const minute = Number(parts.get('hour')) * 60 + Number(parts.get('minute'));
    return { day, minute, weekday: weekdayOf(day) };
  };
  const startOf = (day: string): Instant => startOfDay(day, name);

  /** The first moment of the day at which its clock shows this minute, or a later one. */
  const reach = (day: string, minute: number): Instant => {
    const [from, until] = [startOf(day), startOf(dayAfter(day, 1))];
    let [low, high] = [0, Math.ceil((until - from) / 60_000)];
    // Summer time's second hour makes the clock go back, so the nearest guess is tried before the day is halved.
    for (const guess of [minute, minute - 60, minute + 60]) {
      const at = after(from, guess * 60_000);
      const before = after(at, -60_000);
      const isFirst = guess === 0 || wall(before).day !== day || wall(before).minute < minute;
      if (guess >= 0 && at < until && wall(at).minute === minute && isFirst) return at;
    }
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (wall(after(from, middle * 60_000)).minute >= minute) high = middle;
      else low = middle + 1;
    }
    return after(from, low * 60_000);
  };

  return {
    name,
    wall,
    startOf,
    next: (minute, at, weekdays) => {
      let { day } = wall(at);
      // A weekday comes round within a week; one more day for the case that today's moment has gone by.
      for (let days = 0; days <= 8; days += 1) {
        const moment = reach(day, minute);
        if (moment > at && (weekdays === undefined || weekdays.includes(weekdayOf(day)))) return moment;
        day = dayAfter(day, 1);
      }
      return reach(day, minute);
    },
  };
}

function weekdayOf(day: string): Weekday {
  const index = new Date(`${day}T00:00:00Z`).getUTCDay();
  return WEEKDAYS[index] ?? 1;
}

const WEEKDAYS: readonly Weekday[] = [7, 1, 2, 3, 4, 5, 6];
