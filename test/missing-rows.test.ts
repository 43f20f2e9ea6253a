import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { instant } from '../src/door/ids.ts';
import { createBuilding } from '../src/sandbox/clue/building.ts';
import { FAST, OPS, type Stage, stage } from './support/bot.ts';
import { eventually } from './support/eventually.ts';

const stages: Stage[] = [];
after(async () => {
  for (const one of stages) await one.end();
});

/** A bot in a sandbox, whose clock can be put ahead. */
async function aBot() {
  const one = await stage();
  stages.push(one);
  let aheadMs = 0;
  const start = () => one.startBot({}, { pace: FAST, now: () => instant(Date.now() + aheadMs) });
  const place = one.clue.place(178);
  const write = (eventType: string) => place.append({ eventType, doorId: 181, deviceId: 902 });
  /** Waits until the bot has read the place twice: whatever stood there at the call, it has taken. */
  const reads = async (): Promise<void> => {
    let times = 0;
    const stop = place.whenRead(() => {
      times += 1;
    });
    await eventually('two readings', () => times >= 2);
    stop();
  };
  write('DEV_DEVICE_START');
  const app = await start();
  await reads();
  const later = (ms: number): void => {
    aheadMs += ms;
  };
  return { one, app, start, place, write, reads, later, ops: () => one.cards(OPS).map((card) => card.text) };
}

// Mostly spent waiting for polls, so all at once.
describe('rows of a device', { concurrency: true }, () => {
  it('that the server does not show are told after two minutes in one card, which closes when they come and are told', async () => {
    const { one, place, write, reads, later, ops } = await aBot();
    const show = place.hide(write('DEV_FACE_AUTH_FAIL'));
    write('DEV_DEVICE_START');
    await reads();
    assert.deepEqual(ops(), []);
    later(121_000);
    await eventually('the card', () => /1 row of .*door 181/.test(ops()[0] ?? ''));
    assert.deepEqual(one.cards(), []);
    show();
    await eventually('its end', () => /All rows/.test(ops()[0] ?? ''));
    await one.untilCards('the alert', ([text]) => /1 authentication failure/.test(text ?? ''));
    await reads();
    assert.equal(ops().length, 1);
  });

  it('are still waited for after a restart, on the same card', async () => {
    const { app, start, place, write, reads, later, ops } = await aBot();
    const show = place.hide(write('DEV_FACE_AUTH_FAIL'));
    write('DEV_DEVICE_START');
    await reads();
    later(121_000);
    await eventually('the card', () => /1 row of .*door 181/.test(ops()[0] ?? ''));
    await app.stop();
    show();
    await start();
    await eventually('its end', () => /All rows/.test(ops()[0] ?? ''));
    assert.equal(ops().length, 1);
  });

  it('that was cut off and comes back are all there: none is missing', async () => {
    const { one, place, reads, later, ops } = await aBot();
    const building = createBuilding(place, [
      { doorId: 181, doorName: 'testDoor', deviceId: 902 },
      { doorId: 182, doorName: 'Back door', deviceId: 903 },
    ]);
    building.door(181).refuse();
    building.door(181).cutDevice();
    building.door(181).refuse();
    building.door(182).refuse();
    building.door(181).refuse();
    await reads();
    building.door(181).reconnect();
    building.door(181).refuse();
    await reads();
    building.stop();
    later(121_000);
    await reads();
    await one.untilCards('four failures and one', (texts) =>
      texts.some((text) => /4 authentication failures/.test(text)),
    );
    assert.deepEqual(ops(), []);
  });
});
