import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { seededRandom } from '../../../src/sandbox/clue/seeded-random.ts';
import { startClue } from '../../../src/sandbox/clue/start-clue.ts';
import { createDoorDoings } from '../../../src/sandbox/page/door-doings.ts';
import type { Doing } from '../../../src/sandbox/page/state.ts';
import { createDemoBuildings } from '../../../src/sandbox/story/demo-buildings.ts';
import { manualClock } from '../clue/manual-clock.ts';
import { aPage, doorOf } from './a-page.ts';

type What = Extract<Doing, { readonly do: 'door' }>['what'];

const [SUCCESS, FAIL] = ['DEV_FACE_AUTH_SUCCESS', 'DEV_FACE_AUTH_FAIL'];
const [VENDOR, VENDOR_FAIL] = ['VENDOR_AUTH_SUCCESS', 'VENDOR_AUTH_FAIL'];
const [ON, OFF] = ['DEV_DOOR_RELAY_ON', 'DEV_DOOR_RELAY_OFF'];

/** Plays at door 181 of the shop, and at door 191 of the office, on a clock of its own. */
async function aStage(t: TestContext) {
  const clock = manualClock();
  const clue = await startClue({ now: clock.now });
  t.after(clue.stop);
  const buildings = createDemoBuildings(clue, { ...clock, random: seededRandom(3) });
  const play = createDoorDoings(buildings);
  return {
    clock,
    atShop: (what: What) => play({ do: 'door', place: 178, door: 181, what }),
    atOffice: (what: What) => play({ do: 'door', place: 179, door: 191, what }),
    rows: (place: number) => clue.place(place).rows(),
    types: (place = 178) =>
      clue
        .place(place)
        .rows()
        .map((row) => row.eventType),
    door: buildings.shop.door(181),
  };
}

describe('somebody who plays at a door', () => {
  it('lets a known person in, another each time, with the third party where there is one', async (t) => {
    const { atShop, atOffice, clock, types, rows } = await aStage(t);
    atShop('let-in');
    clock.advance(4_000);
    atShop('let-in');
    atOffice('let-in');
    clock.advance(4_000);
    assert.deepEqual(types(178), [SUCCESS, ON, OFF, SUCCESS, ON, OFF]);
    assert.deepEqual(types(179), [SUCCESS, VENDOR, ON, OFF]);
    const names = [...rows(178), ...rows(179)].flatMap(({ userName }) => userName ?? []);
    assert.deepEqual(names, ['EBISU', 'Jack', '田中 花子', '田中 花子']);
  });

  it('refuses a face, once or fourteen times within twenty seconds', async (t) => {
    const { atShop, clock, types, rows } = await aStage(t);
    atShop('refuse-once');
    assert.deepEqual(types(), [FAIL]);
    atShop('refuse-fourteen');
    assert.equal(types().length, 2, 'the first of fourteen at once');
    clock.advance(20_000);
    assert.deepEqual(types(), Array(15).fill(FAIL));
    const [first, last] = [rows(178)[1]?.eventAt ?? 0, rows(178).at(-1)?.eventAt ?? 0];
    assert.equal(last - first, 13_000);
  });

  it('lets the third party refuse: silently where one is expected, aloud where none has been heard', async (t) => {
    const { atShop, atOffice, clock, types } = await aStage(t);
    atShop('third-party-refuses');
    atOffice('third-party-refuses');
    clock.advance(10_000);
    assert.deepEqual([types(178), types(179)], [[SUCCESS, VENDOR_FAIL], [SUCCESS]]);
  });

  it('presses the exit button, leaves the door unlocked, and locks it again', async (t) => {
    const { atShop, clock, types, door } = await aStage(t);
    atShop('exit-button');
    clock.advance(4_000);
    assert.deepEqual(types(), [ON, OFF]);
    atShop('leave-unlocked');
    clock.advance(600_000);
    assert.deepEqual([types(), door.state().relay], [[ON, OFF, ON], 'unlocked']);
    atShop('lock-again');
    assert.deepEqual([types(), door.state().relay], [[ON, OFF, ON, OFF], 'locked']);
  });

  it('cuts the device off, and lets it upload late', async (t) => {
    const { atShop, clock, types, rows, door } = await aStage(t);
    atShop('cut-device');
    atShop('let-in');
    clock.advance(1_000);
    assert.deepEqual(types(), []);
    const { kept, relay, lastPerson, isOnline } = door.state();
    assert.deepEqual([kept, relay, lastPerson?.userName, isOnline], [2, 'unlocked', 'EBISU', false]);
    clock.advance(59_000);
    const began = clock.now() - 60_000;
    atShop('reconnect');
    assert.deepEqual(types(), [SUCCESS, ON, OFF]);
    assert.equal(rows(178)[0]?.eventAt, began);
    assert.equal(door.state().kept, 0);
  });
});

describe('a door on the page', () => {
  it('shows what happened, whoever wrote of it', async (t) => {
    const page = await aPage(t);
    const { append } = page.demo.clue.place(178);
    const now = Date.now();
    const door = { doorId: 181, deviceId: 902 };
    const person = { doorName: 'testDoor', userId: '12345678', userName: 'EBISU', authId: 8744 };
    append({ ...door, ...person, eventType: SUCCESS, eventAt: now - 200 });
    append({ ...door, eventType: ON, eventAt: now - 100 });
    const window = page.open();
    const shown = doorOf(await window.until('the first state', () => true), 181);
    assert.deepEqual(
      [shown.relay, shown.lastPerson, shown.lastEvent, shown.lastEventName],
      [
        'unlocked',
        { userId: '12345678', userName: 'EBISU', authId: 8744 },
        { eventType: ON, eventAt: now - 100 },
        'unlocked',
      ],
    );
    // A row that is uploaded late tells of the past, and one that nobody knows is shown by its code.
    append({ ...door, eventType: OFF, eventAt: now - 5_000 });
    assert.equal(doorOf(await page.state(), 181).relay, 'unlocked');
    append({ ...door, eventType: 'DEV_DEVICE_REBOOT', eventAt: now });
    const later = await window.until('the reboot', (state) => doorOf(state, 181).lastEventName === 'DEV_DEVICE_REBOOT');
    assert.equal(doorOf(later, 181).relay, 'unlocked');
    assert.equal(doorOf(later, 182).lastEvent, undefined);
  });

  it('belongs to a place with a name', async (t) => {
    const { buildings } = await (await aPage(t)).state();
    assert.deepEqual(
      buildings.map(({ name, thirdParty, doors }) => [name, thirdParty, doors.map(({ doorName }) => doorName)]),
      [
        ['Shibuya store', false, ['testDoor', 'Back door']],
        ['Ebisu office', true, ['Office entrance', 'Archive']],
      ],
    );
  });
});
