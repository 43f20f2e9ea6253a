import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { instant } from '../src/door/ids.ts';
import { openZone } from '../src/door/zone.ts';
import { openRooms } from '../src/rooms.ts';
import { ALERTS, FAST, HANA, OPS, type Stage, stage } from './support/bot.ts';
import { eventually } from './support/eventually.ts';

const rooms = openRooms();
after(() => rooms.close());

/** A stage whose channels hear the usual things, and a bot that has seen the place. */
async function aBot(options: Parameters<typeof stage>[0] = {}): Promise<Stage> {
  const one = rooms.add(await stage({ hears: 'usual', ...options }), (it) => it.end());
  const seen = new Promise<void>((resolve) => {
    const stop = one.clue.place(178).whenRead(() => {
      stop();
      resolve();
    });
  });
  await one.startBot({}, { pace: FAST, restingLookMs: 50 });
  await seen;
  return one;
}

const fail = ({ clue }: Stage, count = 1, doorId = 181): void => {
  for (let i = 0; i < count; i += 1) {
    clue.place(178).append({ eventType: 'DEV_FACE_AUTH_FAIL', doorId, deviceId: 902 });
  }
};
/** Polls that have come and gone. */
async function polls({ clue }: Stage, times = 2): Promise<void> {
  for (let left = times; left > 0; left -= 1) {
    await new Promise<void>((resolve) => {
      const stop = clue.place(178).whenRead(() => {
        stop();
        resolve();
      });
    });
  }
}

describe('a channel says what it hears', { concurrency: true }, () => {
  it('and hears the usual things from the first start on', async () => {
    const one = await aBot();
    fail(one, 3);
    await polls(one, 3);
    assert.equal(one.cards().length, 0, 'three failures are a face that was misread');
    fail(one, 1);
    await one.untilCards('the burst', (texts) => texts.some((text) => text.includes('4 authentication failures')));
    assert.match(await one.ask('/clue subscriptions'), /Failures/i);
  });

  it('by typing, and from then on hears it, also after a restart', async () => {
    const one = rooms.add(await stage({ hears: 'usual' }), (it) => it.end());
    const first = await one.startBot();
    await polls(one);
    const answer = await one.ask('/clue subscribe failures after:1');
    assert.match(answer, /failure/i);
    assert.ok(
      one.slack.messages(ALERTS).some((message) => message.text.includes(`<@${HANA}>`)),
      'the channel is told who changed what it hears',
    );
    await first.stop();
    await one.startBot();
    await polls(one);
    fail(one, 1);
    await one.untilCards('one failure', (texts) => texts.some((text) => text.includes('1 authentication failure')));
  });

  it('and hears no more of what it took back', async () => {
    const one = await aBot();
    await one.ask('/clue unsubscribe all');
    fail(one, 6);
    await polls(one, 3);
    assert.equal(one.cards().length, 0);
    assert.doesNotMatch(await one.ask('/clue subscriptions'), /from 4/);
  });

  it('by picking in a form that shows the sentence it means', async () => {
    const one = await aBot();
    const form = () => JSON.stringify(one.slack.modals(HANA)[0]?.shown ?? {});
    await one.slack.type({ user: HANA, channel: ALERTS, text: '/clue subscribe' });
    await eventually('the form', () => one.slack.modals(HANA).length === 1);
    const before = form();
    await one.slack.press({ user: HANA, on: 'modal', actionId: 'wish-kinds', value: JSON.stringify(['unlocks']) });
    await eventually('the sentence', () => form() !== before && /unlock/i.test(form()));
    await one.slack.submit({ user: HANA });
    await eventually('it is subscribed', async () => /unlock/i.test(await one.ask('/clue subscriptions')));
    one.clue.place(178).append({ eventType: 'DEV_DOOR_RELAY_ON', doorId: 181, deviceId: 902 });
    await one.untilCards('the unlocked door', (texts) => texts.some((text) => text.includes('unlocked')));
  });

  it('points at a word that it does not know, and changes nothing', async () => {
    const one = await aBot();
    const before = await one.ask('/clue subscriptions');
    assert.match(await one.ask('/clue subscribe failurez'), /failurez.*failures/s);
    assert.equal(await one.ask('/clue subscriptions'), before);
  });

  it('in its language, while an answer is in the asker’s', async () => {
    const one = await aBot();
    one.slack.addUser({ id: 'U0KEN', locale: 'ja-JP' });
    one.slack.invite(ALERTS, 'U0KEN');
    assert.match(await one.ask('/clue subscribe unlocks', 'U0KEN'), /解錠/);
    assert.match(await one.ask('/clue language ko'), /.+/);
    assert.match(await one.ask('/clue subscriptions', 'U0KEN'), /한국어/);
  });

  it('and a night that summer time ends is the night of the place’s own clock', async () => {
    const one = await aBot({ env: { TIME_ZONE: 'Europe/Berlin' } });
    assert.match(await one.ask('/clue subscribe failures hours:22:00-07:00 days:sat,sun after:1'), /22:00/);
    assert.match(await one.ask('/clue subscriptions'), /Berlin/);
  });

  it('and holds what is not severe in its quiet hours', async () => {
    const one = await aBot();
    const hour = Math.floor(openZone('Asia/Tokyo').wall(instant(Date.now())).minute / 60);
    const [from, to] = [(hour + 23) % 24, (hour + 2) % 24];
    assert.match(await one.ask(`/clue quiet ${from}:00-${to}:00`), new RegExp(`${to === 0 ? 24 : to}:00`));
    fail(one, 5);
    await polls(one, 3);
    assert.equal(one.cards().length, 0);
    await one.ask('/clue quiet off');
    await one.untilCards('what was held', (texts) => texts.some((text) => /quiet hours.*5 failures/s.test(text)));
    assert.equal(one.cards().length, 1);
  });
});

describe('what a channel wishes for', { concurrency: true }, () => {
  it('is the same after a restart, and nothing comes back that was taken away', async () => {
    const one = rooms.add(await stage({ hears: 'usual' }), (it) => it.end());
    let app = await one.startBot({}, { pace: FAST });
    const restart = async (): Promise<string> => {
      await app.stop();
      app = await one.startBot({}, { pace: FAST });
      return one.ask('/clue subscriptions');
    };
    await one.ask('/clue unsubscribe all');
    await one.ask('/clue subscribe unlocks hours:22:00-07:00 days:fri names:initials notify:S0NIGHT1');
    await one.ask('/clue quiet 01:00-02:00');
    await one.ask('/clue language ko');
    const before = await one.ask('/clue subscriptions');
    assert.match(before, /Every unlock, Fri 22:00–07:00 Tokyo time; names as initials; <!subteam\^S0NIGHT1> is named/);
    assert.match(before, /Quiet hours: 01:00–02:00 Tokyo time/);
    assert.equal(await restart(), before);
    await one.ask('/clue unsubscribe all');
    assert.match(await restart(), /This channel hears nothing/);
  });

  it('is one door alone, once a row has shown it', async () => {
    const one = await aBot();
    await one.ask('/clue unsubscribe all');
    one.clue.place(178).append({ eventType: 'DEV_FACE_AUTH_FAIL', doorId: 182, deviceId: 182, doorName: 'backDoor' });
    const subscribe = (): Promise<string> => one.ask('/clue subscribe failures after:1 door:backDoor');
    await eventually('a door that is known', async () => /at backDoor/.test(await subscribe()));
    fail(one, 1, 181);
    one.clue.place(178).append({ eventType: 'DEV_FACE_AUTH_FAIL', doorId: 182, deviceId: 182, doorName: 'backDoor' });
    await one.untilCards('the failure', (texts) => texts.some((text) => text.includes('at backDoor')));
    await polls(one);
    assert.ok(one.cards().every(({ text }) => text.includes('backDoor')));
  });

  it('is not brought back by a form that was open while somebody removed it', async () => {
    const one = await aBot();
    const form = (): string => JSON.stringify(one.slack.modals(HANA).at(-1)?.shown ?? {});
    await one.ask('/clue subscriptions');
    const list = one.slack.ephemerals({ user: HANA, channel: ALERTS }).at(-1);
    assert.ok(list !== undefined);
    await one.slack.press({ user: HANA, channel: ALERTS, ts: list.ts, actionId: 'change-wish' });
    await eventually('the form', () => form().includes('Change what to hear'));
    await one.ask('/clue unsubscribe daily');
    await one.slack.submit({ user: HANA });
    await eventually('word of it', () => form().includes('too old'));
    assert.match(await one.ask('/clue subscriptions'), /This channel hears nothing/);
  });
});

describe('a channel that is archived', () => {
  it('rests, is told to the ops channel, and hears again once it is back', async () => {
    const one = await aBot();
    one.slack.archive(ALERTS);
    fail(one, 5, 181);
    await eventually('the word in ops', () => one.cards(OPS).some((card) => /do not reach/.test(card.text)));
    one.slack.archive(ALERTS, false);
    await one.untilCards(
      'what waited',
      (texts) => texts.some((text) => text.includes('5 authentication failures')),
      70_000,
    );
    fail(one, 4, 182);
    await one.untilCards('what came then', (texts) => texts.some((text) => text.includes('door 182')), 20_000);
  });
});
