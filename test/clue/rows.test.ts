import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readRows } from '../../src/clue/rows.ts';
import { hear } from '../../src/clue/wire.ts';
import { placeId } from '../../src/door/ids.ts';

const PLACE = placeId('178');
const sample = readFileSync(new URL('../samples/events-page.json', import.meta.url), 'utf8');
const rowsOf = (json: string) => readRows(hear({ status: 200, text: json }).data as unknown[], PLACE);
const pageWith = (...rows: string[]): string =>
  `{"code":200,"status":true,"total":${rows.length},"data":[${rows.join()}]}`;
const GOOD = '{"logId":7,"eventAt":1694066002529,"eventType":"DEV_DOOR_RELAY_OFF"}';

describe("the rows of the vendor's sample", () => {
  const { events, bad } = rowsOf(sample);

  it('are read whole: 36 rows, of 507 in all', () => {
    assert.equal(hear({ status: 200, text: sample }).total, 507);
    assert.equal(events.length, 36);
    assert.deepEqual(bad, []);
  });

  it('count as the hand count does', () => {
    const kinds = Object.fromEntries([...Map.groupBy(events, (event) => event.kind)].map(([k, of]) => [k, of.length]));
    assert.deepEqual(kinds, { unlocked: 8, locked: 5, authenticated: 8, 'auth-failed': 15 });
  });

  it('have ids as text, and names on the successes alone', () => {
    assert.deepEqual(events[2], {
      kind: 'authenticated',
      id: '12907978',
      place: '178',
      at: 1694065999471,
      code: 'DEV_FACE_AUTH_SUCCESS',
      door: '181',
      doorName: 'testDoor',
      device: '902',
      localLogId: 4605,
      person: { id: '12345678', name: 'EBISU' },
    });
    const named = events.filter((event) => event.doorName !== undefined || event.person !== undefined);
    assert.deepEqual(new Set(named.map((event) => event.kind)), new Set(['authenticated']));
  });
});

describe('a row', () => {
  it('keeps every digit of a numeric id beyond 2^53', () => {
    const { events } = rowsOf(
      pageWith('{"logId":9007199254740993123,"doorId":12345678901234567890,"eventAt":1,"eventType":"X"}'),
    );
    assert.equal(events[0]?.id, '9007199254740993123');
    assert.equal(events[0]?.door, '12345678901234567890');
  });

  it('may have ids of 24 hex digits, under `id` as under `logId`', () => {
    const { events } = rowsOf(
      pageWith('{"id":"64f9a1b2c3d4e5f601234567","doorId":"64f9a1b2c3d4e5f60123beef","eventAt":1,"eventType":"X"}'),
    );
    assert.equal(events[0]?.id, '64f9a1b2c3d4e5f601234567');
    assert.equal(events[0]?.door, '64f9a1b2c3d4e5f60123beef');
  });

  it('may name the person `useName`, give the time as text and the user as a number', () => {
    const row =
      '{"logId":1,"eventAt":"1694066002529","userId":34567,"useName":"Jack","eventType":"DEV_QR_AUTH_SUCCESS"}';
    const [event] = rowsOf(pageWith(row)).events;
    assert.deepEqual(event?.person, { id: '34567', name: 'Jack' });
    assert.equal(event?.at, 1694066002529);
  });

  it('of an unknown type is kept with its raw code, and its unknown fields do no harm', () => {
    const [event] = rowsOf(
      pageWith('{"logId":1,"eventAt":5,"eventType":"DEV_DEVICE_REBOOT","firmware":{"a":[1]}}'),
    ).events;
    assert.equal(event?.kind, 'unknown');
    assert.equal(event?.code, 'DEV_DEVICE_REBOOT');
  });

  it('may lack or null all but id, time and type, or have them in a strange shape', () => {
    const row =
      '{"logId":1,"eventAt":5,"eventType":"X","doorId":null,"doorName":{},"deviceId":null,"userId":[],"userName":"","localLogId":"?"}';
    const { events, bad } = rowsOf(pageWith(row));
    assert.deepEqual(bad, []);
    assert.deepEqual(events, [{ kind: 'unknown', id: '1', place: '178', at: 5, code: 'X' }]);
  });

  it('without id, time or type is left out and listed by the fields it lacks; its neighbours are kept', () => {
    const { events, bad } = rowsOf(
      pageWith(
        GOOD,
        '{"eventAt":"soon","userName":"EBISU"}',
        'null',
        '"text"',
        '{"logId":8,"eventAt":9e99,"eventType":"X"}',
        GOOD,
      ),
    );
    assert.equal(events.length, 2);
    assert.deepEqual(bad, [
      { index: 1, missing: ['id', 'eventAt', 'eventType'] },
      { index: 2, missing: ['id', 'eventAt', 'eventType'] },
      { index: 3, missing: ['id', 'eventAt', 'eventType'] },
      { index: 4, missing: ['eventAt'] },
    ]);
  });
});
