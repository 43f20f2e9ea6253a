import assert from 'node:assert/strict';
import { type Instant, instant } from '../../src/door/ids.ts';
import type { Overrides } from '../../src/overrides.ts';
import type { openRooms } from '../../src/rooms.ts';
import type { Message } from '../../src/sandbox/slack/message.ts';
import { ALERTS, FAST, type Stage, stage } from './bot.ts';
import { eventually } from './eventually.ts';

/** The vocabulary of people who answer cards: a bot whose clock can be put forward, a burst, and presses. */

type Rooms = Pick<ReturnType<typeof openRooms>, 'add'>;

export const MINJUN = 'U0MINJUN';
export const OLIVER = 'U0OLIVER';
export const GUEST = 'U0LENA';

/** A stage with a bot whose clock can be put forward. */
export type Clocked = Stage & {
  readonly later: (ms: number) => void;
  /** Stops the bot, and starts it anew on its store. */
  readonly restart: () => Promise<void>;
};

/**
 * Slack's own clock stands still here. It lets a form be opened within three seconds of a press, and on a busy machine those
 * are over before the bot had its turn: what the bot does before it opens one is asserted by its calls, not by that clock.
 */
export async function aBot(rooms: Rooms): Promise<Clocked> {
  const startedAt = Date.now();
  const one = rooms.add(await stage({ slackNow: () => startedAt }), (it) => it.end());
  let aheadMs = 0;
  const now = (): Instant => instant(Date.now() + aheadMs);
  const overrides: Overrides = { pace: FAST, now };
  let app = await one.startBot({}, overrides);
  await read(one);
  return {
    ...one,
    restart: async () => {
      await app.stop();
      app = await one.startBot({}, overrides);
    },
    later: (ms) => {
      aheadMs += ms;
    },
  };
}

export const read = ({ clue }: Stage): Promise<void> =>
  new Promise((resolve) => {
    const stop = clue.place(178).whenRead(() => {
      stop();
      resolve();
    });
  });

export const fail = ({ clue }: Stage, count: number, doorId = 181): void => {
  const doorName = doorId === 181 ? 'testDoor' : 'backDoor';
  for (let i = 0; i < count; i += 1) {
    clue.place(178).append({ eventType: 'DEV_FACE_AUTH_FAIL', doorId, deviceId: doorId, doorName });
  }
};
export const enter = ({ clue }: Stage): void => {
  const row = { doorId: 181, deviceId: 902, userId: '1', userName: 'EBISU', doorName: 'testDoor' };
  clue.place(178).append({ ...row, eventType: 'DEV_FACE_AUTH_SUCCESS' });
  clue.place(178).append({ doorId: 181, deviceId: 902, eventType: 'DEV_DOOR_RELAY_ON' });
};

export const burstCard = (one: Stage): Message | undefined =>
  one.cards().find(({ text, ts, thread_ts: thread = ts }) => text.includes('authentication failure') && thread === ts);
export const isSaid = (one: Stage, what: RegExp): Promise<void> =>
  eventually(`${what} on the card`, () => what.test(burstCard(one)?.text ?? ''));

/** A burst of five failures that stands in the channel. */
export async function aBurst(rooms: Rooms): Promise<Clocked> {
  const one = await aBot(rooms);
  fail(one, 5);
  await isSaid(one, /5 authentication failures/);
  return one;
}

export const press = (one: Stage, user: string, actionId: string, card = burstCard(one)) => {
  assert.ok(card !== undefined);
  return one.slack.press({ user, channel: ALERTS, ts: card.ts, actionId });
};
export const whispers = (one: Stage, user: string): readonly string[] =>
  one.slack.ephemerals({ user }).map(({ text }) => text);
export const actionIds = (card: Message | undefined): readonly string[] =>
  [...JSON.stringify(card?.blocks ?? []).matchAll(/"action_id":"([^"]+)"/g)].map(([, id]) => id ?? '');
export const inChannel = (one: Stage, what: RegExp): Message | undefined =>
  one.slack.messages(ALERTS).find(({ text }) => what.test(text));
export const choice = (value: string) => ({ selected_option: { value, text: { type: 'plain_text', text: value } } });
export const muteFor = (value: string, what = 'topic-at-door') => ({
  what: { what: choice(what) },
  'how-long': { 'how-long': choice(value) },
});
