import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderOf } from '../../src/asking/calendar.ts';
import { readQuestion } from '../../src/asking/read-question.ts';
import { readWords } from '../../src/asking/words.ts';
import { findZone } from '../../src/asking/zones.ts';
import { instant } from '../../src/door/ids.ts';
import { ALL, ask, OFFICE, SHOP } from './desk.ts';
import { ENGLISH } from './phrases-en.ts';

/** What is wrong with a question, the word it points at, and what it proposes. */
const wrongOf = (text: string): readonly string[] => {
  const reading = ask(text, ENGLISH);
  if (reading.ok) return ['understood', JSON.stringify(reading.question.understood.span?.said)];
  const { unclear, instead } = reading;
  return [unclear.kind, unclear.word, ...(instead === undefined ? [] : [instead.join(' ')])];
};

test('what is wrong is told by its word', () => {
  for (const [text, ...wrong] of [
    ['yesterday today', 'given-twice', 'today'],
    ['yesterday last 2h', 'given-twice', 'last 2h'],
    ['since monday since friday', 'given-twice', 'since'],
    ['friday 20 nov 2026 19:00 20:00', 'given-twice', '20:00'],
    ['yesterday morning 18:00', 'given-twice', 'yesterday morning 18:00'],
    ['2026-02-30', 'no-such-day', '2026-02-30'],
    ['11/31', 'no-such-day', '11/31'],
    ['mon 20 nov 2026', 'no-such-day', 'mon 20 nov 2026'],
    ['tomorrow', 'day-to-come', 'tomorrow'],
    ['来週', 'day-to-come', '来週'],
    ['내일', 'day-to-come', '내일'],
    ['today 18:00-20:00', 'day-to-come', 'today 18:00-20:00'],
    ['2030-01-01', 'day-to-come', '2030-01-01'],
    ['9999-12-31', 'day-to-come', '9999-12-31'],
    ['0001-01-01', 'time-too-long', '0001-01-01'],
    ['9999d', 'time-too-long', '9999d'],
    ['99999 months ago', 'time-too-long', '99999 months ago'],
    ['2026-11-20 to 2026-11-18', 'ends-before', '2026-11-20 to 2026-11-18'],
    ['11/24 to 11/10', 'ends-before', '11/24 to 11/10'],
    ['11/24 to yesterday', 'ends-before', '11/24 to yesterday'],
    ['friday evening before 16:00', 'ends-before', 'friday evening before 16:00'],
    ['friday evening after 23:00', 'ends-before', 'friday evening after 23:00'],
    ['friday 17', 'unexpected-word', '17', 'friday at 17'],
    ['9 on friday', 'unexpected-word', '9', 'at 9 on friday'],
    ['nov 20 until 5', 'unexpected-word', '5'],
    ['entries i yesterday', 'no-such-name', 'i'],
    ['failures o', 'no-such-name', 'o'],
    ['failures or', 'no-such-name', 'or'],
    ['unlocks by jack or may', 'no-such-name', 'by jack or may'],
    ['before friday', 'no-beginning', 'before friday'],
    ['between 9', 'unexpected-word', 'between'],
    ['last week 18:00', 'unexpected-word', 'last week 18:00'],
    ['tz:Atlantis today', 'no-such-zone', 'tz:Atlantis'],
    ['tz:Tokyo tz:Seoul', 'given-twice', 'tz:Seoul'],
    ['csv jsonl', 'given-twice', 'jsonl'],
    ['per hour per day', 'given-twice', 'per day'],
    ['person:nobody', 'no-such-person', 'nobody'],
    ['person:jack person:may', 'given-twice', 'person:may'],
    ['door', 'several-doors', 'door'],
    ['door:front lobby', 'given-twice', 'lobby'],
    ['0 today', 'count-too-small', '0'],
    ['yesteday failures', 'unexpected-word', 'yesteday', 'yesterday failures'],
    ['failurs today', 'unexpected-word', 'failurs', 'failures today'],
    ['frontt-door today', 'no-such-name', 'frontt-door', '"Front door" today'],
  ] as const) {
    assert.deepEqual(wrongOf(text), wrong, text);
  }
});

test('a night of summer time that has no such minute says so', () => {
  const berlin = { zone: 'Europe/Berlin', now: '2026-04-01T09:00:00+02:00' };
  const reading = ask('2026-03-29 02:00-03:00', berlin);
  assert.equal(reading.ok, false);
  assert.equal(!reading.ok && reading.unclear.kind, 'no-such-time');
});

test('a name of a door and of a person must be told apart, and a key does', () => {
  const places = [
    { ...SHOP, doors: [...SHOP.doors, { ...OFFICE.doors[0], id: SHOP.doors[0]?.id ?? assert.fail(), name: 'EBISU' }] },
  ];
  const where = { places, now: instant(Date.parse(ENGLISH.now)), timeZone: ENGLISH.zone };
  const read = (text: string) => readQuestion(readWords(text), ALL, where);
  const reading = read('ebisu today');
  assert.deepEqual(!reading.ok && reading.unclear, {
    kind: 'several-meanings',
    word: 'ebisu',
    meanings: ['door', 'person'],
  });
  const keyed = read('person:ebisu today');
  assert.equal(keyed.ok && keyed.question.person?.id, '12345678');
});

test('11/12 is read as the asker’s country writes it', () => {
  const orders = ['en-US', 'en-GB', 'ja-JP', 'ko-KR', 'de-DE', 'fr-FR'].map(orderOf);
  assert.deepEqual(orders, ['month-first', 'day-first', 'month-first', 'month-first', 'day-first', 'day-first']);
});

test('a zone is found by its name or its city, and nothing else is taken for one', () => {
  assert.deepEqual(
    ['Asia/Tokyo', 'asia/tokyo', 'Tokyo', 'new york', 'utc', 'Asia/Calcutta', '', '+09:00', 'Atlantis'].map(findZone),
    [
      'Asia/Tokyo',
      'Asia/Tokyo',
      'Asia/Tokyo',
      'America/New_York',
      'UTC',
      'Asia/Calcutta',
      undefined,
      undefined,
      undefined,
    ],
  );
});
