import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { instant } from '../src/door/ids.ts';
import { openRooms } from '../src/rooms.ts';
import { enter, fail, read } from './support/answering.ts';
import { FAST, type Stage, stage } from './support/bot.ts';
import { eventually } from './support/eventually.ts';

const rooms = openRooms();
after(() => rooms.close());

/** A bot that has seen its place, and a clock that can be put forward. */
async function aBot() {
  const one = rooms.add(await stage(), (it) => it.end());
  let aheadMs = 0;
  const overrides = { pace: { ...FAST, refusedRetryMs: 50 }, now: () => instant(Date.now() + aheadMs) };
  const start = async () => {
    const app = await one.startBot({}, overrides);
    await read(one);
    return app;
  };
  const later = (ms: number): void => {
    aheadMs += ms;
  };
  return { ...one, app: await start(), start, later };
}
const texts = (one: Stage): string => JSON.stringify(one.cards());
const shows = (one: Stage, what: RegExp): Promise<void> => eventually(`${what}`, () => what.test(texts(one)));
const tries = ({ slack }: Stage): number => slack.journal().filter((call) => call.method === 'chat.postMessage').length;
const refusing = ({ slack }: Stage) =>
  slack.faults.set({ method: 'chat.postMessage', kind: 'error', error: 'internal_error' });

describe('a card that waits for Slack', { concurrency: true }, () => {
  it('is not told where the channel wants nothing any more, nor after a restart', async () => {
    const one = await aBot();
    const fixed = refusing(one);
    const before = tries(one);
    fail(one, 6);
    await eventually('a try', () => tries(one) > before);
    await one.ask('/clue unsubscribe all');
    await read(one);
    fixed();
    await one.app.stop();
    await one.start();
    await one.ask('/clue subscribe unlocks');
    one.clue.place(178).append({ doorId: 190, deviceId: 190, eventType: 'DEV_DOOR_RELAY_ON' });
    await shows(one, /190/);
    await read(one);
    assert.doesNotMatch(texts(one), /authentication failure/);
  });

  it('is told where only something else was given up', async () => {
    const one = await aBot();
    await one.ask('/clue subscribe entries');
    const fixed = refusing(one);
    const before = tries(one);
    fail(one, 6);
    await eventually('a try', () => tries(one) > before);
    await one.ask('/clue unsubscribe entries');
    fixed();
    await shows(one, /6 authentication failures/);
  });
});

describe('a card that stands', { concurrency: true }, () => {
  it('goes on being kept current where the channel wants nothing any more', async () => {
    const one = await aBot();
    fail(one, 6);
    await shows(one, /6 authentication failures/);
    await one.ask('/clue unsubscribe all');
    fail(one, 2);
    await shows(one, /8 authentication failures/);
  });

  it('names nobody from when the channel wishes so, though its incident goes on', async () => {
    const one = await aBot();
    fail(one, 6);
    await shows(one, /6 authentication failures/);
    await one.ask('/clue unsubscribe all');
    await one.ask('/clue subscribe failures let-in-after-failures names:none');
    enter(one);
    await shows(one, /🚨/);
    await read(one);
    assert.doesNotMatch(texts(one), /EBISU/);
  });

  it('and tells of many names nobody still, when the subscription that wished so is gone', async () => {
    const one = await aBot();
    await one.ask('/clue unsubscribe all');
    await one.ask('/clue subscribe failures let-in-after-failures names:none');
    fail(one, 2);
    await read(one);
    enter(one);
    await shows(one, /2 failures|2 authentication|after 2/);
    await one.ask('/clue unsubscribe all');
    const before = texts(one);
    // The burst ends, and the line of the day with it.
    one.later(90_000);
    await eventually('an edit', () => texts(one) !== before);
    assert.doesNotMatch(texts(one), /EBISU/);
  });
});
