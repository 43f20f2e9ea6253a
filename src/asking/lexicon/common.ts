import type { Weekday } from '../../door/zone.ts';
import type { DayPart, Unit } from '../token.ts';
import { type Rule, rule, type Token } from '../token.ts';

/** Parts of a day. People differ about where one begins, so these are wide, and the answer says what was read. */
export const PARTS = {
  am: { from: 0, to: 720, hours: 'am' },
  pm: { from: 720, to: 1_440, hours: 'pm' },
  dawn: { from: 0, to: 360, hours: 'am' },
  early: { from: 240, to: 480, hours: 'am' },
  morning: { from: 300, to: 720, hours: 'am' },
  noon: { from: 660, to: 840, hours: 'pm' },
  daytime: { from: 540, to: 1_080, hours: 'pm' },
  afternoon: { from: 720, to: 1_080, hours: 'pm' },
  lateAfternoon: { from: 960, to: 1_140, hours: 'pm' },
  evening: { from: 1_020, to: 1_320, hours: 'pm' },
  night: { from: 1_200, to: 1_800, hours: 'night' },
  longNight: { from: 1_080, to: 1_800, hours: 'night' },
  deepNight: { from: 1_380, to: 1_740, hours: 'night' },
} as const satisfies Readonly<Record<string, DayPart>>;

export type PartName = keyof typeof PARTS;

/** A part of a day, with the day where the word says that, too: 昨夜 is yesterday's night. */
export function part(name: PartName, offset?: number): readonly Token[] {
  const own: Token = { is: 'part', part: PARTS[name] };
  return offset === undefined ? [own] : [{ is: 'day', offset }, own];
}

/** The day of a week that begins on Monday, counted from 0. */
export const weekdayAt = (index: number): Weekday => WEEK[index] ?? 1;
const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Hours and minutes, where there are such. */
export function clock(hour: string, minute: string, half?: 'am' | 'pm'): Token | undefined {
  const [hours, minutes] = [Number(hour), minute === '' ? 0 : Number(minute)];
  const isTime = half === undefined ? hours < 24 || (hours === 24 && minutes === 0) : hours >= 1 && hours <= 12;
  if (!isTime || minutes > 59) return undefined;
  if (half === undefined) {
    return { is: 'clock', minute: hours * 60 + minutes, ...(/^0\d/.test(hour) && { isExact: true }) };
  }
  return { is: 'clock', minute: ((hours % 12) + (half === 'pm' ? 12 : 0)) * 60 + minutes, half };
}

/** 12:00, and no other hour. */
export const NOON: Token = { is: 'clock', minute: 720, isExact: true };

/** A day of the calendar, in whatever order it was written; whether there is such a day is seen later. */
export function date(day: string, month = '', year = ''): Token | undefined {
  if (Number(day) < 1 || Number(day) > 31 || (month !== '' && (Number(month) < 1 || Number(month) > 12))) {
    if (year === '') return undefined;
  }
  return {
    is: 'date',
    day: Number(day),
    ...(month !== '' && { month: Number(month) }),
    ...(year !== '' && { year: Number(year) }),
  };
}

const SHORT_UNITS: Readonly<Record<string, Unit>> = {
  m: 'minute',
  min: 'minute',
  h: 'hour',
  hr: 'hour',
  d: 'day',
  w: 'week',
};

const CLOCK = String.raw`(\d{1,2}):(\d{2})`;
const DASH = String.raw`\s?[-–—〜~∼]\s?`;

/** What reads the same in every language: numbers, dates and times in digits. */
export const COMMON: readonly Rule[] = [
  rule(String.raw`(\d{4})(?:[-/]|\.\s?)(\d{1,2})(?:[-/]|\.\s?)(\d{1,2})\.?`, ([year = '', month = '', day = '']) =>
    date(day, month, year),
  ),
  rule(String.raw`(\d{4})[-/.](0[1-9]|1[0-2])`, ([year = '', month = '']) => ({
    is: 'month',
    month: Number(month),
    year: Number(year),
  })),
  rule(String.raw`(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})?`, ([day = '', month = '', year = '']) => date(day, month, year)),
  rule(String.raw`(\d{1,2})/(\d{1,2})(?:/(\d{4}))?`, ([first = '', second = '', year = '']) => ({
    is: 'numbers',
    first: Number(first),
    second: Number(second),
    ...(year !== '' && { year: Number(year) }),
  })),
  rule(
    String.raw`(\d{4})-(\d{2})-(\d{2})t(\d{2}):(\d{2})(?::\d{2})?`,
    ([year, month, day = '', hour = '', minute = '']) => {
      const [on, at] = [date(day, month, year), clock(hour, minute)];
      return on === undefined || at === undefined ? undefined : [on, at];
    },
  ),
  rule(CLOCK, ([hour = '', minute = '']) => clock(hour, minute)),
  rule(String.raw`(\d{1,2})\.(\d{2})`, ([first = '', second = '']) => {
    const [time, on] = [clock(first, second), date(first, second)];
    return time?.is !== 'clock' || on === undefined
      ? (time ?? on)
      : { ...time, dotted: { day: Number(first), month: Number(second) } };
  }),
  rule(String.raw`${CLOCK}:\d{2}`, ([hour = '', minute = '']) => clock(hour, minute)),
  // Hours alone, as in `friday 18-20`.
  rule(String.raw`(\d{1,2})${DASH}(\d{1,2})`, ([from = '', to = '']) => {
    const [first, last] = [clock(from, ''), clock(to, '')];
    return first === undefined || last === undefined ? undefined : [first, { is: 'to' }, last];
  }),
  rule(String.raw`(\d{1,6})\s?(m|min|h|hr|d|w)`, ([amount = '', unit = '']) => {
    const word = SHORT_UNITS[unit.toLowerCase()];
    return word === undefined || Number(amount) === 0 ? undefined : { is: 'last', amount: Number(amount), unit: word };
  }),
  rule('[-–—〜~∼]', () => ({ is: 'to' })),
  rule('csv', () => ({ is: 'format', format: 'csv' })),
  rule('jsonl|ndjson', () => ({ is: 'format', format: 'jsonl' })),
  rule('[,、,.。?!()]', () => ({ is: 'filler' })),
];
