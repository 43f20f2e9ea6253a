import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { openRooms } from '../src/rooms.ts';
import { type BotProcess, botProcess } from '../src/sandbox/bot-process.ts';
import { type Stage, stage } from './support/bot.ts';
import { eventually } from './support/eventually.ts';

/** Docker kills what has not ended ten seconds after it was asked to. */
const MOST_MS = 9_800;

const rooms = openRooms();
after(() => rooms.close());

type Stopping = Stage & {
  readonly bot: BotProcess;
  /** Asks the bot to stop, and resolves with its exit code and how long it took, in milliseconds. */
  readonly stopBot: () => Promise<{ readonly code: number | undefined; readonly tookMs: number }>;
  /** Somebody fails at the door, and the post about it has reached Slack. */
  readonly failureReachesSlack: () => Promise<void>;
  readonly polls: () => number;
};

/** A stage with the bot as a process of its own, which watches already. */
async function aBotAtWork(): Promise<Stopping> {
  const one = rooms.add(await stage(), (it) => it.end());
  const bot = rooms.add(botProcess({ env: one.env }), (it) => it.kill());
  let polls = 0;
  one.clue.place(178).whenRead(() => {
    polls += 1;
  });
  bot.start();
  await eventually('the bot watches', () => polls >= 2 && one.slack.openSockets() === 1, 15_000);
  return {
    ...one,
    bot,
    polls: () => polls,
    stopBot: async () => {
      const began = performance.now();
      const code = await bot.stop();
      return { code, tookMs: performance.now() - began };
    },
    failureReachesSlack: async () => {
      const standing = one.slack.faults.standing().length;
      one.clue.place(178).append({ eventType: 'DEV_FACE_AUTH_FAIL', doorId: 181, deviceId: 902 });
      await eventually('a post has reached Slack', () => one.slack.faults.standing().length < standing, 15_000);
    },
  };
}

const untilOneCard = async (one: Stopping): Promise<void> => {
  one.bot.start();
  await one.untilCards('the failure on one card', ([text]) => /1 authentication failure/.test(text ?? ''), 20_000);
  const before = one.polls();
  await eventually('two more polls', () => one.polls() >= before + 2);
  assert.equal(one.cards().length, 1);
};

describe('a bot that is asked to stop', { concurrency: true }, () => {
  it('in the middle of a post waits for Slack’s answer, leaves its socket, and has nothing to post after the restart', async () => {
    const one = await aBotAtWork();
    one.slack.faults.set({ method: 'chat.postMessage', kind: 'slow', ms: 3_000, times: 1 });
    await one.failureReachesSlack();
    const polls = one.polls();
    const { code, tookMs } = await one.stopBot();
    assert.equal(code, 0);
    assert.ok(tookMs < MOST_MS, `${tookMs} ms`);
    assert.ok(one.polls() <= polls + 1, 'no new poll');
    assert.equal(one.slack.openSockets(), 0);
    const posts = () => one.slack.journal().filter((call) => call.method === 'chat.postMessage').length;
    assert.equal(posts(), 1);
    await untilOneCard(one);
    assert.equal(posts(), 1, 'the answer was heard, so there was nothing to look for or to post');
  });

  it('in the middle of a post does not wait for a Slack that hangs for a minute, and posts after the restart', async () => {
    const one = await aBotAtWork();
    one.slack.faults.set({ method: 'chat.postMessage', kind: 'hang', ms: 60_000, times: 1 });
    await one.failureReachesSlack();
    const { code, tookMs } = await one.stopBot();
    assert.equal(code, 0);
    assert.ok(tookMs < MOST_MS, `${tookMs} ms`);
    assert.equal(one.slack.openSockets(), 0);
    await untilOneCard(one);
  });

  it('in the middle of a post does not wait for one that Slack carries out later, and finds it after the restart', async () => {
    const one = await aBotAtWork();
    one.slack.faults.set({ method: 'chat.postMessage', kind: 'late-commit', ms: 9_500, times: 1 });
    await one.failureReachesSlack();
    const { code, tookMs } = await one.stopBot();
    assert.equal(code, 0);
    assert.ok(tookMs < MOST_MS, `${tookMs} ms`);
    await one.untilCards('the post stands', (texts) => texts.length === 1, 20_000);
    await untilOneCard(one);
  });

  it('ends within seconds where Slack has hung since the start', async () => {
    const one = rooms.add(await stage(), (it) => it.end());
    one.slack.faults.set({ kind: 'hang', ms: 60_000 });
    const bot = rooms.add(botProcess({ env: one.env }), (it) => it.kill());
    bot.start();
    let polls = 0;
    one.clue.place(178).whenRead(() => {
      polls += 1;
    });
    await eventually('the bot watches', () => polls >= 2, 15_000);
    const began = performance.now();
    assert.equal(await bot.stop(), 0);
    assert.ok(performance.now() - began < 5_000, `${performance.now() - began} ms`);
  });
});
