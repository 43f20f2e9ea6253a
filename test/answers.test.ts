import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Overrides } from '../src/app.ts';
import { type Instant, instant } from '../src/door/ids.ts';
import { openRooms } from '../src/rooms.ts';
import type { Message } from '../src/sandbox/slack/message.ts';
import { ALERTS, FAST, HANA, type Stage, stage } from './support/bot.ts';
import { eventually } from './support/eventually.ts';

const MINJUN = 'U0MINJUN';
const OLIVER = 'U0OLIVER';
const GUEST = 'U0LENA';

const rooms = openRooms();
after(() => rooms.close());

/** A stage with a bot whose clock can be put forward. */
type Clocked = Stage & {
  readonly later: (ms: number) => void;
  /** Stops the bot, and starts it anew on its store. */
  readonly restart: () => Promise<void>;
};

async function aBot(): Promise<Clocked> {
  const one = rooms.add(await stage(), (it) => it.end());
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

const read = ({ clue }: Stage): Promise<void> =>
  new Promise((resolve) => {
    const stop = clue.place(178).whenRead(() => {
      stop();
      resolve();
    });
  });

const fail = ({ clue }: Stage, count: number, doorId = 181): void => {
  const doorName = doorId === 181 ? 'testDoor' : 'backDoor';
  for (let i = 0; i < count; i += 1) {
    clue.place(178).append({ eventType: 'DEV_FACE_AUTH_FAIL', doorId, deviceId: doorId, doorName });
  }
};
const enter = ({ clue }: Stage): void => {
  const row = { doorId: 181, deviceId: 902, userId: '1', userName: 'EBISU', doorName: 'testDoor' };
  clue.place(178).append({ ...row, eventType: 'DEV_FACE_AUTH_SUCCESS' });
  clue.place(178).append({ doorId: 181, deviceId: 902, eventType: 'DEV_DOOR_RELAY_ON' });
};

const burstCard = (one: Stage): Message | undefined =>
  one.cards().find(({ text, ts, thread_ts: thread = ts }) => text.includes('authentication failure') && thread === ts);
const isSaid = (one: Stage, what: RegExp): Promise<void> =>
  eventually(`${what} on the card`, () => what.test(burstCard(one)?.text ?? ''));

/** A burst of five failures that stands in the channel. */
async function aBurst(): Promise<Clocked> {
  const one = await aBot();
  fail(one, 5);
  await isSaid(one, /5 authentication failures/);
  return one;
}

const press = (one: Stage, user: string, actionId: string, card = burstCard(one)) => {
  assert.ok(card !== undefined);
  return one.slack.press({ user, channel: ALERTS, ts: card.ts, actionId });
};
const whispers = (one: Stage, user: string): readonly string[] =>
  one.slack.ephemerals({ user }).map(({ text }) => text);
const actionIds = (card: Message | undefined): readonly string[] =>
  [...JSON.stringify(card?.blocks ?? []).matchAll(/"action_id":"([^"]+)"/g)].map(([, id]) => id ?? '');
const inChannel = (one: Stage, what: RegExp): Message | undefined =>
  one.slack.messages(ALERTS).find(({ text }) => what.test(text));
const choice = (value: string) => ({ selected_option: { value, text: { type: 'plain_text', text: value } } });
const muteFor = (value: string, what = 'topic-at-door') => ({
  what: { what: choice(what) },
  'how-long': { 'how-long': choice(value) },
});

describe('“I have it”', { concurrency: true }, () => {
  it('pressed by two at once is the first one’s, and the other hears whose', async () => {
    const one = await aBurst();
    const runs = await Promise.all([press(one, OLIVER, 'take-incident'), press(one, MINJUN, 'take-incident')]);
    for (const run of runs) assert.ok((run.ackMs ?? 9_999) < 1_000);
    await isSaid(one, /🙋 <@U0(OLIVER|MINJUN)> has it since/);
    const first = /<@U0OLIVER> has it/.test(burstCard(one)?.text ?? '') ? OLIVER : MINJUN;
    const second = first === OLIVER ? MINJUN : OLIVER;
    await eventually('word to the second', () => whispers(one, second).some((text) => text.includes(`<@${first}>`)));
    assert.deepEqual(whispers(one, first), []);
    assert.deepEqual(actionIds(burstCard(one)), ['show-rows', 'release-incident', 'mute-incident', 'dismiss-incident']);
  });

  it('can be undone, by another too, and says who did it', async () => {
    const one = await aBurst();
    await press(one, OLIVER, 'take-incident');
    await isSaid(one, /<@U0OLIVER> has it/);
    await Promise.all([press(one, MINJUN, 'release-incident'), press(one, MINJUN, 'release-incident')]);
    await isSaid(one, /↩️ <@U0MINJUN> undid “I have it” of <@U0OLIVER>/);
    assert.doesNotMatch(burstCard(one)?.text ?? '', /has it since/);
    await press(one, MINJUN, 'take-incident');
    await isSaid(one, /🙋 <@U0MINJUN> has it since/);
  });

  it('works on a closed card, after a restart, and long after the rows are forgotten; then the button is old', async () => {
    const one = await aBurst();
    one.later(3 * 3_600_000);
    await isSaid(one, /Nobody was let in afterwards/);
    await press(one, OLIVER, 'take-incident');
    await isSaid(one, /<@U0OLIVER> has it since/);
    await one.restart();
    await press(one, OLIVER, 'release-incident');
    await isSaid(one, /↩️ <@U0OLIVER> gave it back/);
    const card = burstCard(one);
    one.later(25 * 3_600_000);
    await read(one);
    await read(one);
    await press(one, OLIVER, 'take-incident', card);
    await eventually('a polite answer', () => whispers(one, OLIVER).some((text) => /too old/.test(text)));
  });

  it('is refused to guests politely, and tells them nothing', async () => {
    const one = await aBurst();
    for (const action of ['take-incident', 'mute-incident', 'dismiss-incident']) await press(one, GUEST, action);
    await eventually('three refusals', () => whispers(one, GUEST).length === 3);
    for (const text of whispers(one, GUEST)) assert.match(text, /^🙏 Sorry/);
    assert.equal(one.slack.modals(GUEST).length, 0);
    assert.doesNotMatch(burstCard(one)?.text ?? '', /has it/);
  });

  it('is kept while the card’s post, and its edits, are slow to be answered', async () => {
    const one = await aBot();
    one.slack.faults.set({ method: 'chat.postMessage', kind: 'slow', ms: 1_500, times: 1 });
    one.slack.faults.set({ method: 'chat.update', kind: 'slow', ms: 1_000, times: 1 });
    fail(one, 5);
    await eventually('the post, that the bot has no answer to yet', () => burstCard(one) !== undefined);
    await press(one, OLIVER, 'take-incident');
    await isSaid(one, /<@U0OLIVER> has it since/);
    fail(one, 1);
    await press(one, MINJUN, 'release-incident');
    await isSaid(one, /<@U0MINJUN> undid/);
    await press(one, MINJUN, 'take-incident');
    await isSaid(one, /6 authentication failures.*🙋 <@U0MINJUN> has it since/);
    assert.equal(one.cards().filter(({ text }) => text.includes('authentication failure')).length, 1);
  });
});

describe('a severe card', { concurrency: true }, () => {
  const replies = (one: Stage): readonly Message[] =>
    one.slack.messages(ALERTS).filter(({ text }) => text.includes('Nobody has answered'));

  it('rings once more when nobody answers, though CLUe cannot be read, and not again', async () => {
    const one = await aBurst();
    enter(one);
    await isSaid(one, /EBISU/);
    one.clue.faults.add({ kind: 'http', status: 503 });
    one.later(16 * 60_000);
    await eventually('the reminder', () => replies(one).length === 1);
    const [reply] = replies(one);
    assert.match(reply?.text ?? '', /^⏰ Nobody has answered for 1[56] min: .*5 authentication failures at testDoor/);
    assert.equal(reply?.subtype, 'thread_broadcast');
    one.clue.faults.clear();
    one.later(3_600_000);
    await read(one);
    await read(one);
    assert.equal(replies(one).length, 1);
  });

  it('is quiet when somebody has it, or said that it is none', async () => {
    const one = await aBurst();
    enter(one);
    await isSaid(one, /EBISU/);
    await press(one, OLIVER, 'dismiss-incident');
    await eventually('the modal', () => one.slack.modals(OLIVER).length === 1);
    await one.slack.submit({ user: OLIVER, values: { why: { why: choice('known') } } });
    await isSaid(one, /Not an incident: known, says <@U0OLIVER>/);
    one.later(3_600_000);
    await read(one);
    await read(one);
    assert.deepEqual(replies(one), []);
  });
});

describe('“Not an incident”', { concurrency: true }, () => {
  it('said by two at once is the first one’s reason, and the other hears it', async () => {
    const one = await aBurst();
    await Promise.all([OLIVER, MINJUN].map((user) => press(one, user, 'dismiss-incident')));
    await eventually('two modals', () => [OLIVER, MINJUN].every((user) => one.slack.modals(user).length === 1));
    const say = (user: string, why: string) => one.slack.submit({ user, values: { why: { why: choice(why) } } });
    await Promise.all([say(OLIVER, 'noise'), say(MINJUN, 'test')]);
    await isSaid(one, /Not an incident: (noise, says <@U0OLIVER>|a test, says <@U0MINJUN>)/);
    const second = /U0OLIVER/.test(burstCard(one)?.text ?? '') ? MINJUN : OLIVER;
    await eventually('word to the second', () => whispers(one, second).length === 1);
    assert.equal(one.slack.modals(OLIVER).length + one.slack.modals(MINJUN).length, 0);
    await press(one, MINJUN, 'reinstate-incident');
    await isSaid(one, /↩️ An incident after all, says <@U0MINJUN>/);
  });

  it('asks in the language of whoever presses', async () => {
    const one = await aBurst();
    await press(one, HANA, 'dismiss-incident');
    await eventually('the modal', () => one.slack.modals(HANA).length === 1);
    assert.match(JSON.stringify(one.slack.modals(HANA)[0]?.shown), /問題ではない/);
  });
});

describe('“Mute…”', { concurrency: true }, () => {
  const opened = async (one: Stage, user = OLIVER): Promise<void> => {
    await press(one, user, 'mute-incident');
    await eventually('the modal', () => one.slack.modals(user).length === 1);
  };

  it('hides what is asked, says so in the channel, and confesses at once when somebody ends it', async () => {
    const one = await aBurst();
    await opened(one);
    await one.slack.submit({ user: OLIVER, values: muteFor('30m', 'topic') });
    await eventually(
      'the line',
      () => inChannel(one, /^🔇 <@U0OLIVER> muted authentication failures everywhere/) !== undefined,
    );
    fail(one, 6, 182);
    await read(one);
    await read(one);
    await read(one);
    assert.equal(inChannel(one, /6 authentication failures/), undefined);
    const line = inChannel(one, /^🔇/);
    const runs = await Promise.all([OLIVER, MINJUN].map((user) => press(one, user, 'end-mute', line)));
    for (const run of runs) assert.equal(run.failure, undefined);
    await eventually(
      'the end on the line',
      () => inChannel(one, /^🔇.*\n🔔 <@U0(OLIVER|MINJUN)> ended it early/) !== undefined,
    );
    await eventually(
      'the summary',
      () => inChannel(one, /^🔔 The mute of authentication failures everywhere is over: it hid 1 alert/) !== undefined,
    );
    await eventually('word to the second', () => whispers(one, OLIVER).length + whispers(one, MINJUN).length === 1);
    assert.deepEqual(actionIds(inChannel(one, /^🔇/)), []);
  });

  it('confesses that it hid nothing, by itself, at its end', async () => {
    const one = await aBurst();
    await opened(one);
    await one.slack.submit({ user: OLIVER, values: muteFor('2h', 'door') });
    await eventually('the line', () => inChannel(one, /^🔇 <@U0OLIVER> muted everything at testDoor/) !== undefined);
    one.later(2 * 3_600_000 + 1_000);
    await eventually(
      'the summary',
      () => inChannel(one, /^🔔 The mute of everything at testDoor is over, and hid nothing/) !== undefined,
    );
    await press(one, MINJUN, 'end-mute', inChannel(one, /^🔇/));
    await eventually('a polite answer', () => whispers(one, MINJUN).length === 1);
  });

  it('says at its field what is wrong with a moment', async () => {
    const one = await aBurst();
    await opened(one);
    const until = (atS: number | null, how = 'picked') =>
      one.slack.submit({
        user: OLIVER,
        values: { ...muteFor(how), until: { until: { selected_date_time: atS } } },
      });
    const nowS = Math.floor(Date.now() / 1_000);
    assert.match((await until(nowS - 60)).errors?.until ?? '', /past/);
    assert.match((await until(nowS + 8 * 86_400)).errors?.until ?? '', /7 days/);
    assert.match((await until(null)).errors?.until ?? '', /pick a date/);
    assert.match((await until(nowS + 60, '30m')).errors?.until ?? '', /Until the time below/);
    assert.equal((await until(nowS + 3_600)).errors, undefined);
    await eventually('the line', () => inChannel(one, /^🔇/) !== undefined);
    assert.equal(one.slack.modals(OLIVER).length, 0);
  });

  it('asks for another press where Slack waited too long for the modal', async () => {
    const one = await aBurst();
    one.slack.faults.set({ method: 'views.open', kind: 'error', error: 'expired_trigger_id', times: 1 });
    await press(one, OLIVER, 'mute-incident');
    await eventually('word of it', () => whispers(one, OLIVER).some((text) => /press the button again/.test(text)));
    assert.equal(one.slack.modals(OLIVER).length, 0);
    await opened(one);
  });

  it('tells whoever muted when the channel could not be told', async () => {
    const one = await aBurst();
    await opened(one);
    one.slack.faults.set({ method: 'chat.postMessage', kind: 'error', error: 'restricted_action', times: 3 });
    await one.slack.submit({ user: OLIVER, values: muteFor('30m') });
    await eventually('word of it', () => whispers(one, OLIVER).some((text) => /please tell the others/.test(text)));
    assert.equal(inChannel(one, /^🔇/), undefined);
  });

  it('works under a card that is long forgotten', async () => {
    const one = await aBurst();
    const card = burstCard(one);
    one.later(120_000);
    await isSaid(one, /Nobody was let in afterwards/);
    one.later(26 * 3_600_000);
    await read(one);
    await read(one);
    await press(one, OLIVER, 'mute-incident', card);
    await eventually('the modal', () => one.slack.modals(OLIVER).length === 1);
    await one.slack.submit({ user: OLIVER, values: muteFor('30m', 'topic') });
    await eventually(
      'the line',
      () => inChannel(one, /^🔇 <@U0OLIVER> muted authentication failures everywhere/) !== undefined,
    );
  });
});
