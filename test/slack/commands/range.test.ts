import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, startOfDay } from '../../../src/door/day.ts';
import { instant } from '../../../src/door/ids.ts';
import { MOST_DAYS, readRange } from '../../../src/slack/commands/range.ts';

const HOUR_MS = 3_600_000;
const BERLIN = 'Europe/Berlin';
const utc = (text: string) => instant(Date.parse(text));

function spanOf(word: string, now: string, zone: string) {
  const reading = readRange(word, utc(now), zone);
  assert.equal(reading.kind, 'span', `${word} is ${reading.kind}`);
  return reading.kind === 'span' ? reading.span : assert.fail();
}

test('a day is a day at the doors, not in UTC', () => {
  // 01:30 on the 21st in Tokyo.
  const today = spanOf('today', '2026-11-20T16:30:00Z', 'Asia/Tokyo');
  assert.equal(today.from, utc('2026-11-20T15:00:00Z'));
  assert.equal(today.to, undefined);
  assert.deepEqual(today.said, { kind: 'today', day: '2026-11-21' });
  const yesterday = spanOf('YESTERDAY', '2026-11-20T16:30:00Z', 'Asia/Tokyo');
  assert.equal(yesterday.from, utc('2026-11-19T15:00:00Z'));
  assert.equal(yesterday.to, utc('2026-11-20T14:59:59.999Z'));
});

test('the day on which summer time begins in Berlin has 23 hours, the one on which it ends 25', () => {
  const lengthOf = (day: string): number => {
    const { from, to } = spanOf(day, '2026-12-01T00:00:00Z', BERLIN);
    return ((to ?? 0) + 1 - from) / HOUR_MS;
  };
  assert.equal(lengthOf('2026-03-29'), 23);
  assert.equal(lengthOf('2026-10-25'), 25);
  assert.equal(lengthOf('2026-10-26'), 24);
  assert.equal(spanOf('2026-03-29', '2026-12-01T00:00:00Z', BERLIN).from, utc('2026-03-28T23:00:00Z'));
  assert.equal(spanOf('2026-03-30', '2026-12-01T00:00:00Z', BERLIN).from, utc('2026-03-29T22:00:00Z'));
});

test('yesterday right after the change is the long day', () => {
  const { from, to } = spanOf('yesterday', '2026-10-26T08:00:00Z', BERLIN);
  assert.equal(from, utc('2026-10-24T22:00:00Z'));
  assert.equal(to, utc('2026-10-25T22:59:59.999Z'));
});

test('a day whose midnight does not exist begins with its first moment', () => {
  // In Beirut summer time begins at midnight: 2026-03-29 begins at 01:00.
  const from = startOfDay('2026-03-29', 'Asia/Beirut');
  assert.equal(from, utc('2026-03-28T22:00:00Z'));
  assert.equal(dayOf(instant(from - 1), 'Asia/Beirut'), '2026-03-28');
});

test('days begin where they should at both ends of the world and in odd zones', () => {
  assert.equal(startOfDay('2026-11-20', 'Pacific/Kiritimati'), utc('2026-11-19T10:00:00Z'));
  assert.equal(startOfDay('2026-11-20', 'Pacific/Pago_Pago'), utc('2026-11-20T11:00:00Z'));
  assert.equal(startOfDay('2026-11-20', 'Asia/Kathmandu'), utc('2026-11-19T18:15:00Z'));
  assert.equal(startOfDay('2027-01-01', 'Asia/Tokyo'), utc('2026-12-31T15:00:00Z'));
});

test('minutes, hours and days count back from now by the clock', () => {
  const now = '2026-10-25T12:00:00Z';
  for (const [word, ms] of [
    ['90m', 90 * 60_000],
    ['90min', 90 * 60_000],
    ['24h', 24 * HOUR_MS],
    ['7d', 7 * 24 * HOUR_MS],
  ] as const) {
    const span = spanOf(word, now, BERLIN);
    assert.equal(span.from, utc(now) - ms, word);
    assert.deepEqual(span.said, { kind: 'last', ms });
  }
});

test('days that do not exist, are yet to come, or lie too far back are told apart', () => {
  const kindOf = (word: string): string => readRange(word, utc('2026-11-20T12:00:00Z'), 'UTC').kind;
  assert.equal(kindOf('2026-02-30'), 'no-such-day');
  assert.equal(kindOf('2026-13-01'), 'no-such-day');
  assert.equal(kindOf('2026-11-21'), 'day-to-come');
  assert.equal(kindOf('2026-11-20'), 'span');
  assert.equal(kindOf('2026-2-3'), 'span');
  assert.equal(kindOf(`${MOST_DAYS + 1}d`), 'too-long');
  assert.equal(kindOf(`${'9'.repeat(400)}h`), 'too-long');
  for (const word of ['0m', 'lobby', '24', 'h', '2026', 'todayy', '-3h'])
    assert.equal(kindOf(word), 'not-a-range', word);
});
