import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { App } from '../src/app.ts';
import type { Overrides } from '../src/overrides.ts';
import { openRooms } from '../src/rooms.ts';
import { choice, fail, inChannel, MINJUN, OLIVER, read, whispers } from './support/answering.ts';
import { ALERTS, FAST, HANA, type Stage, type StageOptions, stage } from './support/bot.ts';
import { eventually } from './support/eventually.ts';

const rooms = openRooms();
after(() => rooms.close());

const QUICK: Overrides = { pace: FAST, restingLookMs: 50 };

/** A bot that hears the usual, has read its place once, and can be started anew on its store. */
async function aBot(options: StageOptions = {}): Promise<Stage & { readonly restart: () => Promise<void> }> {
  const one = rooms.add(await stage({ hears: 'usual', ...options }), (it) => it.end());
  let app: App = await one.startBot({}, QUICK);
  await read(one);
  const restart = async (): Promise<void> => {
    await app.stop();
    app = await one.startBot({}, QUICK);
    await read(one);
  };
  return { ...one, restart };
}

const isTold = (one: Stage, what: RegExp, channel = ALERTS): Promise<void> =>
  eventually(`a card with ${what}`, () => one.cards(channel).some(({ text }) => what.test(text)));
/** Whatever was going to be told has been by then: rows are read, and read again. */
async function isNotTold(one: Stage, what: RegExp): Promise<void> {
  for (let looks = 0; looks < 2; looks += 1) await read(one);
  assert.deepEqual(
    one.cards().filter(({ text }) => what.test(text)),
    [],
  );
}
const said = (one: Stage, what: RegExp, channel = ALERTS): Promise<void> =>
  eventually(`${what} in the channel`, () => one.slack.messages(channel).some(({ text }) => what.test(text)));
const modal = (one: Stage, user = HANA): string => JSON.stringify(one.slack.modals(user).at(-1)?.shown ?? {});
const modalSays = (one: Stage, what: RegExp): Promise<void> =>
  eventually(`a form with ${what}`, () => what.test(modal(one)));
const pick = (one: Stage, actionId: string, value: string) =>
  one.slack.press({ user: HANA, on: 'modal', actionId, value });

describe('a channel', { concurrency: true }, () => {
  it('hears the usual from its first start on: four failures, and no single one', async () => {
    const one = await aBot();
    assert.match(
      await one.ask('/clue subscriptions'),
      /This channel hears:\nFailures from 4 on, who was let in.* `usual`/,
    );
    fail(one, 1, 182);
    fail(one, 4);
    await isTold(one, /4 authentication failures at testDoor/);
    await isNotTold(one, /backDoor/);
  });

  it('hears what is typed, and not any more what is taken away', async () => {
    const one = await aBot();
    const answer = await one.ask('/clue subscribe failures after:1 notify:me');
    assert.match(
      answer,
      /hears from now on: Every failure; <@U0HANA> is named when nobody answers\.\nIts id is `s\w{4}`/s,
    );
    await said(one, /🔔 <@U0HANA> had this channel hear: Every failure;/);
    assert.match(await one.ask('/clue subscribe failures after:1 notify:me'), /hears that already/);
    fail(one, 1);
    await isTold(one, /1 authentication failure at testDoor/);
    assert.match(await one.ask('/clue unsubscribe failures'), /does not hear any more: Every failure/);
    await said(one, /🔕 <@U0HANA> had this channel not hear any more/);
    fail(one, 5, 182);
    await isNotTold(one, /backDoor/);
  });

  it('hears its door alone', async () => {
    const one = await aBot();
    await one.ask('/clue unsubscribe all');
    fail(one, 1);
    fail(one, 1, 182);
    const subscribe = (): Promise<string> => one.ask('/clue subscribe failures after:1 door:backDoor');
    // A door can be named once the bot has read a row of it.
    await eventually('a door that is known', async () => /at backDoor/.test(await subscribe()));
    fail(one, 1);
    fail(one, 1, 182);
    await isTold(one, /authentication failures? at backDoor/);
    await isNotTold(one, /testDoor/);
  });

  it('tells a word that it does not know, and is left as it was', async () => {
    const one = await aBot();
    const before = await one.ask('/clue subscriptions');
    assert.match(
      await one.ask('/clue subscribe failurs'),
      /`failurs` means.*Did you mean `\/clue subscribe failures`/s,
    );
    assert.match(await one.ask('/clue subscribe door:Nowhere'), /I know no door `Nowhere`/);
    assert.equal(await one.ask('/clue subscriptions'), before);
  });

  it('keeps what it wishes for over a restart, and gets nothing back that was taken away', async () => {
    const one = await aBot();
    await one.ask('/clue unsubscribe all');
    await one.ask('/clue subscribe unlocks hours:22:00-07:00 days:fri names:initials');
    await one.ask('/clue quiet 01:00-02:00');
    await one.ask('/clue language ko');
    const before = await one.ask('/clue subscriptions');
    assert.match(before, /Every unlock, Fri 22:00–07:00 Tokyo time; names as initials\./);
    assert.match(before, /Quiet hours: 01:00–02:00 Tokyo time/);
    await one.restart();
    assert.equal(await one.ask('/clue subscriptions'), before);
    await one.ask('/clue unsubscribe all');
    await one.restart();
    assert.match(await one.ask('/clue subscriptions'), /This channel hears nothing/);
  });

  it('speaks its own language, and answers everybody in theirs', async () => {
    const one = await aBot({ languages: 'own' });
    assert.match(
      await one.ask('/clue subscribe 解錠 土日 22時〜7時', HANA),
      /土・日曜 22:00〜07:00（日本[^）]*）に、すべての解錠を通知します。/,
    );
    await said(one, /<@U0HANA> had this channel hear: Every unlock, Sat and Sun 22:00–07:00 Tokyo time\./);
    assert.match(
      await one.ask('/clue subscribe 출입 월-금', MINJUN),
      /다음을 알립니다: 모든 출입 \(시간: 월~금\(일본[^)]*\)\)\./,
    );
    assert.match(await one.ask('/clue subscribe blind', OLIVER), /hears from now on: What the bot is blind to\./);
    await one.ask('/clue language ja', OLIVER);
    await said(one, /<@U0OLIVER>.*日本語/);
    await one.ask('/clue subscribe unlocks', OLIVER);
    await said(one, /<@U0OLIVER>.*すべての解錠を通知します。/);
    fail(one, 5);
    await eventually('a card in Japanese', () =>
      one.cards().some(({ blocks }) => /\p{Script=Hiragana}/u.test(JSON.stringify(blocks))),
    );
    assert.match(await one.ask('/clue language kl', OLIVER), /I do not speak `kl`/);
  });
});

describe('the form', { concurrency: true }, () => {
  it('opens with the usual, says what it means with every choice, and is heard when it is saved', async () => {
    const one = await aBot();
    await one.ask('/clue unsubscribe all');
    assert.match(await one.ask('/clue subscribe'), /The form is open/);
    assert.match(modal(one), /It means:\* Failures from 4 on/);
    await pick(one, 'wish-kinds', '["failures"]');
    await pick(one, 'wish-after', '1');
    await modalSays(one, /It means:\* Every failure\./);
    await one.slack.submit({ user: HANA });
    await modalSays(one, /hears from now on: Every failure\./);
    await said(one, /<@U0HANA> had this channel hear: Every failure\./);
    fail(one, 1);
    await isTold(one, /1 authentication failure/);
  });

  it('points at what does not go together, and keeps nothing of it', async () => {
    const one = await aBot();
    const before = await one.ask('/clue subscriptions');
    await one.ask('/clue subscribe');
    await pick(one, 'wish-hours', 'within');
    const run = await one.slack.submit({
      user: HANA,
      values: { 'wish-from': { 'wish-from': { selected_time: '22:00' } } },
    });
    assert.equal(run.failure, undefined);
    await modalSays(one, /wish-form/);
    assert.equal(await one.ask('/clue subscriptions'), before);
    await one.slack.submit({
      user: HANA,
      values: {
        'wish-hours': { 'wish-hours': choice('within') },
        'wish-from': { 'wish-from': { selected_time: '22:00' } },
        'wish-to': { 'wish-to': { selected_time: '00:00' } },
      },
    });
    await modalSays(one, /22:00–24:00 Tokyo time/);
  });

  it('is that of a subscription behind Change, and keeps its id', async () => {
    const one = await aBot();
    await one.ask('/clue subscriptions');
    const list = one.slack.ephemerals({ user: HANA, channel: ALERTS }).at(-1) ?? assert.fail();
    await one.slack.press({ user: HANA, channel: ALERTS, ts: list.ts, actionId: 'change-wish' });
    await modalSays(one, /Change what to hear/);
    await pick(one, 'wish-kinds', '["unlocks"]');
    await modalSays(one, /Every unlock\./);
    await one.slack.submit({ user: HANA });
    await said(one, /<@U0HANA> changed what this channel hears: Every unlock\./);
    assert.match(await one.ask('/clue subscriptions'), /This channel hears:\nEvery unlock\. `usual`\n/);
  });

  it('that was open while its subscription was removed says that it is too old', async () => {
    const one = await aBot();
    await one.ask('/clue subscriptions');
    const list = one.slack.ephemerals({ user: HANA, channel: ALERTS }).at(-1) ?? assert.fail();
    const press = (actionId: string) => one.slack.press({ user: HANA, channel: ALERTS, ts: list.ts, actionId });
    await press('change-wish');
    await modalSays(one, /Change what to hear/);
    await one.ask('/clue unsubscribe all', OLIVER);
    await one.slack.submit({ user: HANA });
    await modalSays(one, /too old/);
    await press('remove-wish');
    await eventually('word of it', () => whispers(one, HANA).some((text) => /not there any more/.test(text)));
  });
});

describe('Remove', () => {
  it('takes the subscription away, says so to everybody, and shows the list as it is then', async () => {
    const one = await aBot();
    await one.ask('/clue subscriptions');
    const list = one.slack.ephemerals({ user: HANA, channel: ALERTS }).at(-1) ?? assert.fail();
    await one.slack.press({ user: HANA, channel: ALERTS, ts: list.ts, actionId: 'remove-wish' });
    await eventually('the new list', () => whispers(one, HANA).some((text) => /This channel hears nothing/.test(text)));
    await said(one, /🔕 <@U0HANA> had this channel not hear any more: Failures from 4 on/);
    fail(one, 5);
    await isNotTold(one, /testDoor/);
  });
});

describe('a channel that takes no messages', { concurrency: true }, () => {
  const NEW = 'C0NEW';
  const ask = async (one: Stage, text: string): Promise<string> => {
    const run = await one.slack.type({ user: HANA, channel: NEW, text });
    await run.answered();
    return run.visible.map((message) => message.text).join('\n');
  };

  it('without the bot in it is told so, and hears what it wished for from its invitation on', async () => {
    const one = await aBot();
    one.slack.addChannel({ id: NEW, is_member: false, members: [HANA] });
    assert.match(await ask(one, '/clue subscribe failures after:1'), /Every failure\..*I am not in this channel yet/s);
    assert.match(await ask(one, '/clue subscriptions'), /Slack takes no messages of mine for this channel/);
    fail(one, 1);
    await read(one);
    one.slack.invite(NEW);
    await eventually('a channel awake', async () => !/takes no messages/.test(await ask(one, '/clue subscriptions')));
    fail(one, 1, 182);
    await isTold(one, /1 authentication failure at backDoor/, NEW);
  });

  it('shared with another company is told of nobody by name', async () => {
    const one = await aBot();
    one.slack.addChannel({ id: NEW, is_ext_shared: true, members: [HANA] });
    assert.match(await ask(one, '/clue subscribe unlocks'), /no names\..*shared with another company/s);
  });

  it('when archived rests, and wakes when it is there again', async () => {
    const one = await aBot();
    one.slack.addChannel({ id: NEW, members: [HANA] });
    await ask(one, '/clue subscribe failures after:1');
    one.slack.archive(NEW);
    fail(one, 1);
    await eventually('rest', () => one.logged.some((line) => line.includes('a channel rests')));
    await isNotTold(one, /testDoor/);
    one.slack.archive(NEW, false);
    await eventually('an awakening', () => one.logged.some((line) => line.includes('is there again')));
    fail(one, 1, 182);
    await isTold(one, /authentication failure at backDoor/, NEW);
    assert.ok(inChannel(one, /backDoor/) === undefined, 'the alerts channel hears no single failure');
  });
});
