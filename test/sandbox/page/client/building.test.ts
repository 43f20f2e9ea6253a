import assert from 'node:assert/strict';
import { test } from 'node:test';
import { floorPlan } from '../../../../src/sandbox/page/client/building/floor-plan.ts';
import { actsAt, personWords, stateWords } from '../../../../src/sandbox/page/client/building/words.ts';
import { keepSame } from '../../../../src/sandbox/page/client/server/same.ts';

const DOOR = { doorId: 181, doorName: 'testDoor', relay: 'locked', isHeld: false, isOnline: true, kept: 0 } as const;
const labels = (door: Parameters<typeof actsAt>[0]) => actsAt(door).map(({ label }) => label);

test('a door offers what fits how it stands', () => {
  assert.deepEqual(labels(DOOR), [
    'Let in',
    'Refuse a face',
    'Refuse 14 times',
    'Third party refuses',
    'Exit button',
    'Leave unlocked',
    'Cut device off',
  ]);
  assert.deepEqual(labels({ ...DOOR, isHeld: true, isOnline: false }).slice(-2), ['Lock again', 'Reconnect device']);
});

test('a door’s state is said in words, with what an offline device keeps', () => {
  assert.equal(stateWords(DOOR), 'Locked');
  assert.equal(stateWords({ ...DOOR, relay: 'unlocked' }), 'Unlocked');
  assert.equal(stateWords({ ...DOOR, relay: 'unlocked', isHeld: true }), 'Left unlocked');
  assert.equal(stateWords({ ...DOOR, isOnline: false, kept: 1 }), 'Locked · device offline · 1 row kept');
});

test('the last person is called by name, by key, or as somebody unknown', () => {
  assert.equal(personWords(DOOR), 'nobody yet');
  assert.equal(personWords({ ...DOOR, lastPerson: { userId: '7', userName: 'EBISU' } }), 'EBISU');
  assert.equal(personWords({ ...DOOR, lastPerson: { userId: '7' } }), '7');
  assert.equal(personWords({ ...DOOR, lastPerson: {} }), 'somebody unknown');
});

test('every door has a spot of its own in a wall of the plan', () => {
  for (let doors = 1; doors <= 8; doors += 1) {
    const { spots, house } = floorPlan(doors);
    assert.equal(new Set(spots.map(({ x, y }) => `${x} ${y}`)).size, doors);
    assert.ok(spots.every(({ x, y }) => x > house.left && x < house.right && (y === house.top || y === house.bottom)));
  }
});

test('what did not change stays the same object, so that it is not drawn again', () => {
  const before = {
    version: 1,
    channels: [
      { id: 'a', said: [1, 2] },
      { id: 'b', said: [3] },
    ],
  };
  const after = keepSame(before, {
    version: 2,
    channels: [
      { id: 'a', said: [1, 2] },
      { id: 'b', said: [3, 4] },
    ],
  });
  assert.deepEqual(after, {
    version: 2,
    channels: [
      { id: 'a', said: [1, 2] },
      { id: 'b', said: [3, 4] },
    ],
  });
  assert.equal(after.channels[0], before.channels[0]);
  assert.notEqual(after.channels[1], before.channels[1]);
  assert.equal(keepSame(before, structuredClone(before)), before);
});
