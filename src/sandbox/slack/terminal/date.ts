import type { Reader } from './reader.ts';

type Parts = Intl.DateTimeFormatOptions;

const CLOCK: Parts = { hour: 'numeric', minute: '2-digit' };
const FORMATS: Readonly<Record<string, Parts>> = {
  date: { month: 'long', day: 'numeric' },
  date_short: { month: 'short', day: 'numeric', year: 'numeric' },
  date_long: { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' },
  date_long_full: { month: 'long', day: 'numeric', year: 'numeric' },
  date_slash: { year: 'numeric', month: '2-digit', day: '2-digit' },
  time: CLOCK,
  time_secs: { ...CLOCK, second: '2-digit' },
};
const PRETTY: Readonly<Record<string, string>> = {
  date_pretty: 'date',
  date_short_pretty: 'date_short',
  date_long_pretty: 'date_long',
  day_divider_pretty: 'date_long',
};
const DAY_MS = 86_400_000;
/** A Date reaches a hundred million days from 1970, and no further. */
const FURTHEST_SECONDS = 8.64e12;

/** Whether these seconds since 1970 are a moment that can be written at all; a hostile or broken message may hold any number. */
export function isMoment(seconds: number): boolean {
  return Math.abs(seconds) <= FURTHEST_SECONDS;
}

/**
 * Fills in a date format as Slack does, in the reader's own zone and language. The tokens are those of
 * https://docs.slack.dev/messaging/formatting-message-text#date-formatting; others stay as they stand.
 *
 * @param seconds since 1970; it throws a RangeError for what is no moment.
 */
export function formatDate(seconds: number, format: string, reader: Reader): string {
  const at = seconds * 1000;
  return format.replace(/\{([a-z_]+)\}/g, (token, name: string) => {
    if (name === 'date_num') return isoDay(at, reader.timeZone);
    if (name === 'ago') return ago(at, reader);
    const pretty = PRETTY[name];
    if (pretty !== undefined) return nearDay(at, reader) ?? written(at, FORMATS[pretty] ?? {}, reader);
    const parts = FORMATS[name];
    return parts === undefined ? token : written(at, parts, reader);
  });
}

function written(at: number, parts: Parts, { locale, timeZone }: Reader): string {
  // Intl puts a narrow no-break space before AM and PM, which a terminal may draw as a box.
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone }).format(at).replaceAll('\u202f', ' ');
}

function isoDay(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(at);
}

/** "today", "yesterday" or "tomorrow" in the reader's language; else nothing. */
function nearDay(at: number, reader: Reader): string | undefined {
  const days = Math.round(
    (Date.parse(isoDay(at, reader.timeZone)) - Date.parse(isoDay(reader.now, reader.timeZone))) / DAY_MS,
  );
  if (Math.abs(days) > 1) return undefined;
  return new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' }).format(days, 'day');
}

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', DAY_MS],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

function ago(at: number, { now, locale }: Reader): string {
  const passed = at - now;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(passed) >= length) ?? (['second', 1_000] as const);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(passed / size), unit);
}
