import type { Instant } from '../../door/ids.ts';
import { dayInWords, lengthOfTime, readable, zoneInWords } from './time.ts';
import type { Catalogue } from './words/catalogue.ts';

/** A stretch of time as somebody asked for it. */
export type Span = {
  readonly from: Instant;
  /** Its last millisecond; absent for "until now", where a device's clock may run a little ahead. */
  readonly to?: Instant;
  readonly said:
    | { readonly kind: 'today' | 'yesterday' | 'day'; readonly day: string }
    | { readonly kind: 'last'; readonly ms: number }
    /** From one moment to another, of which nobody said more. */
    | { readonly kind: 'between' };
};

/** `today, Fri 20 Nov 2026, Tokyo time`: what was understood, said back in the doors' zone and in the asker's language. */
export function spanInWords({ from, to, said }: Span, timeZone: string, say: Catalogue): string {
  const { span } = say.answers;
  const zone = zoneInWords(timeZone, from, say);
  switch (said.kind) {
    case 'last':
      return span.last(lengthOfLast(said.ms, say), readable(from, timeZone).slice(0, 16), zone);
    case 'between': {
      const until = to === undefined ? undefined : readable(to, timeZone).slice(0, 16);
      return span.between(readable(from, timeZone).slice(0, 16), until, zone);
    }
    default:
      return span[said.kind](dayInWords(said.day, say.common.locale), zone);
  }
}

/** A length as it was asked for, where `24 h` is not a day of 23 or 25 hours. */
function lengthOfLast(ms: number, say: Catalogue): string {
  const { span } = say.answers;
  if (ms === DAY_MS) return span.hours(24);
  if (ms > DAY_MS && ms % DAY_MS === 0) return span.days(ms / DAY_MS);
  return lengthOfTime(ms, say);
}

const DAY_MS = 86_400_000;
