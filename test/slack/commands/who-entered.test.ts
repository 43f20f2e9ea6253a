import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DoorEvent } from '../../../src/door/event.ts';
import { doorId, instant, placeId } from '../../../src/door/ids.ts';
import { MOST_ROWS } from '../../../src/reading/request.ts';
import {
  accepted,
  at,
  authenticated,
  authFailed,
  EBISU,
  guideRows,
  JACK,
  relayOff,
  relayOn,
} from '../../support/rows.ts';
import { assertWithinLimits } from '../messages/limits.ts';
import { aLog, clue, NOW, OFFICE, SHIBUYA, tableOf } from './desk.ts';

const NEWER = instant(1694066010000);
const peopleOf = (message: Parameters<typeof tableOf>[0]): readonly (string | undefined)[] =>
  tableOf(message).map(([, who]) => who);

/** Somebody who comes in. */
const enters = (who: typeof EBISU, time: string, ids: [string, string], door = '181'): readonly DoorEvent[] => [
  authenticated(who, at(time), { id: ids[0], door }),
  relayOn(instant(at(time) + 40), { id: ids[1], door }),
];

test('the guide’s sample has eight entries by two people, EBISU 7 and Jack 1', async () => {
  for (const cap of [Infinity, 5, 1]) {
    const answer = await clue('who-entered 2023-09-07', { log: aLog(guideRows(), { cap }), now: NEWER });
    assert.match(
      answer.text,
      /^Entries at all doors, Thu 7 Sept? 2023, Tokyo time:\n8 entries by 2 people · EBISU 7, Jack 1\n/,
    );
    assert.deepEqual(peopleOf(answer), [...Array.from({ length: 7 }, () => 'EBISU'), 'Jack']);
    assert.equal(tableOf(answer)[0]?.[0], '1694065999');
    assertWithinLimits('who-entered', answer);
  }
});

test('without a time it is today, and what was understood is said', async () => {
  const log = aLog([...enters(EBISU, '09:00:00', ['1', '2'])]);
  const answer = await clue('who-entered', { log });
  assert.match(answer.text, /today, Fri 20 Nov 2026, Tokyo time/);
  assert.equal(log.asked[0]?.from, Date.parse('2026-11-19T15:00:00Z') - 10_000);
  assert.equal(log.asked[0]?.to, undefined);
});

test('who authenticated and was not let in did not enter', async () => {
  const rows = [authenticated(EBISU, at('09:00:00')), authFailed(at('09:01:00')), relayOn(at('09:02:00'))];
  const answer = await clue('who-entered', { log: aLog(rows) });
  assert.match(answer.text, /nobody entered\.$/);
  assert.deepEqual(tableOf(answer), []);
});

test('at a door with a third party its silence is a no, though the relay of another goes on', async () => {
  const door = '191';
  const rows = [
    authenticated(EBISU, at('09:00:00'), { id: '1', door }),
    authenticated(JACK, at('09:00:01'), { id: '2', door }),
    accepted(JACK, at('09:00:02'), { id: '3', door }),
    relayOn(at('09:00:03'), { id: '4', door }),
  ].map((event) => ({ ...event, place: placeId('179') }));
  const answer = await clue('who-entered back', { log: aLog(rows), places: [OFFICE] });
  assert.deepEqual(peopleOf(answer), ['Jack']);
  assert.match(answer.text, /1 entry by 1 person/);
});

test('a passage at the edge of the time is judged whole, and belongs to where it began', async () => {
  const midnight = Date.parse('2026-11-19T15:00:00Z');
  const rows = [
    // Authenticated yesterday, unlocked today.
    { ...authenticated(JACK, instant(midnight - 1_000), { id: '1' }) },
    { ...relayOn(instant(midnight + 500), { id: '2' }) },
    { ...relayOff(instant(midnight + 3_500), { id: '3' }) },
  ];
  assert.match((await clue('who-entered today', { log: aLog(rows) })).text, /nobody entered/);
  assert.deepEqual(peopleOf(await clue('who-entered yesterday', { log: aLog(rows) })), ['Jack']);
});

test('rows pushed down a page while it reads are neither lost nor counted twice', async () => {
  const rows = Array.from({ length: 400 }, (_, index) =>
    enters(index % 2 === 0 ? EBISU : JACK, '08:00:00', [String(1_000 + index * 2), String(1_001 + index * 2)]).map(
      (event) => ({ ...event, at: instant(event.at + index * 10_000) }),
    ),
  ).flat();
  const arriving = Array.from({ length: 40 }, (_, index) => authFailed(at('11:59:00'), { id: String(5_000 + index) }));
  const answer = await clue('who-entered', { log: aLog(rows, { arriving }) });
  assert.match(answer.text, /400 entries by 2 people · EBISU 200, Jack 200/);
  assert.equal(tableOf(answer).length, 100);
  assert.match(answer.text, /300 older entries left out/);
});

test('a time with too many rows is not read at all, and the answer asks to narrow it down', async () => {
  const rows = Array.from({ length: MOST_ROWS + 1 }, (_, index) =>
    authFailed(instant(at('06:00:00') + index), { id: String(100_000 + index) }),
  );
  const log = aLog(rows);
  const answer = await clue('who-entered 24h', { log, now: at('12:00:00') });
  assert.equal(log.asked.length, 1);
  assert.match(answer.text, /^🤔 That is 100,001 rows, more than the 100,000 I read for one answer\. Please narrow/);
});

test('somebody who authenticated just now is neither in nor out', async () => {
  const answer = await clue('who-entered 90m', { log: aLog([authenticated(EBISU, instant(NOW - 1_000))]) });
  assert.match(answer.text, /nobody entered\.\n1 person authenticated just now/);
});

test('door and time come in any order, and a door’s name needs no quotes', async () => {
  const at179 = (event: DoorEvent): DoorEvent => ({ ...event, place: placeId('179') });
  const log = aLog([
    ...enters(EBISU, '09:00:00', ['1', '2'], '190').map(at179),
    ...enters(JACK, '10:00:00', ['3', '4'], '191').map(at179),
    ...enters(JACK, '11:00:00', ['5', '6']),
  ]);
  const ask = (text: string) => clue(`who-entered ${text}`, { log, places: [SHIBUYA, OFFICE] });
  for (const text of [
    'front today',
    'today Front door',
    '"Front door"',
    'door:190 24h',
    'door 190',
    'place:office 「front」',
  ]) {
    assert.deepEqual(peopleOf(await ask(text)), ['EBISU'], text);
  }
  assert.deepEqual(peopleOf(await ask('')), ['Jack', 'Jack', 'EBISU']);
  assert.deepEqual(peopleOf(await ask('place:Shibuya')), ['Jack']);
});

test('a summer-time day is read from its first to its last moment', async () => {
  const log = aLog([]);
  await clue('who-entered 2026-10-25', { log, timeZone: 'Europe/Berlin' });
  assert.equal(log.asked[0]?.from, Date.parse('2026-10-24T22:00:00Z') - 10_000);
  assert.equal(log.asked[0]?.to, Date.parse('2026-10-25T22:59:59.999Z') + 10_000);
});

test('a door whose rows name no door is not mixed up with another', async () => {
  const { door: _, ...nameless } = authenticated(EBISU, at('09:00:00'), { id: '1' });
  const log = aLog([nameless, relayOn(at('09:00:01'), { id: '2', door: '182' })]);
  const places = [{ ...SHIBUYA, doors: [...SHIBUYA.doors, { id: doorId('182'), thirdParty: false }] }];
  assert.match((await clue('who-entered', { log, places })).text, /nobody entered/);
});
