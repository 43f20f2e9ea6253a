import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { readConfig } from '../src/config.ts';
import { instant, after as later } from '../src/door/ids.ts';
import { openZone } from '../src/door/zone.ts';
import { type ChannelState, newChannel } from '../src/incident/channel.ts';
import type { DigestPlan } from '../src/incident/digest.ts';
import { channelId } from '../src/incident/incident.ts';
import { openRooms } from '../src/rooms.ts';
import { botProcess } from '../src/sandbox/bot-process.ts';
import { openStore } from '../src/store/open.ts';
import { channelValue, loadValue } from '../src/store/values.ts';
import { ALERTS, FAST, type Stage, stage } from './support/bot.ts';
import { eventually } from './support/eventually.ts';

const rooms = openRooms();
after(() => rooms.close());

const MINUTE = 60_000;
const HOUR = 3_600_000;
const TOKYO = openZone('Asia/Tokyo');

/** A stage whose channel wishes for a digest a day that is due at this moment, with a day of a shop behind it. */
async function aStage(dueAt: number): Promise<Stage & { readonly channel: () => Promise<ChannelState | undefined> }> {
  const one = rooms.add(await stage({ hears: 'usual' }), (it) => it.end());
  const at = instant(dueAt);
  const plan: DigestPlan = { minute: TOKYO.wall(at).minute, dueAt: at, from: later(at, -24 * HOUR) };
  const id = channelId(ALERTS);
  const withStore = async <Value>(use: (store: Awaited<ReturnType<typeof openStore>>) => Promise<Value>) => {
    const read = readConfig(one.env);
    assert.ok(read.ok);
    const store = await openStore(read.config.store);
    const value = await use(store);
    await store.close();
    return value;
  };
  await withStore((store) =>
    store.save(`channel/${ALERTS}`, {
      ...newChannel(id),
      subscriptions: [{ channel: id, id: 'blind', topics: ['blind'] }],
      digest: plan,
    } satisfies ChannelState),
  );
  const place = one.clue.place(178);
  const row = (eventAt: number, eventType: string, more: object = {}) =>
    place.append({ eventAt, eventType, doorId: 181, deviceId: 902, ...more });
  for (let index = 0; index < 6; index += 1) {
    const time = dueAt - 20 * HOUR + index * HOUR;
    row(time, 'DEV_FACE_AUTH_SUCCESS', { doorName: 'testDoor', userId: `7${index % 3}`, userName: 'Somebody Known' });
    row(time + 50, 'DEV_DOOR_RELAY_ON');
    row(time + 3_050, 'DEV_DOOR_RELAY_OFF');
  }
  row(dueAt - 5 * HOUR, 'DEV_FACE_AUTH_FAIL');
  return { ...one, channel: () => withStore((store) => loadValue(store, `channel/${ALERTS}`, channelValue)) };
}

const read = ({ clue }: Stage): Promise<void> =>
  new Promise((resolve) => {
    const stop = clue.place(178).whenRead(() => {
      stop();
      resolve();
    });
  });

const skewed = (ms: number) => ({
  pace: FAST,
  digestsEveryMs: 100,
  now: () => instant(Date.now() + ms),
});
const isDigest = (text: string): boolean => text.includes('6 entries by 3 people, 1 authentication failure');

describe('a digest in its channel', { concurrency: true }, () => {
  it('is told when it is due, not sooner, and once; it names nobody', async () => {
    const one = await aStage(Date.now() + 2 * MINUTE);
    const early = await one.startBot({}, skewed(0));
    // Two polls are a second apart: time for many looks.
    await read(one);
    await read(one);
    assert.deepEqual(one.cards(), []);
    await early.stop();
    const bot = await one.startBot({}, skewed(2 * MINUTE + 1_000));
    await one.untilCards('the digest', (texts) => texts.length === 1 && texts.every(isDigest));
    await bot.stop();
    const again = await one.startBot({}, skewed(2 * MINUTE + 2_000));
    await again.stop();
    assert.equal(one.cards().length, 1);
    const [message] = one.cards();
    assert.doesNotMatch(JSON.stringify(message), /Somebody Known/);
    assert.ok(JSON.stringify(message?.blocks).includes('data_visualization'));
    const state = await one.channel();
    assert.equal(
      state?.digest?.from,
      state?.incidents[0]?.facts.kind === 'digest' ? state.incidents[0].facts.until : 0,
    );
    assert.ok((state?.digest?.dueAt ?? 0) > Date.now() + 23 * HOUR);
  });

  it('stands once where the answer to its post was lost, and the bot was started anew in the midst of it', async () => {
    const one = await aStage(Date.now() - MINUTE);
    one.slack.faults.set({ method: 'chat.postMessage', kind: 'lost-answer', times: 1 });
    const bot = await one.startBot({}, skewed(0));
    await one.slack.waitFor(() => one.cards().length > 0, { timeoutMs: 10_000, what: 'the post without an answer' });
    await bot.stop();
    await one.startBot({}, skewed(0));
    await eventually('the post is known to stand', async () => {
      const calls = one.slack.journal().filter((call) => call.method === 'conversations.history');
      return calls.length > 0;
    });
    await one.untilCards('the digest', (texts) => texts.every(isDigest));
    assert.equal(one.cards().length, 1);
  });

  it('three hours late says that the bot was off; thirteen hours late it is left out, and the next one says so', async () => {
    const late = await aStage(Date.now() - 3 * HOUR);
    await late.startBot({}, skewed(0));
    await late.untilCards('the late digest', (texts) =>
      texts.some((text) => text.includes('3 h late: the bot was off')),
    );

    const dueAt = Date.now() - 13 * HOUR;
    const tooLate = await aStage(dueAt);
    const bot = await tooLate.startBot({}, skewed(0));
    await eventually('the plan moves on', () => tooLate.logged.some((line) => line.includes('a digest is left out')));
    await bot.stop();
    assert.equal(tooLate.cards().length, 0);
    const state = await tooLate.channel();
    assert.equal(state?.digest?.skipped, dueAt);
    assert.ok((state?.digest?.dueAt ?? 0) > Date.now());
    await tooLate.startBot({}, skewed(12 * HOUR));
    await tooLate.untilCards('the next digest', (texts) => texts.some((text) => text.includes('was left out')));
  });

  it('stands once however often the bot is killed: before its post is carried out, before it is answered, and after', async () => {
    const one = await aStage(Date.now() - MINUTE);
    const bot = rooms.add(botProcess({ env: one.env }), (it) => it.kill());
    const { faults } = one.slack;
    for (const kind of ['hang', 'lost-answer', 'hang'] as const) {
      const method = kind === 'lost-answer' || one.cards().length === 0 ? 'chat.postMessage' : 'conversations.history';
      faults.set(kind === 'hang' ? { method, kind, ms: 600_000, times: 1 } : { method, kind, times: 1 });
      bot.start();
      await eventually(`${method} is met by ${kind}`, () => faults.standing().length === 0, 20_000);
      await bot.kill();
    }
    bot.start();
    await one.untilCards('the digest', (texts) => texts.length === 1 && texts.every(isDigest), 20_000);
    await read(one);
    await read(one);
    assert.equal(one.cards().length, 1);
    await bot.stop();
    const state = await one.channel();
    assert.deepEqual(
      state?.incidents.map(({ cards }) => cards.map((card) => card.told)),
      [[1]],
    );
    assert.ok((state?.digest?.dueAt ?? 0) > Date.now());
  });
});
