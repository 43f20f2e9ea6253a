import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DoorEvent, kindOfCode } from '../../../src/door/event.ts';
import { doorId, eventId, instant, placeId } from '../../../src/door/ids.ts';
import { at, authenticated, authFailed, EBISU, guideRows, person, row } from '../../support/rows.ts';
import { assertWithinLimits } from '../messages/limits.ts';
import { aLog, clue, OFFICE, SHIBUYA, tableOf } from './desk.ts';

const guide = guideRows();
const NEWER = instant(1694066010000);
const seconds = (event: DoorEvent | undefined): string => String(Math.floor((event?.at ?? 0) / 1000));

test('the ten newest rows of the guide’s sample, newest first, in words', async () => {
  const answer = await clue('recent', { log: aLog(guide), now: NEWER });
  assert.deepEqual(tableOf(answer), [
    [seconds(guide[0]), 'testDoor', 'locked again', '–'],
    [seconds(guide[1]), 'testDoor', 'unlocked', '–'],
    [seconds(guide[2]), 'testDoor', 'authenticated (face)', 'EBISU'],
    ...guide.slice(3, 10).map((event) => [seconds(event), 'testDoor', 'authentication failed (face)', '–']),
  ]);
  assertWithinLimits('recent', answer);
});

test('a door without a name in its rows or in memory is called by its number', async () => {
  const places = [{ ...SHIBUYA, doors: [] }];
  const rows = [authFailed(at('09:00:00'))];
  assert.equal(tableOf(await clue('recent', { log: aLog(rows), places }))[0]?.[1], 'door 181');
});

test('a name that one row carries serves the rows that carry none', async () => {
  const places = [{ ...SHIBUYA, doors: [] }];
  const rows = [
    row('DEV_FACE_AUTH_SUCCESS', at('09:00:00'), { id: '1', name: 'Lobby', person: EBISU }),
    row('VENDOR_AUTH_SUCCESS', at('09:00:01'), { id: '2', person: person('12345678') }),
    authFailed(at('09:00:02'), { id: '3' }),
  ];
  assert.deepEqual(
    tableOf(await clue('recent', { log: aLog(rows), places })).map(([, door, , who]) => [door, who]),
    [
      ['Lobby', '–'],
      ['Lobby', 'EBISU'],
      ['Lobby', 'EBISU'],
    ],
  );
});

test('people are named as the bot knows them, and unknown codes shown raw', async () => {
  const code = 'DOOR_MANUAL_OPEN_REQ';
  const event: DoorEvent = {
    kind: kindOfCode(code),
    code,
    id: eventId('1'),
    place: placeId('179'),
    at: at('09:00:00'),
    door: doorId('190'),
    person: person('34567'),
  };
  const [first] = tableOf(await clue('recent', { log: aLog([event]), places: [OFFICE] }));
  assert.deepEqual(first?.slice(1), ['Front door', code, 'Jack']);
});

test('as many as asked for, up to 100, also where CLUe gives fewer rows a page', async () => {
  assert.equal(tableOf(await clue('recent 3', { log: aLog(guide), now: NEWER })).length, 3);
  assert.equal(tableOf(await clue('recent １００', { log: aLog(guide, { cap: 7 }), now: NEWER })).length, 36);
  assert.equal(tableOf(await clue('recent 30', { log: aLog(guide, { cap: 7 }), now: NEWER })).length, 30);
});

test('more than 100 is answered with a sentence, not cut in silence', async () => {
  const log = aLog(guide);
  const answer = await clue('recent 101', { log });
  assert.match(answer.text, /`101` is more than I can show: at most 100 rows/);
  assert.deepEqual(log.asked, []);
  assert.match((await clue('recent 0')).text, /give a number from 1 on/);
});

test('a number too large for a count, or a second one, is a door if there is one of that id', async () => {
  const rows = [authFailed(at('09:00:00'), { door: '5' }), authFailed(at('09:00:01')), authFailed(at('09:00:02'))];
  const rowsFor = async (text: string) => tableOf(await clue(text, { log: aLog(rows) })).length;
  assert.equal(await rowsFor('recent 181'), 2);
  assert.equal(await rowsFor('recent 1 181'), 1);
  assert.equal(await rowsFor('recent 10 door:181'), 2);
  assert.match((await clue('recent 10 20')).text, /`20` is a second number.*`door:20`/);
});

test('a door’s rows are looked for beyond the newest ones', async () => {
  const others = Array.from({ length: 600 }, (_, index) =>
    authFailed(instant(at('10:00:00') + index), { door: '9', id: String(10_000 + index) }),
  );
  const own = authenticated(EBISU, at('09:00:00'), { id: '5' });
  const answer = await clue('recent 1 testdoor', { log: aLog([own, ...others]) });
  assert.deepEqual(
    tableOf(answer).map(([, door, , who]) => [door, who]),
    [['testDoor', 'EBISU']],
  );
});

test('several places are shown together, by time, with their names', async () => {
  const office: DoorEvent = { ...authFailed(at('09:00:30')), place: placeId('179'), door: doorId('191') };
  const rows = [authFailed(at('09:00:00')), office, authFailed(at('09:01:00'))];
  const places = [SHIBUYA, OFFICE];
  const answer = await clue('recent', { log: aLog(rows), places });
  assert.deepEqual(
    tableOf(answer).map((cells) => cells[2]),
    ['Shibuya store', 'Office', 'Shibuya store'],
  );
  const one = await clue('recent place:office', { log: aLog(rows), places });
  assert.equal(tableOf(one).length, 1);
  assert.match(one.text, /^The newest row of all doors of Office:/);
});

test('a place that cannot be read is named, and does not hide the others', async () => {
  const log = aLog([authFailed(at('09:00:00'))], { problems: { '179': { kind: 'timeout', afterMs: 10_000 } } });
  const answer = await clue('recent', { log, places: [SHIBUYA, OFFICE] });
  assert.equal(tableOf(answer).length, 1);
  assert.match(answer.text, /Office is missing here: CLUe gave no answer within 10 s/);
});

test('where CLUe gives no answer at all, the problem is the answer', async () => {
  const log = aLog([], {
    problems: { '178': { kind: 'login-refused', why: 'wrong-password', since: at('09:00:00') } },
  });
  const answer = await clue('recent', { log });
  assert.match(answer.text, /^⚠️ CLUe refuses the login, .* password is wrong/);
  assert.match(answer.text, /\/clue login/);
});

test('rows that could not be read are counted', async () => {
  const log = aLog([authFailed(at('09:00:00'))], { malformed: 2 });
  assert.match((await clue('recent', { log })).text, /2 rows from CLUe could not be read/);
});
