import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { createBuilding } from '../../../src/sandbox/clue/building.ts';
import type { LogRow } from '../../../src/sandbox/clue/place.ts';
import { seededRandom } from '../../../src/sandbox/clue/seeded-random.ts';
import { startClue } from '../../../src/sandbox/clue/start-clue.ts';
import { manualClock } from './manual-clock.ts';

const EBISU = { userId: '12345678', userName: 'EBISU', authId: 8744 };
const JACK = { userId: '34567', userName: 'Jack' };
const [SUCCESS, FAIL] = ['DEV_FACE_AUTH_SUCCESS', 'DEV_FACE_AUTH_FAIL'];
const [VENDOR, ON, OFF] = ['VENDOR_AUTH_SUCCESS', 'DEV_DOOR_RELAY_ON', 'DEV_DOOR_RELAY_OFF'];

/** Door 181 of a shop on a clock of its own. */
async function aDoor(t: TestContext) {
  const clock = manualClock();
  const clue = await startClue({ now: clock.now });
  const plan = { doorId: 181, doorName: 'testDoor', deviceId: 902 };
  const building = createBuilding(clue.place(178), [plan, { doorId: 182, doorName: 'Back door', deviceId: 903 }], {
    now: clock.now,
    schedule: clock.schedule,
    random: seededRandom(42),
  });
  t.after(clue.stop);
  const rows = () => clue.place(178).rows();
  return { clock, building, door: building.door(181), rows, types: () => rows().map((row) => row.eventType) };
}

function assertBetween(value: number, low: number, high: number) {
  assert.ok(value >= low && value <= high, `${value} is not from ${low} to ${high}`);
}

const at = (rows: readonly LogRow[], nth: number): LogRow => {
  const row = rows[nth];
  assert.ok(row !== undefined);
  return row;
};

describe('a door', () => {
  it('lets a person in: success, relay on, and relay off 3 s later, each when it is due', async (t) => {
    const { clock, door, rows, types } = await aDoor(t);
    for (let nth = 0; nth < 50; nth += 1) {
      const begun = rows().length;
      door.letIn(EBISU);
      assert.equal(rows().length, begun + 1);
      clock.advance(100);
      assert.equal(rows().length, begun + 2);
      clock.advance(10_000);
      const [success, on, off] = [at(rows(), begun), at(rows(), begun + 1), at(rows(), begun + 2)];
      assert.deepEqual(types().slice(begun), [SUCCESS, ON, OFF]);
      assertBetween(on.eventAt - success.eventAt, 25, 78);
      assertBetween(off.eventAt - on.eventAt, 2_997, 3_042);
    }
    assert.deepEqual(
      rows().map((row) => row.localLogId),
      rows().map((_, nth) => nth + 1),
    );
  });

  it('names itself and the person on rows that speak of a person, and on no other', async (t) => {
    const { clock, door, rows } = await aDoor(t);
    door.letIn(EBISU);
    door.refuse();
    clock.advance(5_000);
    const where = { placeId: 178, deviceId: 902, doorId: 181 };
    const [success, fail, on] = [at(rows(), 0), at(rows(), 1), at(rows(), 2)];
    const { logId: _l, eventAt: _e, localLogId: _n, ...ofSuccess } = success;
    assert.deepEqual(ofSuccess, { ...where, ...EBISU, doorName: 'testDoor', eventType: SUCCESS });
    for (const [row, eventType] of [
      [fail, FAIL],
      [on, ON],
    ] as const) {
      const { logId: _i, eventAt: _a, localLogId: _c, ...rest } = row;
      assert.deepEqual(rest, { ...where, eventType });
    }
  });

  it('stays on for a second person within the 3 s: ON, ON, OFF', async (t) => {
    const { clock, door, rows, types } = await aDoor(t);
    door.letIn(EBISU);
    clock.advance(2_700);
    door.letIn(JACK);
    clock.advance(10_000);
    assert.deepEqual(types(), [SUCCESS, ON, SUCCESS, ON, OFF]);
    assertBetween(at(rows(), 4).eventAt - at(rows(), 3).eventAt, 2_997, 3_042);
  });

  it('refuses with one row and no relay', async (t) => {
    const { clock, door, types } = await aDoor(t);
    door.refuse();
    clock.advance(10_000);
    assert.deepEqual(types(), [FAIL]);
  });

  it('refuses fourteen times at even steps, the first at once', async (t) => {
    const { clock, door, rows, types } = await aDoor(t);
    const begun = clock.now();
    door.failTimes(14, 3_000);
    assert.equal(rows().length, 1);
    clock.advance(60_000);
    assert.deepEqual(types(), Array(14).fill(FAIL));
    assert.deepEqual(
      rows().map((row) => row.eventAt - begun),
      rows().map((_, nth) => nth * 3_000),
    );
    door.failTimes(0, 3_000);
    assert.equal(rows().length, 14);
  });

  it('lets the third party in: success, vendor success, on, off', async (t) => {
    const { clock, door, rows, types } = await aDoor(t);
    door.letInByThirdParty(JACK);
    clock.advance(10_000);
    assert.deepEqual(types(), [SUCCESS, VENDOR, ON, OFF]);
    assert.equal(at(rows(), 1).userName, 'Jack');
    assertBetween(at(rows(), 2).eventAt - at(rows(), 1).eventAt, 25, 78);
  });

  it('is refused by the third party: a success, and no relay; silently or aloud', async (t) => {
    const { clock, door, types } = await aDoor(t);
    door.thirdPartyRefuses(JACK);
    clock.advance(10_000);
    assert.deepEqual(types(), [SUCCESS]);
    door.thirdPartyRefuses(JACK, 'aloud');
    clock.advance(10_000);
    assert.deepEqual(types(), [SUCCESS, SUCCESS, 'VENDOR_AUTH_FAIL']);
  });

  it('unlocks without a person by the exit button', async (t) => {
    const { clock, door, types } = await aDoor(t);
    door.exitButton();
    assert.equal(door.state().relay, 'unlocked');
    clock.advance(4_000);
    assert.deepEqual(types(), [ON, OFF]);
    assert.equal(door.state().relay, 'locked');
  });

  it('stays unlocked until it is locked again, whoever comes meanwhile', async (t) => {
    const { clock, door, types } = await aDoor(t);
    door.leaveUnlocked();
    clock.advance(600_000);
    door.letIn(EBISU);
    clock.advance(600_000);
    assert.deepEqual(types(), [ON, SUCCESS, ON]);
    door.lockAgain();
    door.lockAgain();
    clock.advance(600_000);
    assert.deepEqual(types(), [ON, SUCCESS, ON, OFF]);
  });

  it('can be left unlocked while somebody goes through: the OFF does not come', async (t) => {
    const { clock, door, rows, types } = await aDoor(t);
    door.letIn(EBISU);
    clock.advance(1_000);
    door.leaveUnlocked();
    clock.advance(60_000);
    assert.deepEqual(types(), [SUCCESS, ON]);
    assert.deepEqual(door.state(), {
      relay: 'unlocked',
      isHeld: true,
      isOnline: true,
      kept: 0,
      lastPerson: EBISU,
      lastEvent: { eventType: ON, eventAt: at(rows(), 1).eventAt },
    });
  });

  it('keeps its rows while its device is cut off, and uploads them with new log ids and old times', async (t) => {
    const { clock, building, door, rows, types } = await aDoor(t);
    const begun = clock.now();
    door.refuse();
    door.cutDevice();
    clock.advance(1_000);
    door.letIn(EBISU);
    clock.advance(60_000);
    assert.deepEqual(types(), [FAIL]);
    assert.equal(door.state().kept, 3);
    building.door(182).refuse();
    clock.advance(600_000);
    door.reconnect();
    assert.deepEqual(types(), [FAIL, FAIL, SUCCESS, ON, OFF]);
    assert.equal(at(rows(), 2).eventAt, begun + 1_000);
    assert.deepEqual(
      rows()
        .filter((row) => row.doorId === 181)
        .map((row) => row.localLogId),
      [1, 2, 3, 4],
    );
    door.refuse();
    assert.equal(at(rows(), 5).localLogId, 5);
    assert.equal(door.state().kept, 0);
  });

  it('does nothing more when its building is stopped', async (t) => {
    const { clock, building, door, types } = await aDoor(t);
    door.failTimes(14, 3_000);
    door.letIn(EBISU);
    building.stop();
    assert.equal(clock.due(), 0);
    door.failTimes(14, 3_000);
    clock.advance(60_000);
    assert.deepEqual(types(), [FAIL, SUCCESS, FAIL]);
  });

  it('is not found under an id that the plan does not have', async (t) => {
    const { building } = await aDoor(t);
    assert.throws(() => building.door(999), RangeError);
  });
});
