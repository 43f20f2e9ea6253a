import { dayAfter, dayOf, isDay, startOfDay } from '../../door/day.ts';
import { after, type Instant, instant } from '../../door/ids.ts';
import type { Span } from '../messages/span.ts';

/** How far back a question may reach, in days. */
export const MOST_DAYS = 400;

/** Words that `readRange` reads, for help after a slip of the finger. */
export const RANGE_WORDS: readonly string[] = ['today', 'yesterday'];

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

export type RangeReading =
  | { readonly kind: 'span'; readonly span: Span }
  | { readonly kind: 'not-a-range' }
  | { readonly kind: 'no-such-day' }
  | { readonly kind: 'day-to-come' }
  | { readonly kind: 'too-long' };

/** Reads `today`, `yesterday`, `90m`, `24h`, `7d` or `2026-11-20`, with days as they are in the doors' zone. */
export function readRange(word: string, now: Instant, timeZone: string): RangeReading {
  const text = word.toLowerCase();
  if (text === 'today') return { kind: 'span', span: todaySpan(now, timeZone) };
  if (text === 'yesterday') {
    const day = dayAfter(dayOf(now, timeZone), -1);
    return { kind: 'span', span: daySpan('yesterday', day, timeZone) };
  }
  const last = /^(\d+)(m|min|h|d)$/.exec(text);
  if (last !== null) return readLast(Number(last[1]), last[2]?.charAt(0) ?? '', now);
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(text)) {
    const day = text.replace(/-(\d)(?=-|$)/g, '-0$1');
    if (!isDay(day)) return { kind: 'no-such-day' };
    if (day > dayOf(now, timeZone)) return { kind: 'day-to-come' };
    return { kind: 'span', span: daySpan('day', day, timeZone) };
  }
  return { kind: 'not-a-range' };
}

/** The day it is at the doors, from its first moment until now. */
export function todaySpan(now: Instant, timeZone: string): Span {
  const day = dayOf(now, timeZone);
  return { from: startOfDay(day, timeZone), said: { kind: 'today', day } };
}

function daySpan(kind: 'yesterday' | 'day', day: string, timeZone: string): Span {
  return {
    from: startOfDay(day, timeZone),
    to: after(startOfDay(dayAfter(day, 1), timeZone), -1),
    said: { kind, day },
  };
}

function readLast(amount: number, unit: string, now: Instant): RangeReading {
  const ms = amount * (UNIT_MS[unit] ?? 0);
  if (ms === 0) return { kind: 'not-a-range' };
  if (ms > MOST_DAYS * 86_400_000) return { kind: 'too-long' };
  return { kind: 'span', span: { from: instant(now - ms), said: { kind: 'last', ms } } };
}
