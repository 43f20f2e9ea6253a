import type { Span } from '../../asking/span.ts';
import { after, type Instant } from '../../door/ids.ts';
import { openZone } from '../../door/zone.ts';
import { dayInWords, lengthOfTime, readable, zoneInWords } from './time.ts';
import type { Catalogue } from './words/catalogue.ts';

export type { Span } from '../../asking/span.ts';

/** `Fri 20 Nov 2026 18:00–20:00, Tokyo time`: what was understood, said back in the zone it was read in and in the asker's language. */
export function spanInWords(asked: Span, timeZone: string, say: Catalogue): string {
  const { from, said } = asked;
  const {
    answers: { span },
    common: { locale },
  } = say;
  const zone = zoneInWords(timeZone, from, say);
  const day = (text: string): string => dayInWords(text, locale);
  switch (said.kind) {
    case 'last':
      return span.last(lengthOfLast(said.ms, say), readable(from, timeZone).slice(0, 16), zone);
    case 'days':
      return span.fromTo(day(said.first), day(said.last), zone);
    case 'since':
      return span.since(momentInWords(from, timeZone, day), zone);
    case 'clock':
      return clockInWords(asked, timeZone, day, say);
    default:
      return span[said.kind](day(said.day), zone);
  }
}

/** A day, with the time where that is not its beginning. */
function momentInWords(at: Instant, timeZone: string, day: (text: string) => string): string {
  const wall = openZone(timeZone).wall(at);
  return wall.minute === 0 ? day(wall.day) : `${day(wall.day)} ${clockOf(wall.minute)}`;
}

function clockInWords({ from, to }: Span, timeZone: string, day: (text: string) => string, say: Catalogue): string {
  const { span } = say.answers;
  const { wall } = openZone(timeZone);
  const zone = zoneInWords(timeZone, from, say);
  const [first, last] = [wall(from), to === undefined ? undefined : wall(after(to, 1))];
  if (last === undefined) return span.since(momentInWords(from, timeZone, day), zone);
  // The midnight that ends a day is its 24:00.
  const endsDay = to !== undefined && last.minute === 0 && wall(to).day === first.day;
  const until = endsDay ? '24:00' : clockOf(last.minute);
  if (endsDay || last.day === first.day) return span.clock(day(first.day), clockOf(first.minute), until, zone);
  return span.fromTo(`${day(first.day)} ${clockOf(first.minute)}`, `${day(last.day)} ${until}`, zone);
}

const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** A length as it was asked for, where `24 h` is not a day of 23 or 25 hours. */
function lengthOfLast(ms: number, say: Catalogue): string {
  const { span } = say.answers;
  if (ms === DAY_MS) return span.hours(24);
  if (ms > DAY_MS && ms % DAY_MS === 0) return span.days(ms / DAY_MS);
  return lengthOfTime(ms, say);
}

const DAY_MS = 86_400_000;
