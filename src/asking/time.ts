import { after, type Instant, instant } from '../door/ids.ts';
import type { Zone } from '../door/zone.ts';
import { addDays, before, type Days, daysOf, type Order } from './calendar.ts';
import { clockOf, contradicts, hoursBetween } from './clock.ts';
import { endAt, momentAt } from './moments.ts';
import { type RangeDays, rangeDays } from './range.ts';
import { fill, type Heard, type Slots } from './slots.ts';
import type { Span } from './span.ts';
import type { DayPart, Token } from './token.ts';

/** How far back a question may reach, in days. */
export const MOST_DAYS = 400;

export type TimeReading =
  | { readonly ok: true; readonly span: Span }
  | { readonly ok: false; readonly wrong: WrongTime; readonly word: string };

export type WrongTime =
  | 'no-such-day'
  | 'no-such-time'
  | 'day-to-come'
  | 'time-too-long'
  | 'second-time'
  | 'ends-before'
  | 'no-beginning'
  | 'unexpected-word';

export type TimeOptions = {
  readonly now: Instant;
  readonly zone: Zone;
  readonly order: Order;
  readonly hasDots: boolean;
};

type Opener = Extract<Token, { readonly is: 'opener' }>['opener'];

/** The beginning and the end as they were said. */
type Said = {
  readonly opener?: Opener;
  readonly from: Slots;
  readonly to?: Slots;
  /** The part of a day that was said before `before` or `after`, and holds both of its ends: `friday evening before 20:00`. */
  readonly within?: DayPart;
  /** The words of the beginning, to point at. */
  readonly words: readonly string[];
};

/** Reads the words of a time, whatever their order and language. Each belongs to its meaning, or is pointed at. */
export function readTime(heard: readonly Heard[], options: TimeOptions): TimeReading {
  const said = collect(heard, options.hasDots);
  if ('wrong' in said) return { ok: false, ...said };
  const reading = resolve(said, options);
  const [word = ''] = [said.words.join(' ')];
  if (typeof reading === 'string') return { ok: false, wrong: reading, word };
  const { now } = options;
  if (reading.from > now) return { ok: false, wrong: 'day-to-come', word };
  if (now - reading.from > (MOST_DAYS + 1) * DAY_MS) return { ok: false, wrong: 'time-too-long', word };
  if (reading.to !== undefined && reading.to < reading.from) return { ok: false, wrong: 'ends-before', word };
  return { ok: true, span: reading };
}

const DAY_MS = 86_400_000;

type Wrong = { readonly wrong: WrongTime; readonly word: string };

/** Sorts the words to the beginning and the end of what was asked for. */
function collect(heard: readonly Heard[], hasDots: boolean): Said | Wrong {
  let opener: Heard | undefined;
  let kind: Opener | undefined;
  const from: Slots = {};
  let to: Slots | undefined;
  let turn: Heard | undefined;
  let isOver = false;
  let within: DayPart | undefined;
  for (const one of heard) {
    const { token, word } = one;
    if (token.is === 'filler') continue;
    if (token.is === 'opener') {
      if (kind !== undefined || to !== undefined) return { wrong: 'second-time', word };
      [opener, kind] = [one, token.opener];
      within = from.part?.token.part;
    } else if (token.is === 'onwards' || token.is === 'to' || token.is === 'ending') {
      if (isEmpty(from)) {
        if (token.is !== 'to' || kind !== undefined) return { wrong: 'unexpected-word', word };
        // `until 18:00`, `to 18:00`: the beginning was left out.
        [opener, kind] = [one, 'until'];
      } else if (token.is === 'ending') {
        if (isOver) return { wrong: 'unexpected-word', word };
        if (to === undefined) kind = 'until';
        else if (isEmpty(to)) return { wrong: 'unexpected-word', word };
        isOver = true;
      } else {
        if (to !== undefined) return { wrong: 'second-time', word };
        if (kind === undefined && token.is === 'onwards') kind = 'since';
        to = {};
        turn = one;
      }
    } else if (isOver || !(fillDate(to ?? from, one, hasDots) || fill(to ?? from, one)))
      return { wrong: 'second-time', word };
  }
  if (isEmpty(from)) return { wrong: 'unexpected-word', word: opener?.word ?? heard[0]?.word ?? '' };
  const isOpen = to === undefined || isEmpty(to);
  if (isOpen && (turn?.token.is === 'to' || kind === 'between')) {
    return { wrong: 'unexpected-word', word: (turn ?? opener)?.word ?? '' };
  }
  const words = heard.filter(({ token }) => token.is !== 'filler').map(({ word }) => word);
  return {
    ...(kind !== undefined && { opener: kind }),
    from,
    ...(!isOpen && to !== undefined && { to }),
    ...(within !== undefined && { within }),
    words: words.filter((word, index) => word !== words[index - 1]),
  };
}

/** `20.11` is a date where a country writes dates so, unless a day was said already. */
function fillDate(slots: Slots, { token, word }: Heard, hasDots: boolean): boolean {
  if (!hasDots || token.is !== 'clock' || token.dotted === undefined) return false;
  return fill(slots, { token: { is: 'date', ...token.dotted }, word });
}

const isEmpty = (slots: Slots): boolean => Object.keys(slots).length === 0;

function resolve({ opener, from, to, within }: Said, options: TimeOptions): Span | WrongTime {
  const { now, zone, order } = options;
  const { day: today } = zone.wall(now);
  if (from.now !== undefined) return 'unexpected-word';
  if (contradicts(from) || (to !== undefined && contradicts(to))) return 'second-time';
  if (from.last !== undefined) return lastOf(from.last.token, to, options);
  if (to?.last !== undefined) return 'second-time';
  if (from.day?.token.is === 'ago' && (from.day.token.unit === 'hour' || from.day.token.unit === 'minute')) {
    return agoOf(from.day.token, from, opener, to, options);
  }
  if (to?.day?.token.is === 'ago' && (to.day.token.unit === 'hour' || to.day.token.unit === 'minute'))
    return 'second-time';

  if (to !== undefined) {
    const days = rangeDays(from, to, today, order);
    return days === 'ends-before' ? days : between(from, to, days, options);
  }
  const first = daysOf(from, today, today, order);
  if (first === 'no-such-day') return first;
  const isTimed = from.clock !== undefined || from.part !== undefined;
  const days = first ?? [today, addDays(today, 1)];
  if (isTimed && addDays(days[0], 1) !== days[1]) return 'unexpected-word';

  const at = (day: string, minute: number): Instant => momentAt(zone, day, minute);
  let [start, end] = minutesOf(from);
  let [day] = days;
  // `18:00`, said in the morning, is that of yesterday.
  if (first === undefined && at(day, start) > now) day = addDays(day, -1);
  switch (opener) {
    case 'until':
      if (!isTimed) return 'no-beginning';
      [start, end] = from.clock === undefined ? [0, end] : [within?.from ?? 0, start];
      if (end < start) return 'ends-before';
      break;
    case 'since':
    case 'from':
      return { from: at(day, start), said: sinceOf(day, isTimed, today) };
    case 'after':
      if (!isTimed) return { from: at(days[1], 0), said: sinceOf(days[1], false, today) };
      if (from.clock === undefined) start = end;
      end = within?.to ?? Math.max(1_440, start + 1);
      if (end < start) return 'ends-before';
      if (at(day, end) > now) return { from: at(day, start), said: { kind: 'since' } };
      break;
    case 'between':
    case undefined:
      break;
  }
  const isDated = from.day?.token.is === 'date' || from.day?.token.is === 'numbers';
  if (!isTimed) return wholeDays(days, today, at, isDated);
  return spanOf(at(day, start), endAt(zone, day, end), { kind: 'clock' });
}

/** From one moment to another; what one of them leaves out, the other says. */
function between(from: Slots, to: Slots, { first, last }: RangeDays, options: TimeOptions): Span | WrongTime {
  const { now, zone } = options;
  const { day: today } = zone.wall(now);
  if (first === 'no-such-day' || last === 'no-such-day') return 'no-such-day';
  const at = (day: string, minute: number): Instant => momentAt(zone, day, minute);
  const isTimed = from.clock !== undefined || from.part !== undefined;
  const endsTimed = to.clock !== undefined || to.part !== undefined;
  if (isTimed && first !== undefined && addDays(first[0], 1) !== first[1]) return 'unexpected-word';
  if (endsTimed && last !== undefined && addDays(last[0], 1) !== last[1]) return 'unexpected-word';
  const isOneDay = last === undefined || (first !== undefined && last[0] === first[0]);
  const [start, end] = hoursBetween(from, to, isOneDay);

  let day = first?.[0] ?? last?.[0] ?? today;
  if (first === undefined && last === undefined && at(day, start) > now) day = addDays(day, -1);
  // `22:00 to 06:00 today` began the evening before.
  if (first === undefined && last !== undefined && isTimed && endsTimed && end <= start) day = addDays(day, -1);
  if (to.now !== undefined) return { from: at(day, start), said: sinceOf(day, isTimed, today) };
  if (!endsTimed) {
    const next = last?.[1] ?? today;
    if (!isTimed) return wholeDays([day, next], today, at);
    return next > today
      ? { from: at(day, start), said: { kind: 'since' } }
      : spanOf(at(day, start), at(next, 0), { kind: 'clock' });
  }
  let endDay = last?.[0] ?? (first === undefined ? day : addDays(first[1], -1));
  // `22:00-06:00` ends on the next day.
  if (last === undefined && endDay === day && end <= start) endDay = addDays(endDay, 1);
  const until = endAt(zone, endDay, end);
  // Nothing is known yet of a day to come.
  if (last !== undefined && until > now) return { from: at(day, start), said: { kind: 'since' } };
  return spanOf(at(day, start), until, { kind: 'clock' });
}

function lastOf(
  { amount, unit }: Extract<Token, { is: 'last' }>,
  to: Slots | undefined,
  { now, zone }: TimeOptions,
): Span | WrongTime {
  if (to !== undefined && to.now === undefined) return 'second-time';
  const ms = amount * (UNIT_MS[unit] ?? 0);
  if (ms > MOST_DAYS * DAY_MS || amount > 100_000) return 'time-too-long';
  if (ms > 0) return { from: instant(now - ms), said: { kind: 'last', ms } };
  const { day, minute } = zone.wall(now);
  return { from: momentAt(zone, before(day, amount, unit), minute), said: { kind: 'since' } };
}

/** `2 hours ago` is the hour that began then, and `5 minutes ago` the time since. */
function agoOf(
  { amount, unit }: Extract<Token, { is: 'ago' }>,
  slots: Slots,
  opener: Opener | undefined,
  to: Slots | undefined,
  { now }: TimeOptions,
): Span | WrongTime {
  if (slots.clock !== undefined || slots.part !== undefined || (to !== undefined && to.now === undefined))
    return 'second-time';
  if (opener === 'until') return 'no-beginning';
  const ms = amount * (UNIT_MS[unit] ?? 0);
  if (ms > MOST_DAYS * DAY_MS) return 'time-too-long';
  const from = instant(now - ms);
  if (opener !== undefined || to !== undefined || unit === 'minute') return { from, said: { kind: 'since' } };
  return spanOf(from, after(from, 3_600_000), { kind: 'clock' });
}

const UNIT_MS: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: DAY_MS,
  week: 7 * DAY_MS,
};

/** From which minute of the day to which. An hour that was named alone is the hour that begins then. */
function minutesOf(slots: Slots): readonly [from: number, to: number] {
  if (slots.clock !== undefined) {
    const minute = clockOf(slots);
    return [minute, minute + 60];
  }
  return slots.part === undefined ? [0, 1_440] : [slots.part.token.part.from, slots.part.token.part.to];
}

/** Days from their first moment to their last. A date is said back as a date, though it be today's. */
function wholeDays(
  [first, next]: Days,
  today: string,
  at: (day: string, minute: number) => Instant,
  isDated = false,
): Span {
  const last = next > today ? (first > today ? first : today) : addDays(next, -1);
  const said =
    first !== last
      ? ({ kind: 'days', first, last } as const)
      : ({ kind: nameOfDay(isDated, first, today), day: first } as const);
  return next > today ? { from: at(first, 0), said } : { from: at(first, 0), to: after(at(next, 0), -1), said };
}

function nameOfDay(isDated: boolean, day: string, today: string): 'today' | 'yesterday' | 'day' {
  if (isDated) return 'day';
  return day === today ? 'today' : day === addDays(today, -1) ? 'yesterday' : 'day';
}

const sinceOf = (day: string, isTimed: boolean, today: string): Span['said'] =>
  !isTimed && day === today ? { kind: 'today', day } : { kind: 'since' };

/** Up to, and not including, a moment. */
function spanOf(from: Instant, until: Instant, said: Span['said']): Span | WrongTime {
  // A night of summer time has no 02:30.
  return until === from ? 'no-such-time' : { from, to: after(until, -1), said };
}
