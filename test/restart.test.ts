import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { after, describe, it } from 'node:test';
import { openRooms } from '../src/rooms.ts';
import { type BotProcess, botProcess } from '../src/sandbox/bot-process.ts';
import { type Stage, stage } from './support/bot.ts';
import { eventually } from './support/eventually.ts';

const rooms = openRooms();
after(() => rooms.close());

/** A stage with the bot as a process of its own, which can be killed at any moment. */
async function aProcess(): Promise<Stage & { readonly bot: BotProcess; readonly lines: readonly string[] }> {
  const one = rooms.add(await stage(), (it) => it.end());
  const lines: string[] = [];
  const bot = rooms.add(botProcess({ env: one.env, onLine: (line) => lines.push(line) }), (it) => it.kill());
  return { ...one, bot, lines };
}

/** A machine on which a start takes half a minute is no lost alert; what never comes is waited for as long, in milliseconds. */
const PATIENCE_MS = 60_000;

async function read({ clue }: Stage): Promise<void> {
  let isRead = false;
  const stop = clue.place(178).whenRead(() => {
    isRead = true;
  });
  await eventually('a reading of the place', () => isRead, PATIENCE_MS).finally(stop);
}

/** Resolves when the first sight of the place is on the disk: what happened before a bot ever saw the doors alerts on nothing. */
async function isWatched({ env }: Stage): Promise<void> {
  const file = env.STORE_URL?.replace('sqlite://', '') ?? '';
  await eventually('the first sight on the disk', () => {
    const store = new DatabaseSync(file, { readOnly: true, timeout: 1_000 });
    const row = store.prepare("SELECT 1 FROM keyv WHERE key = 'place/178'").get();
    store.close();
    return row !== undefined;
  });
}

const fail = ({ clue }: Stage, count = 1): void => {
  for (let i = 0; i < count; i += 1) {
    clue.place(178).append({ eventType: 'DEV_FACE_AUTH_FAIL', doorId: 181, deviceId: 902 });
  }
};

/** Resolves when the bot's next call of a method has reached Slack. */
const called = ({ slack }: Stage, method: string): Promise<unknown> => {
  const before = slack.journal().filter((call) => call.method === method).length;
  return slack.waitFor(() => slack.journal().filter((call) => call.method === method).length > before, {
    timeoutMs: PATIENCE_MS,
    what: `a call of ${method}`,
  });
};

/** The bot's next call of a method reaches Slack and is never carried out nor answered; resolves when it has come. */
async function swallowNext({ slack }: Stage, method: string, cause: () => void): Promise<void> {
  slack.faults.set({ method, kind: 'hang', ms: 600_000, times: 1 });
  cause();
  await eventually(`a call of ${method}`, () => slack.faults.standing().length === 0, PATIENCE_MS);
}

/** Waits for the cards; in vain, it tells what the bot's processes said. */
const until = (one: Awaited<ReturnType<typeof aProcess>>, what: string, check: (texts: readonly string[]) => boolean) =>
  one.untilCards(what, check, PATIENCE_MS).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${one.lines.slice(-60).join('\n')}`, { cause: error });
  });
const isOne = (count: number) => (texts: readonly string[]) =>
  texts.length === 1 && (texts[0]?.includes(`${count} authentication failure`) ?? false);

describe('a bot that is killed', { concurrency: true }, () => {
  it('between two polls tells what happened meanwhile, once', async () => {
    const one = await aProcess();
    one.bot.start();
    await read(one);
    await isWatched(one);
    await one.bot.kill();
    fail(one, 3);
    one.bot.start();
    await until(one, 'three failures on one card', isOne(3));
    await read(one);
    await read(one);
    assert.equal(one.cards().length, 1);
  });

  it('before its post reached Slack posts it after the restart', async () => {
    const one = await aProcess();
    one.bot.start();
    await read(one);
    await swallowNext(one, 'chat.postMessage', () => fail(one, 2));
    await one.bot.kill();
    assert.equal(one.cards().length, 0);
    one.bot.start();
    await until(one, 'two failures on one card', isOne(2));
  });

  it('after its post stands, but before the answer came, finds it and posts no other', async () => {
    const one = await aProcess();
    one.bot.start();
    await read(one);
    one.slack.faults.set({ method: 'chat.postMessage', kind: 'lost-answer' });
    fail(one, 2);
    await until(one, 'the post stands', (texts) => texts.length === 1);
    await one.bot.kill();
    one.slack.faults.clear();
    fail(one, 1);
    one.bot.start();
    await until(one, 'three failures on that same card', isOne(3));
    await read(one);
    assert.equal(one.cards().length, 1);
  });

  it('before an update reached Slack tells the last state after the restart', async () => {
    const one = await aProcess();
    one.bot.start();
    await read(one);
    fail(one, 1);
    await until(one, 'the first failure', isOne(1));
    await swallowNext(one, 'chat.update', () => fail(one, 4));
    await one.bot.kill();
    one.bot.start();
    await until(one, 'five failures on one card', isOne(5));
  });

  it('at six moments of a busy minute ends with one card per incident and the right count', async () => {
    const one = await aProcess();
    one.bot.start();
    await read(one);
    let count = 0;
    for (const method of [
      'chat.postMessage',
      'chat.update',
      'chat.update',
      'auth.test',
      'chat.update',
      'chat.update',
    ]) {
      const call = called(one, method);
      fail(one, 2);
      count += 2;
      if (method === 'auth.test') {
        await one.bot.kill();
        one.bot.start();
      }
      await call;
      await one.bot.kill();
      fail(one, 1);
      count += 1;
      one.bot.start();
    }
    await until(one, `${count} failures on one card`, isOne(count));
    await read(one);
    assert.equal(one.cards().length, 1);
  });

  it('keeps its session, so that a restart is no login', async () => {
    const one = await aProcess();
    one.bot.start();
    await read(one);
    await one.bot.kill();
    one.bot.start();
    await read(one);
    assert.equal(one.clue.logins, 1);
  });
});

describe('a second bot on the same store', () => {
  it('says so and ends, and the first goes on', async () => {
    const one = await aProcess();
    one.bot.start();
    await read(one);
    const lines: string[] = [];
    const second = botProcess({ env: one.env, onLine: (line) => lines.push(line) });
    second.start();
    assert.equal(await second.ended(), 1);
    assert.match(lines.join('\n'), /Another bot is running with the store/);
    assert.ok(one.bot.isRunning());
    await read(one);
  });
});

describe('a bot that is asked to stop', () => {
  it('ends with code 0 within a second or two', async () => {
    const one = await aProcess();
    one.bot.start();
    await read(one);
    assert.equal(await one.bot.stop(), 0);
  });
});
