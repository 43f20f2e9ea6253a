import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '../../../src/door/ids.ts';
import type { Language } from '../../../src/incident/language.ts';
import { spanInWords } from '../../../src/slack/messages/span.ts';
import {
  dayInWords,
  lengthOfTime,
  moment,
  momentAfter,
  readable,
  zoneInWords,
} from '../../../src/slack/messages/time.ts';
import { catalogueOf } from '../../../src/slack/messages/words/catalogue.ts';
import { at } from '../../support/rows.ts';

test('a length of time is told by its two largest units', () => {
  const told: readonly (readonly [number, string])[] = [
    [0, '0.0 s'],
    [-5, '0.0 s'],
    [3_042, '3.0 s'],
    [8_895, '8.9 s'],
    [9_940, '9.9 s'],
    [9_950, '10 s'],
    [59_499, '59 s'],
    [59_500, '1 min'],
    [69_259, '1 min 9 s'],
    [3_599_600, '1 h'],
    [7_500_000, '2 h 5 min'],
    [86_399_000, '1 d'],
    [273_600_000, '3 d 4 h'],
  ];
  for (const [ms, words] of told) assert.equal(lengthOfTime(ms, catalogueOf('en')), words, String(ms));
});

test('a moment is in each reader’s zone, with the door’s time for clients that cannot', () => {
  assert.equal(
    moment(at('05:12:06.868'), 'Asia/Tokyo'),
    `<!date^${Date.parse('2026-11-20T05:12:06Z') / 1000}^{date_short_pretty} {time_secs}|2026-11-20 14:12:06 GMT+9>`,
  );
});

test('a moment soon after another leaves out the day; half a day later it does not', () => {
  assert.match(momentAfter(at('00:00:00'), at('11:59:59'), 'UTC'), /\^\{time_secs\}\|11:59:59 GMT>$/);
  assert.match(
    momentAfter(at('00:00:00'), at('12:00:00'), 'UTC'),
    /\{date_short_pretty\}.*\|2026-11-20 12:00:00 GMT>$/,
  );
});

test('the hour that comes twice when summer time ends can be told apart', () => {
  const berlin = 'Europe/Berlin';
  assert.equal(readable(instant(Date.parse('2026-10-25T00:30:00Z')), berlin), '2026-10-25 02:30:00 GMT+2');
  assert.equal(readable(instant(Date.parse('2026-10-25T01:30:00Z')), berlin), '2026-10-25 02:30:00 GMT+1');
});

test('midnight is 00:00, not 24:00', () => {
  assert.equal(readable(at('00:00:00'), 'UTC'), '2026-11-20 00:00:00 GMT');
});

test('zones and days have names', () => {
  assert.equal(zoneInWords('Asia/Tokyo', at('12:00:00'), catalogueOf('en')), 'Tokyo time');
  assert.equal(zoneInWords('America/Argentina/Buenos_Aires', at('12:00:00'), catalogueOf('en')), 'Buenos Aires time');
  assert.equal(zoneInWords('UTC', at('12:00:00'), catalogueOf('en')), 'UTC');
  assert.equal(zoneInWords('Etc/GMT-9', at('12:00:00'), catalogueOf('en')), 'Etc/GMT-9');
  assert.equal(dayInWords('2026-11-20', 'en'), 'Fri 20 Nov 2026');
  assert.equal(dayInWords('2026-11-20', 'ja'), '2026年11月20日(金)');
  assert.equal(dayInWords('2026-11-20', 'ko'), '2026년 11월 20일 (금)');
});

test('24 h is not called a day, which may have 23 or 25', () => {
  const last = (ms: number): string =>
    spanInWords({ from: at('00:00:00'), said: { kind: 'last', ms } }, 'UTC', catalogueOf('en'));
  assert.equal(last(86_400_000), 'the last 24 h, since 2026-11-20 00:00 UTC');
  assert.equal(last(7 * 86_400_000), 'the last 7 days, since 2026-11-20 00:00 UTC');
  assert.equal(last(5_400_000), 'the last 1 h 30 min, since 2026-11-20 00:00 UTC');
});

test('a span is said in the asker’s language, its day and its zone too', () => {
  const said = (language: Language, zone: string): string =>
    spanInWords({ from: at('00:00:00'), said: { kind: 'today', day: '2026-11-20' } }, zone, catalogueOf(language));
  assert.equal(said('en', 'Asia/Tokyo'), 'today, Fri 20 Nov 2026, Tokyo time');
  assert.equal(said('ja', 'Asia/Tokyo'), '今日 2026年11月20日(金)、日本標準時');
  assert.equal(said('ko', 'Asia/Seoul'), '오늘 2026년 11월 20일 (금), 한국 표준시');
  assert.equal(said('ja', 'UTC'), '今日 2026年11月20日(金)、UTC');
});
