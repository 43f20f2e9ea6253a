import type { Token } from './token.ts';

type Of<Is extends Token['is']> = Extract<Token, { readonly is: Is }>;

/** A token and the word it was read from. */
export type Heard<Read extends Token = Token> = { readonly token: Read; readonly word: string };

/** What was said of one moment or one stretch of days, each thing once. */
export type Slots = {
  day?: Heard<Of<'day'> | Of<'date'> | Of<'numbers'> | Of<'ago'>>;
  month?: Heard<Of<'month'>>;
  year?: Heard<Of<'year'>>;
  period?: Heard<Of<'period'>>;
  weekday?: Heard<Of<'weekday'>>;
  weekend?: Heard<Of<'weekend'>>;
  part?: Heard<Of<'part'>>;
  clock?: Heard<Of<'clock'>>;
  last?: Heard<Of<'last'>>;
  now?: Heard<Of<'now'>>;
};

/** Puts a token where it belongs. False where something else stands there already, or where the two do not go together. */
export function fill(slots: Slots, { token, word }: Heard): boolean {
  const isFirst = Object.keys(slots).length === 0;
  if (!isFirst && (slots.last !== undefined || slots.now !== undefined)) return false;
  switch (token.is) {
    case 'day':
    case 'numbers':
    case 'ago':
    case 'date':
      if (slots.day !== undefined || slots.weekend !== undefined || !goesWith(token, slots)) return false;
      slots.day = { token, word };
      return true;
    case 'month':
      if (slots.month !== undefined || slots.weekday !== undefined || slots.weekend !== undefined) return false;
      if (slots.period !== undefined && slots.period.token.unit !== 'year') return false;
      if (slots.day !== undefined && !(slots.day.token.is === 'date' && slots.day.token.month === undefined))
        return false;
      if (token.year !== undefined && slots.year !== undefined) return false;
      slots.month = { token, word };
      return true;
    case 'year':
      if (slots.year !== undefined || slots.period !== undefined || slots.month?.token.year !== undefined) return false;
      if (slots.day !== undefined && slots.day.token.is !== 'date' && slots.day.token.is !== 'numbers') return false;
      if (slots.day !== undefined && 'year' in slots.day.token && slots.day.token.year !== undefined) return false;
      slots.year = { token, word };
      return true;
    case 'period':
      if (slots.period !== undefined || slots.year !== undefined) return false;
      if (
        slots.day !== undefined &&
        (token.unit === 'week' || !goesWith(slots.day.token, { ...slots, period: { token, word } }))
      )
        return false;
      if (slots.month !== undefined && token.unit !== 'year') return false;
      if ((slots.weekday !== undefined || slots.weekend !== undefined) && token.unit !== 'week') return false;
      slots.period = { token, word };
      return true;
    case 'weekday':
      if (
        slots.weekday !== undefined ||
        slots.weekend !== undefined ||
        (slots.month !== undefined && slots.day === undefined)
      )
        return false;
      if (slots.period !== undefined && slots.period.token.unit !== 'week' && slots.day === undefined) return false;
      slots.weekday = { token, word };
      return true;
    case 'weekend':
      if (
        slots.weekend !== undefined ||
        slots.weekday !== undefined ||
        slots.day !== undefined ||
        slots.month !== undefined
      )
        return false;
      if (slots.year !== undefined || (slots.period !== undefined && slots.period.token.unit !== 'week')) return false;
      slots.weekend = { token, word };
      return true;
    case 'part':
      if (slots.part !== undefined) return false;
      slots.part = { token, word };
      return true;
    case 'clock':
      if (slots.clock !== undefined) return false;
      slots.clock = { token, word };
      return true;
    case 'last':
      if (!isFirst) return false;
      slots.last = { token, word };
      return true;
    case 'now':
      if (!isFirst) return false;
      slots.now = { token, word };
      return true;
    default:
      return false;
  }
}

/** Whether a day can be said along with a month, a year or a period: `the 20th of last month`, but not `today last month`. */
function goesWith(day: Of<'day'> | Of<'date'> | Of<'numbers'> | Of<'ago'>, { month, year, period }: Slots): boolean {
  if (month === undefined && year === undefined && period === undefined) return true;
  if (day.is === 'day' || day.is === 'ago') return false;
  if (day.year !== undefined && (year !== undefined || period !== undefined || month?.token.year !== undefined))
    return false;
  if (day.is === 'numbers')
    return month === undefined && period?.token.unit !== 'week' && period?.token.unit !== 'month';
  if (day.month !== undefined) return month === undefined && (period === undefined || period.token.unit === 'year');
  if (period?.token.unit === 'year') return month !== undefined;
  return period?.token.unit !== 'week' && (year === undefined || month !== undefined);
}
