import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { describe, it, type TestContext } from 'node:test';
import { instant } from '../../src/door/ids.ts';
import { FAST, OPS, type Stage, stage } from '../support/bot.ts';
import { eventually } from '../support/eventually.ts';
import { aDirectory, aDisk, aHolder, NEEDS_DISK } from './support.ts';

/** The whole bot on a store in this folder, watching, with a clock that can be moved ahead. */
async function aBot(one: Stage, folder: string) {
  let aheadMs = 0;
  const file = `${folder}/store.sqlite`;
  const start = () =>
    one.startBot({ STORE_URL: `sqlite://${file}` }, { pace: FAST, now: () => instant(Date.now() + aheadMs) });
  const app = await start();
  const read = (): Promise<void> =>
    new Promise((resolve) => {
      const stop = one.clue.place(178).whenRead(() => {
        stop();
        resolve();
      });
    });
  await read();
  await read();
  return {
    file,
    read,
    start,
    stop: app.stop,
    passSixSeconds: () => {
      aheadMs += 6_000;
    },
    fail: (count: number): void => {
      for (let i = 0; i < count; i += 1) {
        one.clue.place(178).append({ eventType: 'DEV_FACE_AUTH_FAIL', doorId: 181, deviceId: 902 });
      }
    },
    untilTold: (count: number) =>
      one.untilCards(`${count} failures on one card`, (texts) => {
        return texts.length === 1 && (texts[0]?.includes(`${count} authentication failure`) ?? false);
      }),
    untilOps: (words: RegExp) =>
      eventually(`${words} in the ops channel`, () => one.cards(OPS).some((card) => words.test(card.text))),
  };
}

async function aStage(t: TestContext): Promise<Stage> {
  const one = await stage();
  t.after(() => one.end());
  return one;
}

describe('a store that fails under the bot', { concurrency: true }, () => {
  it(
    'for want of room: alerts go on after five seconds, the ops channel hears why, and all is saved in the end',
    NEEDS_DISK,
    async (t) => {
      const one = await aStage(t);
      const disk = aDisk(t);
      const bot = await aBot(one, disk.folder);
      disk.fill();
      bot.fail(2);
      await eventually('a poll that could not be saved', () => /disk is full.*a poll failed/.test(one.logged.join('')));
      assert.deepEqual(one.cards(), [], 'nothing is told before it is safe');
      bot.passSixSeconds();
      await bot.untilTold(2);
      await bot.untilOps(/cannot save what it knows: its disk is full/);
      bot.fail(3);
      await bot.untilTold(5);
      disk.makeRoom();
      await bot.untilOps(/can save again/);
      await bot.stop();
      await bot.start();
      bot.fail(1);
      await bot.untilTold(6);
      assert.equal(one.cards(OPS).length, 1);
      assert.match(one.logged.join(''), /"level":"error".*"why":"full".*the store fails/);
      assert.match(one.logged.join(''), /"level":"info".*the store works again/);
    },
  );

  it('for its file is deleted: it is there again within a tick or two, said, and a restart tells nothing twice', async (t) => {
    const one = await aStage(t);
    const bot = await aBot(one, `${aDirectory(t)}/data`);
    bot.fail(2);
    await bot.untilTold(2);
    for (const end of ['', '-wal', '-shm', '.lock']) rmSync(bot.file + end);
    await eventually('the file', () => existsSync(bot.file), 3_000);
    await bot.untilOps(/can save again.*its file is gone/);
    await bot.stop();
    await bot.start();
    bot.fail(1);
    await bot.untilTold(3);
    assert.deepEqual([one.cards(OPS).length, one.clue.logins], [1, 1]);
  });

  it('for another program holds it: nothing stands still, and alerts go on after five seconds', async (t) => {
    const one = await aStage(t);
    const bot = await aBot(one, aDirectory(t));
    const holder = await aHolder(t, bot.file);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    bot.fail(2);
    await bot.untilTold(2);
    await bot.untilOps(/cannot save what it knows: another program holds its file/);
    bot.fail(1);
    await bot.untilTold(3);
    delay.disable();
    await holder.letGo();
    await bot.untilOps(/can save again/);
    // The longest of all is asserted in line.test.ts, where nothing else runs in the process.
    const standstillMs = delay.percentile(99) / 1e6;
    assert.ok(standstillMs < 250, `nothing else had a turn for ${standstillMs} ms`);
  });

  it('and is stopped meanwhile: the next start says that it is over', NEEDS_DISK, async (t) => {
    const one = await aStage(t);
    const disk = aDisk(t);
    const bot = await aBot(one, disk.folder);
    disk.fill();
    bot.fail(1);
    await eventually('a poll that could not be saved', () => /disk is full.*a poll failed/.test(one.logged.join('')));
    bot.passSixSeconds();
    await bot.untilOps(/cannot save/);
    disk.makeRoom();
    await bot.stop();
    await bot.start();
    await bot.untilOps(/can save again/);
    assert.equal(one.cards(OPS).length, 1);
  });

  it(
    'and ends before it works again: the next start finds what is told in the channel, and tells none of it twice',
    NEEDS_DISK,
    async (t) => {
      const one = await aStage(t);
      const disk = aDisk(t);
      const bot = await aBot(one, disk.folder);
      disk.fill();
      bot.fail(2);
      await eventually('a poll that could not be saved', () => /disk is full.*a poll failed/.test(one.logged.join('')));
      bot.passSixSeconds();
      await bot.untilTold(2);
      await bot.stop();
      assert.match(one.logged.join(''), /the store did not take everything before the end/);
      disk.makeRoom();
      bot.fail(1);
      await bot.start();
      await bot.untilTold(3);
      bot.fail(1);
      await bot.untilTold(4);
      assert.match(one.logged.join(''), /a message that was forgotten stands in the channel/);
      const looks = one.slack.journal().filter(({ method }) => method === 'conversations.history');
      assert.equal(looks.length, 1);
    },
  );
});
