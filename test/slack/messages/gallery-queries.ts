import { kindOfCode } from '../../../src/door/event.ts';
import { deviceId, doorId, eventId, instant, personId, placeId } from '../../../src/door/ids.ts';
import type { Passage } from '../../../src/door/passage.ts';
import type { Language } from '../../../src/incident/language.ts';
import { type Bucket, type CountView, drawCount } from '../../../src/slack/messages/answers/count.ts';
import { type DoorAnswerView, drawDoor } from '../../../src/slack/messages/answers/door.ts';
import { drawDoors } from '../../../src/slack/messages/answers/doors.ts';
import { drawAround, drawExplained, type Flow } from '../../../src/slack/messages/answers/explain.ts';
import { drawFailures, type FailuresView, type PassageRow } from '../../../src/slack/messages/answers/failures.ts';
import { drawInside, type InsideRow } from '../../../src/slack/messages/answers/inside.ts';
import { drawPerson } from '../../../src/slack/messages/answers/person.ts';
import type { Message } from '../../../src/slack/messages/message.ts';
import type { UnderstoodView } from '../../../src/slack/messages/understood.ts';
import { at } from '../../support/rows.ts';
import { HOSTILE_NAMES, readerOf, SHIBUYA_STORE, TEST_DOOR } from './given.ts';

const OFFICE = { id: '179' };
const AWAY = { kind: 'timeout', afterMs: 10_000 } as const;
const hostile = (index: number): string => HOSTILE_NAMES[index % HOSTILE_NAMES.length] ?? '';
const whole = {
  malformed: 0,
  cuts: [],
  unread: [],
  freshness: [{ place: SHIBUYA_STORE, at: at('11:59:57'), isNow: false, missing: 0 }],
};
const away = {
  ...whole,
  freshness: [{ place: SHIBUYA_STORE, at: at('11:58:00'), isNow: false, missing: 0, problem: AWAY }],
};
const one = { places: [SHIBUYA_STORE], showPlace: false };
const both = { places: [SHIBUYA_STORE, OFFICE], showPlace: true };
const timeZone = 'Asia/Tokyo';
const span = { from: at('00:00:00'), said: { kind: 'today', day: '2026-11-20' } } as const;
const of = (scope: UnderstoodView['scope'], more: Partial<UnderstoodView> = {}): UnderstoodView => ({
  scope,
  span,
  timeZone,
  ...more,
});
const KINDS: readonly Passage['kind'][] = ['refused', 'refused-by-third-party', 'not-unlocked'];

const passages = (amount: number, name?: (index: number) => string, kinds = KINDS): readonly PassageRow[] =>
  Array.from({ length: amount }, (_, index) => ({
    at: instant(at('11:59:00') - index * 60_000),
    kind: kinds[index % kinds.length] ?? 'refused',
    door: name === undefined ? TEST_DOOR : { id: String(index), name: name(index) },
    place: name === undefined ? SHIBUYA_STORE : { id: '178', name: name(index + 1) },
    ...(index % 3 > 0 && { person: { id: personId(String(index)), name: name?.(index) ?? `Person ${index}` } }),
  }));
const people = (amount: number, name = (index: number): string => `Person ${index}`): readonly InsideRow[] =>
  Array.from({ length: amount }, (_, index) => ({
    person: { id: personId(String(index)), name: name(index) },
    at: instant(at('11:59:00') - index * 60_000),
    door: TEST_DOOR,
    place: SHIBUYA_STORE,
    times: 1 + (index % 3),
  }));
const hours = (amount: number): readonly Bucket[] =>
  Array.from({ length: amount }, (_, index) => ({
    label: `${String(index).padStart(2, '0')}:00`,
    value: (index * 7) % 11,
  }));

const row = (code: string, time: Parameters<typeof at>[0], id: string) => ({
  id: eventId(id),
  place: placeId('178'),
  at: at(time),
  code,
  kind: kindOfCode(code),
  door: doorId('181'),
  device: deviceId('902'),
});
const success = row('DEV_FACE_AUTH_SUCCESS', '09:00:00', '12907819');
const accepted = row('VENDOR_AUTH_SUCCESS', '09:00:00.31', '12907820');
const relay = row('DEV_DOOR_RELAY_ON', '09:00:00.335', '12907821');
const locked = row('DEV_DOOR_RELAY_OFF', '09:00:03.34', '12907822');
const failure = row('DEV_FACE_AUTH_FAIL', '08:59:50', '12907818');
const flow = (change: Partial<Flow>): Flow => ({
  kind: 'let-in',
  door: TEST_DOOR,
  place: SHIBUYA_STORE,
  thirdParty: true,
  steps: [success, accepted, relay],
  ...change,
});
const EBISU = { person: { id: personId('12345678'), name: 'EBISU' } };
const LET_IN = { ...EBISU, locked };
const HABITS: DoorAnswerView['habits'] = { unlockedMs: 3_000, unexplained: 'usual', busiest: [18, 8] };
const doorView = (change: Partial<DoorAnswerView> = {}): DoorAnswerView => ({
  ...whole,
  door: TEST_DOOR,
  place: SHIBUYA_STORE,
  showPlace: false,
  stands: { last: locked, relay: locked },
  habits: HABITS,
  rows: passages(3, undefined, ['let-in', 'refused', 'unlocked-without-person']),
  ...change,
});
const unlockedDoor = { stands: { last: { ...relay, person: { name: 'EBISU' } }, relay } };

/** What questions about doors, people and numbers are answered with, in a language. */
export function queries(language: Language): Readonly<Record<string, Message>> {
  const reader = readerOf(language);
  const failures = (change: Partial<FailuresView>): Message =>
    drawFailures(
      { ...whole, understood: { scope: one, span, timeZone, kinds: ['failures'] }, rows: passages(3), ...change },
      reader,
    );
  const person = (change: Partial<Parameters<typeof drawPerson>[0]>): Message =>
    drawPerson(
      {
        ...whole,
        understood: { scope: one, span, timeZone, person: EBISU.person },
        rows: passages(3, undefined, ['let-in', 'refused-by-third-party', 'let-in']),
        ...change,
      },
      reader,
    );
  const count = (change: Partial<CountView>): Message =>
    drawCount(
      {
        ...whole,
        understood: { scope: one, span, timeZone },
        kinds: ['entries'],
        per: 'hour',
        buckets: hours(12),
        total: 58,
        ...change,
      },
      reader,
    );
  const inside = (change: Partial<Parameters<typeof drawInside>[0]>): Message =>
    drawInside({ ...whole, scope: one, hours: 12, people: people(3), unnamed: 0, ...change }, reader);
  const doors = (change: Partial<Parameters<typeof drawDoors>[0]>): Message =>
    drawDoors({ showPlace: false, doors: [], away: [], ...change }, reader);
  const explained = (change: Partial<Flow>): Message =>
    drawExplained({ ...whole, showPlace: false, flow: flow(change) }, reader);
  const manyDoors = (amount: number, name: (index: number) => string) =>
    Array.from({ length: amount }, (_, index) => ({
      door: { id: String(index), name: name(index) },
      place: { id: '178', name: name(index + 3) },
      ...(index % 4 > 0 && { stands: { last: locked, relay: index % 4 === 1 ? relay : locked } }),
    }));
  return {
    'failures-list': failures({}),
    'failures-list-one': failures({ rows: passages(1) }),
    'failures-list-none': failures({ rows: [] }),
    'failures-list-hundred': failures({ rows: passages(100) }),
    'failures-list-hundred-one': failures({ rows: passages(101) }),
    'failures-list-hostile': failures({ understood: of(both, { kinds: ['failures'] }), rows: passages(26, hostile) }),
    'failures-list-away': failures({ ...away, rows: passages(2) }),
    'failures-list-away-none': failures({ ...away, rows: [] }),
    'person-today': person({}),
    'person-one': person({ rows: passages(1, undefined, ['let-in']) }),
    'person-none': person({ rows: [] }),
    'person-hundred-one': person({ understood: of(both, EBISU), rows: passages(101, undefined, ['let-in']) }),
    'person-hostile': person({
      understood: of(both, { person: { name: hostile(0) } }),
      rows: passages(26, hostile, ['let-in']),
    }),
    'person-away': person(away),
    'door-locked': drawDoor(doorView(), reader),
    'door-unlocked': drawDoor(doorView({ ...unlockedDoor, showPlace: true }), reader),
    'door-nothing-known': drawDoor(
      {
        ...whole,
        door: TEST_DOOR,
        place: SHIBUYA_STORE,
        showPlace: false,
        habits: { unexplained: 'unknown', busiest: [] },
        rows: [],
      },
      reader,
    ),
    'door-hostile': drawDoor(
      doorView({
        showPlace: true,
        door: { id: '1', name: hostile(0) },
        place: { id: '2', name: hostile(10) },
        rows: passages(10, hostile, ['let-in', 'refused']),
        habits: { ...HABITS, unexplained: 'rare' },
      }),
      reader,
    ),
    'door-away': drawDoor(doorView(away), reader),
    'doors-none': doors({}),
    'doors-locked': doors({
      doors: [{ door: TEST_DOOR, place: SHIBUYA_STORE, stands: { last: locked, relay: locked } }],
    }),
    'doors-unlocked': doors({
      showPlace: true,
      doors: [
        { door: TEST_DOOR, place: SHIBUYA_STORE, stands: { last: locked, relay: locked } },
        { door: { id: '190', name: 'Back door' }, place: OFFICE, ...unlockedDoor },
        { door: { id: '191' }, place: OFFICE },
      ],
    }),
    'doors-hundred-one': doors({ doors: manyDoors(101, (index) => `Door ${index}`) }),
    'doors-hostile': doors({ showPlace: true, doors: manyDoors(26, hostile) }),
    'doors-away': doors({
      showPlace: true,
      doors: [{ door: TEST_DOOR, place: SHIBUYA_STORE, stands: { last: locked, relay: locked } }],
      away: [
        { place: SHIBUYA_STORE, problem: AWAY, knownAt: at('11:58:00') },
        { place: OFFICE, problem: { kind: 'server-error', status: 500 } },
      ],
    }),
    'inside-three': inside({ unnamed: 2 }),
    'inside-nobody': inside({ people: [] }),
    'inside-nobody-named': inside({ people: [], unnamed: 1 }),
    'inside-viewer': inside({ people: people(1), unnamed: 2, namesLeftOut: true }),
    'inside-viewer-nobody': inside({ people: [], unnamed: 2, namesLeftOut: true }),
    'inside-hundred': inside({ people: people(100) }),
    'inside-hundred-one': inside({ people: people(101) }),
    'inside-hostile': inside({ scope: both, people: people(HOSTILE_NAMES.length, hostile) }),
    'inside-away': inside({ scope: both, ...away, people: people(2) }),
    'inside-away-nobody': inside({ ...away, people: [] }),
    'count-hours': count({}),
    'count-none': count({ buckets: hours(12).map((hour) => ({ ...hour, value: 0 })), total: 0, kinds: ['failures'] }),
    'count-one': count({ buckets: [{ label: '2026-11-20', value: 1 }], total: 1, per: 'day', kinds: ['unlocks'] }),
    'count-hours-merged': count({ buckets: hours(24), total: 117 }),
    'count-people-many': count({
      per: 'person',
      buckets: Array.from({ length: 101 }, (_, index) => ({ label: `Person ${index}`, value: 101 - index })),
      total: 5_151,
    }),
    'count-hostile': count({
      per: 'door',
      kinds: ['failures'],
      understood: of(both),
      buckets: HOSTILE_NAMES.map((label, index) => ({ label, value: 40 - index })),
      total: 400,
    }),
    'count-away': count({ ...away, per: 'day', buckets: [{ label: '2026-11-20', value: 3 }], total: 3 }),
    'explain-let-in': explained(LET_IN),
    'explain-refused': explained({ kind: 'refused', steps: [failure] }),
    'explain-third-party-silent': explained({ ...EBISU, kind: 'refused-by-third-party', steps: [success] }),
    'explain-third-party-refused': explained({
      ...EBISU,
      kind: 'refused-by-third-party',
      steps: [success, row('VENDOR_AUTH_FAIL', '09:00:00.3', '12907823')],
    }),
    'explain-not-unlocked': explained({ ...EBISU, kind: 'not-unlocked', thirdParty: false, steps: [success] }),
    'explain-nobody': explained({ kind: 'unlocked-without-person', steps: [relay] }),
    'explain-pending': explained({ ...EBISU, kind: 'pending', thirdParty: false, steps: [success] }),
    'explain-hostile': explained({ person: { name: hostile(0) }, door: { id: '1', name: hostile(2) } }),
    'around-card': drawAround(
      {
        ...whole,
        showPlace: false,
        where: { door: TEST_DOOR, place: SHIBUYA_STORE },
        from: at('08:58:50'),
        to: at('09:01:00'),
        flows: [
          { ...flow({ kind: 'refused', steps: [failure] }), at: failure.at },
          { ...flow(LET_IN), at: success.at },
        ],
        rows: [failure, success, accepted, relay, locked].map((event) => ({ event, door: TEST_DOOR })),
      },
      reader,
    ),
    'around-place-hostile': drawAround(
      {
        ...away,
        showPlace: true,
        where: { place: { id: '1', name: hostile(0) } },
        from: at('08:58:50'),
        to: at('09:01:00'),
        flows: HOSTILE_NAMES.map((name, index) => ({
          ...flow({ person: { name }, door: { id: '1', name: hostile(index + 1) } }),
          at: success.at,
        })),
        rows: Array.from({ length: 101 }, (_, index) => ({
          event: { ...failure, id: eventId(String(index)) },
          door: { id: '1', name: hostile(index) },
          person: { name: hostile(index + 2) },
        })),
      },
      reader,
    ),
    'around-no-rows': drawAround(
      {
        ...whole,
        showPlace: false,
        where: { door: TEST_DOOR, place: SHIBUYA_STORE },
        from: at('08:58:50'),
        to: at('09:01:00'),
        flows: [],
        rows: [],
      },
      reader,
    ),
  };
}
