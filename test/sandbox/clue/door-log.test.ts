import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type DoorRow, standingOf } from '../../../src/sandbox/clue/door-log.ts';

const row = (eventAt: number, eventType: string, more: Partial<DoorRow> = {}): DoorRow => ({
  eventAt,
  eventType,
  localLogId: eventAt,
  ...more,
});
const [ON, OFF] = ['DEV_DOOR_RELAY_ON', 'DEV_DOOR_RELAY_OFF'];

describe('how a door stands by its rows', () => {
  it('is locked where nothing is known', () => {
    assert.deepEqual(standingOf([]), { relay: 'locked' });
  });

  it('is told by the newest, in whatever order they came', () => {
    const success = row(1, 'DEV_FACE_AUTH_SUCCESS', { userId: '34567', userName: 'Jack', authId: 8173 });
    const rows = [row(4, 'DEV_FACE_AUTH_FAIL'), row(2, ON), success, row(0, OFF)];
    assert.deepEqual(standingOf(rows), {
      relay: 'unlocked',
      lastPerson: { userId: '34567', userName: 'Jack', authId: 8173 },
      lastEvent: { eventType: 'DEV_FACE_AUTH_FAIL', eventAt: 4 },
    });
    assert.equal(standingOf([...rows, row(3, OFF)]).relay, 'locked');
  });

  it('goes by the device’s own count within one millisecond', () => {
    const [on, off] = [row(5, ON, { localLogId: 8 }), row(5, OFF, { localLogId: 9 })];
    assert.equal(standingOf([off, on]).relay, 'locked');
    assert.equal(standingOf([{ ...on, localLogId: 10 }, off]).relay, 'unlocked');
  });
});
