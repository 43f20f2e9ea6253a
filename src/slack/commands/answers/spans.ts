import { dayAfter, startOfDay } from '../../../door/day.ts';
import { after, type Instant, instant } from '../../../door/ids.ts';
import type { Span } from '../../messages/span.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** So many hours until now. */
export const lastHours = (hours: number, now: Instant): Span => ({
  from: instant(now - hours * HOUR_MS),
  said: { kind: 'last', ms: hours * HOUR_MS },
});

/** A stretch of time that means the same whenever it is asked for: what was `today` is that day, what was `last 24h` ends when it was said. */
export function fixed(span: Span, now: Instant, timeZone: string): Span {
  const { from, to, said } = span;
  if ('day' in said) return wholeDays(said.day, said.day, timeZone);
  if (said.kind === 'days') return wholeDays(said.first, said.last, timeZone);
  return { from, to: to ?? now, said: { kind: 'clock' } };
}

/** The stretch of time right before, or right after: as many days as it has, else as long as this one. Undefined where it is yet to come. */
export function shifted(span: Span, towards: 'older' | 'newer', now: Instant, timeZone: string): Span | undefined {
  const { from, to, said } = span;
  if (towards === 'newer' && (to === undefined || to >= now)) return undefined;
  const days = 'day' in said ? [said.day, said.day] : said.kind === 'days' ? [said.first, said.last] : undefined;
  const [first, last] = days ?? [];
  if (first !== undefined && last !== undefined) {
    const many = Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS) + 1;
    const by = towards === 'older' ? -many : many;
    return wholeDays(dayAfter(first, by), dayAfter(last, by), timeZone);
  }
  const end = to ?? now;
  const lengthMs = Math.max(end - from, 1);
  if (towards === 'older') return { from: after(from, -lengthMs - 1), to: after(from, -1), said: { kind: 'clock' } };
  const until = after(end, lengthMs + 1);
  const next = { from: after(end, 1), ...(until < now && { to: until }) };
  return { ...next, said: { kind: until < now ? 'clock' : 'since' } };
}

function wholeDays(first: string, last: string, timeZone: string): Span {
  const from = startOfDay(first, timeZone);
  const to = after(startOfDay(dayAfter(last, 1), timeZone), -1);
  return { from, to, said: first === last ? { kind: 'day', day: first } : { kind: 'days', first, last } };
}

/** A stretch of time as a button carries it. */
export const spanParts = ({ from, to, said }: Span): readonly unknown[] => [from, to ?? 0, said];

/** The same read back. What was today when it was asked is a day like any other when the button is pressed. */
export function readSpan(parts: unknown): Span | undefined {
  if (!Array.isArray(parts)) return undefined;
  const [from, to, said]: readonly unknown[] = parts;
  if (!isMoment(from) || (to !== 0 && !isMoment(to)) || typeof said !== 'object' || said === null) return undefined;
  const words = saidOf({ ...said });
  if (words === undefined || (words.kind === 'clock' && to === 0)) return undefined;
  return { from: instant(from), ...(to !== 0 && { to: instant(to) }), said: words };
}

type Parts = { kind?: unknown; day?: unknown; first?: unknown; last?: unknown; ms?: unknown };

function saidOf({ kind, day, first, last, ms }: Parts): Span['said'] | undefined {
  switch (kind) {
    case 'last':
      return typeof ms === 'number' ? { kind, ms } : undefined;
    case 'today':
    case 'yesterday':
    case 'day':
      return isDay(day) ? { kind: 'day', day } : undefined;
    case 'days':
      return isDay(first) && isDay(last) ? { kind, first, last } : undefined;
    case 'since':
    case 'clock':
      return { kind };
    default:
      return undefined;
  }
}

const isDay = (day: unknown): day is string => typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day);
/** A moment that a date can hold. */
const isMoment = (at: unknown): at is number => typeof at === 'number' && Math.abs(at) <= 8_640_000_000_000_000;
