import type { RichTextBlock } from '@slack/types';
import type { Instant } from '../../door/ids.ts';
import type { Catalogue } from './words/catalogue.ts';

const DAY_AND_TIME = '{date_short_pretty} {time_secs}';
const TIME_ONLY = '{time_secs}';
const HALF_A_DAY_MS = 43_200_000;

/** A moment in mrkdwn: each reader sees it in a zone of their own, older clients the door's time. */
export function moment(at: Instant, timeZone: string): string {
  return `<!date^${seconds(at)}^${DAY_AND_TIME}|${readable(at, timeZone)}>`;
}

/** A moment told right after `before`: without the day when less than half a day lies between. */
export function momentAfter(before: Instant, at: Instant, timeZone: string): string {
  if (Math.abs(at - before) >= HALF_A_DAY_MS) return moment(at, timeZone);
  const { time, offset } = partsOf(at, timeZone);
  return `<!date^${seconds(at)}^${TIME_ONLY}|${time} ${offset}>`;
}

/** A moment as a table cell; cells read no mrkdwn. */
export function momentCell(at: Instant, timeZone: string): RichTextBlock {
  const date = {
    type: 'date',
    timestamp: seconds(at),
    format: DAY_AND_TIME,
    fallback: readable(at, timeZone),
  } as const;
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [date] }] };
}

/** `2026-11-20 18:00:05 GMT+9`: the same in every language, and unambiguous when summer time ends. */
export function readable(at: Instant, timeZone: string): string {
  const { date, time, offset } = partsOf(at, timeZone);
  return `${date} ${time} ${offset}`;
}

/** `Fri 20 Nov 2026` in English, `2026年11月20日(金)` in Japanese, of a day given as `2026-11-20`. */
export function dayInWords(day: string, locale: string): string {
  // English without a country writes the day first: nobody reads 20 Nov as something else.
  const written = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(Date.parse(`${day}T00:00:00Z`));
  return written.replaceAll(',', '');
}

/** How people call a zone: by its city in English (`Tokyo time`), elsewhere as Intl knows it (日本標準時), since it knows no cities. */
export function zoneInWords(timeZone: string, at: Instant, { common: { locale } }: Catalogue): string {
  if (!timeZone.includes('/') || timeZone.startsWith('Etc/')) return timeZone;
  if (locale === 'en') return `${timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ')} time`;
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** A length of time, by its two largest units: `3.0 s`, `42 s`, `1 min 9 s`, `2 h 5 min`, `3 d 4 h`. */
export function lengthOfTime(ms: number, { common }: Catalogue): string {
  return common.length(partsOfLength(ms));
}

/** A length that is an age or an estimate: as any other, in whole seconds, one of them at least. */
export function roughly(ms: number, say: Catalogue): string {
  if (ms >= 10_000) return lengthOfTime(ms, say);
  return say.common.length([{ amount: String(Math.max(Math.round(ms / 1_000), 1)), unit: 'seconds' }]);
}

/** A length that was measured, where a part of a second matters: `340 ms`, then as any other. */
export function measured(ms: number, say: Catalogue): string {
  if (ms >= 1_000) return lengthOfTime(ms, say);
  return say.common.length([{ amount: String(Math.round(Math.max(ms, 0))), unit: 'milliseconds' }]);
}

type Parts = Parameters<Catalogue['common']['length']>[0];
type Unit = Parts[number]['unit'];

function partsOfLength(ms: number): Parts {
  const tenths = Math.round(Math.max(ms, 0) / 100);
  if (tenths < 100) return [{ amount: (tenths / 10).toFixed(1), unit: 'seconds' }];
  const wholeSeconds = Math.round(ms / 1_000);
  if (wholeSeconds < 60) return [{ amount: String(wholeSeconds), unit: 'seconds' }];
  if (wholeSeconds < 3_600) return twoUnits(wholeSeconds, 60, 'minutes', 'seconds');
  const minutes = Math.round(wholeSeconds / 60);
  if (minutes < 1_440) return twoUnits(minutes, 60, 'hours', 'minutes');
  return twoUnits(Math.round(minutes / 60), 24, 'days', 'hours');
}

function twoUnits(amount: number, base: number, large: Unit, small: Unit): Parts {
  const [whole, rest] = [Math.floor(amount / base), amount % base];
  const wholes = { amount: String(whole), unit: large };
  return rest === 0 ? [wholes] : [wholes, { amount: String(rest), unit: small }];
}

const seconds = (at: Instant): number => Math.floor(at / 1_000);

/** By zone. To make a formatter takes a hundred times as long as to use it, and a table of a hundred rows needs two hundred. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  });
  formats.set(timeZone, format);
  return format;
}

function partsOf(at: Instant, timeZone: string): { date: string; time: string; offset: string } {
  const parts = formatOf(timeZone).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}:${part('second')}`,
    // Versions of ICU differ in whether they add the nought.
    offset: part('timeZoneName').replace('GMT+0', 'GMT'),
  };
}
