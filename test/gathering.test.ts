import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { openRooms } from '../src/rooms.ts';
import { ALERTS, FAST, OPS, type Stage, stage } from './support/bot.ts';
import { eventually } from './support/eventually.ts';

const rooms = openRooms();
after(() => rooms.close());

const aStage = async (): Promise<Stage> => rooms.add(await stage(), (it) => it.end());
/** One post a second as Slack has it, and a channel that counts as crowded beyond three. */
const CROWDED = { ...FAST, postEveryMs: 1_000, crowdedAfterMs: 3_000 };

const fail = ({ clue }: Stage, doorId: number, count = 1): void => {
  for (let i = 0; i < count; i += 1) {
    clue.place(178).append({ eventType: 'DEV_FACE_AUTH_FAIL', doorId, deviceId: doorId });
  }
};
const read = ({ clue }: Stage): Promise<void> =>
  new Promise((resolve) => {
    const stop = clue.place(178).whenRead(() => {
      stop();
      resolve();
    });
  });

describe('a storm at many doors', { concurrency: true }, () => {
  it('is one message that names every door and is kept current', async () => {
    const one = await aStage();
    await one.startBot({}, { pace: CROWDED });
    await read(one);
    for (let door = 1; door <= 20; door += 1) fail(one, door, 3);
    await one.untilCards('the storm', (texts) => texts.some((text) => text.includes('20 alerts at 20 doors')));
    for (let door = 1; door <= 20; door += 1) fail(one, door, 2);
    await one.untilCards('the storm as it grew', (texts) => texts.some((text) => text.includes('100 authentication')));
    const texts = one.cards().map((card) => card.text);
    assert.equal(texts.length, 1);
    for (let door = 1; door <= 20; door += 1)
      assert.ok(texts[0]?.includes(`door ${door} · 5 failures`), `door ${door}`);
  });
});

describe('somebody let in after four failures', { concurrency: true }, () => {
  const entry = ({ clue }: Stage): void => {
    const row = { doorId: 181, deviceId: 902, userId: '1', userName: 'EBISU', doorName: 'testDoor' };
    clue.place(178).append({ ...row, eventType: 'DEV_FACE_AUTH_SUCCESS' });
    clue.place(178).append({ doorId: 181, deviceId: 902, eventType: 'DEV_DOOR_RELAY_ON' });
  };
  const replies = ({ slack }: Stage) =>
    slack.messages(ALERTS).filter((message) => message.thread_ts !== undefined && message.thread_ts !== message.ts);
  const burst = async (one: Stage): Promise<void> => {
    await one.startBot();
    await read(one);
    fail(one, 181, 5);
    await one.untilCards('the burst', (texts) => texts.some((text) => text.includes('5 authentication failures')));
  };

  it('is said in the card’s thread and in the channel', async () => {
    const one = await aStage();
    await burst(one);
    entry(one);
    await eventually('the reply', () => replies(one).length === 1);
    assert.match(replies(one)[0]?.text ?? '', /EBISU was let in at testDoor after 5 authentication failures/);
    assert.equal(replies(one)[0]?.subtype, 'thread_broadcast');
  });

  it('is said once when the answer to the reply is lost', async () => {
    const one = await aStage();
    await burst(one);
    one.slack.faults.set({ method: 'chat.postMessage', kind: 'lost-answer', times: 1 });
    entry(one);
    await eventually('the reply', () => replies(one).length === 1);
    await eventually('the reply was found', () => one.logged.some((line) => line.includes('"part":"let-in"')));
    fail(one, 181, 1);
    await one.untilCards('the next edit', (texts) => texts.some((text) => text.includes('6 authentication failures')));
    assert.equal(replies(one).length, 1);
  });
});

describe('a channel that refuses', () => {
  it('is told once in the ops channel with what to do, and comes back by itself', async () => {
    const one = await aStage();
    one.slack.remove(ALERTS);
    await one.startBot({}, { pace: { ...FAST, refusedRetryMs: 100 } });
    await read(one);
    fail(one, 181, 2);
    const ops = (): readonly string[] => one.cards(OPS).map((card) => card.text);
    await eventually('the word in ops', () => ops().some((text) => /do not reach <#C0ALERTS>.*\/invite/.test(text)));
    one.slack.invite(ALERTS);
    await one.untilCards('the alert', (texts) => texts.some((text) => text.includes('2 authentication failures')));
    await eventually('the end in ops', () => ops().some((text) => text.includes('Alerts reach <#C0ALERTS> again')));
    assert.equal(ops().length, 1);
  });
});
