import type { Instant } from '../../door/ids.ts';
import { dayInWords, lengthOfTime, readable, zoneInWords } from './time.ts';
import { catalogueOf } from './words/catalogue.ts';

/** A stretch of time as somebody asked for it. */
export type Span = {
  readonly from: Instant;
  /** Its last millisecond; absent for "until now", where a device's clock may run a little ahead. */
  readonly to?: Instant;
  readonly said:
    | { readonly kind: 'today' | 'yesterday' | 'day'; readonly day: string }
    | { readonly kind: 'last'; readonly ms: number };
};

/** `today, Fri 20 Nov 2026, Tokyo time`: what was understood, said back in the doors' zone, the date in a language of one's own. */
export function spanInWords({ from, said }: Span, timeZone: string, locale: string): string {
  const zone = zoneInWords(timeZone, catalogueOf('en'));
  switch (said.kind) {
    case 'last':
      return `the last ${lengthOfLast(said.ms)}, since ${readable(from, timeZone).slice(0, 16)} ${zone}`;
    case 'day':
      return `${dayInWords(said.day, locale)}, ${zone}`;
    default:
      return `${said.kind}, ${dayInWords(said.day, locale)}, ${zone}`;
  }
}

/** A length as it was asked for, where `24 h` is not a day of 23 or 25 hours. */
function lengthOfLast(ms: number): string {
  if (ms === 86_400_000) return '24 h';
  if (ms > 86_400_000 && ms % 86_400_000 === 0) return `${ms / 86_400_000} days`;
  return lengthOfTime(ms, catalogueOf('en')).replace(/^1 d$/, '24 h');
}
