import type { Weekday } from '../../../door/zone.ts';
import type { Hours } from '../../../incident/hours.ts';

const DAY = 1_440;
const TIME = String.raw`(\d{1,2})(?::(\d{2})|[時시](?:(\d{1,2})[分분])?)?\s*(am|pm)?`;
const ONE_TIME = new RegExp(`^${TIME}$`, 'i');
const TWO_TIMES = new RegExp(`^${TIME}-${TIME}$`, 'i');
/** What phones and other languages write in place of a plain dash. */
const DASHES = /[‐‒–—―−~〜～∼]/g;

/** Minutes since midnight, 0 to 1,440: `9:00`, `09:00`, `9`, `9pm`, `22時`, `22시 30분`; undefined for anything else. */
export function readClock(text: string): number | undefined {
  const found = ONE_TIME.exec(text.normalize('NFKC').trim());
  return found === null ? undefined : minuteOf(found.slice(1, 5));
}

/**
 * Reads `22:00-07:00`, `22-7`, `10pm-7am`, `22時〜7時`. A stretch that begins when it ends is none, so it is undefined; one that
 * ends at midnight ends with the day.
 */
export function readHours(text: string): Pick<Hours, 'from' | 'to'> | undefined {
  const found = TWO_TIMES.exec(text.normalize('NFKC').replace(DASHES, '-').replace(/\s/g, ''));
  if (found === null) return undefined;
  const [from, to] = [minuteOf(found.slice(1, 5)), minuteOf(found.slice(5, 9))];
  return from === undefined || to === undefined ? undefined : hoursBetween(from, to);
}

/** The hours from one minute of the day to another; undefined where nothing lies between them. */
export function hoursBetween(from: number, to: number): Pick<Hours, 'from' | 'to'> | undefined {
  const [begin, end] = [from % DAY, to === 0 ? DAY : to];
  return begin === end ? undefined : { from: begin, to: end };
}

function minuteOf([hour, minutes, more, half]: readonly (string | undefined)[]): number | undefined {
  const [given, minute] = [Number(hour), Number(minutes ?? more ?? 0)];
  const isHalf = half !== undefined;
  if (minute > 59 || given > (isHalf ? 12 : 24) || (isHalf && given === 0)) return undefined;
  const hours = isHalf ? (given % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : given;
  const sum = hours * 60 + minute;
  return sum > DAY ? undefined : sum;
}

const DAYS: readonly (readonly [Weekday, RegExp])[] = [
  [1, /^(mon(day)?s?|月(曜日?)?|월(요일)?)$/],
  [2, /^(tue(s|sday)?s?|火(曜日?)?|화(요일)?)$/],
  [3, /^(wed(nesday)?s?|水(曜日?)?|수(요일)?)$/],
  [4, /^(thu(r|rs|rsday)?s?|木(曜日?)?|목(요일)?)$/],
  [5, /^(fri(day)?s?|金(曜日?)?|금(요일)?)$/],
  [6, /^(sat(urday)?s?|土(曜日?)?|토(요일)?)$/],
  [7, /^(sun(day)?s?|日(曜日?)?|일(요일)?)$/],
];
const MANY: readonly (readonly [RegExp, readonly Weekday[]])[] = [
  [/^(weekdays?|workdays?|平日|평일)$/, [1, 2, 3, 4, 5]],
  [/^(weekends?|週末|주말)$/, [6, 7]],
  [/^(daily|everyday|毎日|매일)$/, [1, 2, 3, 4, 5, 6, 7]],
];

/** One weekday by its name in any of the three languages. */
export function readDay(text: string): Weekday | undefined {
  const name = text.normalize('NFKC').toLowerCase().trim();
  return DAYS.find(([, pattern]) => pattern.test(name))?.[0];
}

/** Reads `mon-fri`, `sat`, `fri-mon`, `土日`, `월-금`, `weekends`; undefined for anything else. */
export function readDays(text: string): readonly Weekday[] | undefined {
  const name = text.normalize('NFKC').toLowerCase().replace(DASHES, '-').trim();
  const many = MANY.find(([pattern]) => pattern.test(name))?.[1];
  if (many !== undefined) return many;
  const [from, to, ...others] = name.split('-').map(readDay);
  if (others.length === 0 && from !== undefined) {
    if (!name.includes('-')) return [from];
    return to === undefined ? undefined : daysBetween(from, to);
  }
  // Japanese and Korean write days beside each other.
  const each = [...name.replace(/[・·]/g, '')].map(readDay);
  const isAll = /^\P{ASCII}+$/u.test(name) && each.length > 1 && each.every((day) => day !== undefined);
  return isAll ? each.filter((day) => day !== undefined) : undefined;
}

function daysBetween(from: Weekday, to: Weekday): readonly Weekday[] {
  const days: Weekday[] = [];
  for (let index = from - 1; days.length < 7; index = (index + 1) % 7) {
    const day = DAYS[index]?.[0] ?? to;
    days.push(day);
    if (day === to) break;
  }
  return days;
}
