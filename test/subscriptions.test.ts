import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { instant } from '../src/door/ids.ts';
import { openRooms } from '../src/rooms.ts';
import { objectsOf } from '../src/sandbox/slack/json.ts';
import { PARTS } from '../src/slack/messages/wishes/form.ts';
import { ALERTS, FAST, HANA, OPS, type Stage, stage } from './support/bot.ts';
import { eventually } from './support/eventually.ts';

const rooms = openRooms();
after(() => rooms.close());

/** People of the sandbox by the language they chose: Hana's is Japanese, Minjun's Korean. */
const OLIVER = 'U0OLIVER';
const MINJUN = 'U0MINJUN';
const GENERAL = 'C0GENERAL';

const aStage = async (options: Parameters<typeof stage>[0] = {}): Promise<Stage> =>
  rooms.add(await stage({ hears: 'usual', languages: 'own', ...options }), (it) => it.end());

const type = async ({ slack }: Stage, text: string, { user = OLIVER, channel = ALERTS } = {}) => {
  const run = await slack.type({ user, channel, text });
  const answer = await run.answered();
  return { text: answer.text, ts: answer.ts };
};
const lines = ({ slack }: Stage, channel = ALERTS): readonly string[] =>
  slack
    .messages(channel)
    .filter((one) => one.metadata === undefined)
    .map((one) => one.text);
const rowOf = (doorId: number, eventType: string, person = {}) => ({
  doorId,
  deviceId: doorId,
  doorName: `Door ${doorId}`,
  eventType,
  ...person,
});
const unlock = ({ clue }: Stage, doorId = 181): void => {
  clue.place(178).append(rowOf(doorId, 'DEV_FACE_AUTH_SUCCESS', { userId: '7', userName: 'Jack' }));
  clue.place(178).append(rowOf(doorId, 'DEV_DOOR_RELAY_ON'));
};
const read = ({ clue }: Stage): Promise<void> =>
  new Promise((resolve) => {
    const stop = clue.place(178).whenRead(() => {
      stop();
      resolve();
    });
  });

describe('a channel that says what it hears', { concurrency: true }, () => {
  it('hears the usual at first, more when it asks, and all of it after a restart', async () => {
    const one = await aStage();
    const app = await one.startBot();
    await read(one);
    assert.match(
      (await type(one, '/clue subscriptions')).text,
      /^This channel hears:\nFailures from 4 on and who was let in/,
    );
    await type(one, '/clue subscribe unlocks names:initials');
    await app.stop();
    await one.startBot();
    await read(one);
    assert.match((await type(one, '/clue subscriptions')).text, /`usual`\nEvery unlock; names as initials\./);
    unlock(one);
    await one.untilCards('the unlock', (texts) => texts.some((text) => /🔓|🔒/.test(text)));
    const [card] = one.cards();
    assert.match(card?.text ?? '', /J\./);
    assert.doesNotMatch(card?.text ?? '', /Jack/);
  });

  it('is told by everybody’s buttons: removed, and said so to all', async () => {
    const one = await aStage();
    await one.startBot();
    const { ts } = await type(one, '/clue subscriptions', { user: HANA });
    const value = JSON.stringify([ALERTS, 'usual']);
    const run = await one.slack.press({ user: HANA, channel: ALERTS, ts, actionId: 'remove-wish', value });
    const answer = await run.answered();
    assert.equal(answer.replaced, true);
    assert.match(answer.text, /^🔕 次の購読を解除しました。[\s\S]*このチャンネルに購読はありません/);
    assert.match(
      lines(one).join('\n'),
      new RegExp(`🔕 <@${HANA}> had this channel not hear any more: Failures from 4 on`),
    );
    // A second press of a list that is old by then.
    const again = await type(one, '/clue subscribe usual');
    const { ts: list } = await type(one, '/clue subscriptions');
    const id = /`(s[0-9a-z]{4})`/.exec(again.text)?.[1] ?? '';
    const target = (actionId: string) => ({
      user: OLIVER,
      channel: ALERTS,
      ts: list,
      actionId,
      value: JSON.stringify([ALERTS, id]),
    });
    await type(one, '/clue unsubscribe all');
    assert.match((await (await one.slack.press(target('remove-wish'))).answered()).text, /^This is not there any more/);
  });
});

describe('the form that /clue subscribe opens', { concurrency: true }, () => {
  const meant = ({ slack }: Stage, user: string): string => {
    const [first] = objectsOf(slack.modals(user).at(-1)?.shown.blocks);
    return JSON.stringify(first?.text);
  };
  const pick = async (one: Stage, user: string, part: string, value: string): Promise<void> => {
    const before = meant(one, user);
    await one.slack.press({ user, on: 'modal', actionId: part, value });
    await one.slack.waitFor(() => meant(one, user) !== before, { what: 'the new sentence' });
  };

  it('shows what it means while it is filled in, and has the channel hear that', async () => {
    const one = await aStage();
    await one.startBot();
    await read(one);
    unlock(one, 181);
    unlock(one, 190);
    await read(one);
    await read(one);
    await type(one, '/clue subscribe');
    assert.match(meant(one, OLIVER), /It means:\* Failures from 4 on and who was let in after failures/);
    await pick(one, OLIVER, PARTS.kinds, JSON.stringify(['unlocks', 'failures']));
    assert.match(meant(one, OLIVER), /It means:\* Failures from 4 on and every unlock\./);
    await pick(one, OLIVER, PARTS.doors, JSON.stringify(['178/190']));
    await pick(one, OLIVER, PARTS.names, 'initials');
    assert.match(meant(one, OLIVER), /Failures from 4 on and every unlock, at Door 190; names as initials\./);
    const run = await one.slack.submit({ user: OLIVER });
    assert.equal(run.errors, undefined);
    assert.match(
      JSON.stringify(one.slack.modals(OLIVER).at(-1)?.shown),
      /This channel hears from now on: Failures from 4 on and every unlock, at Door 190/,
    );
    assert.match((await type(one, '/clue subscriptions')).text, /at Door 190; names as initials\. `s/);
    assert.match(lines(one).join('\n'), /<@U0OLIVER> had this channel hear: Failures/);
  });

  it('says at the field what is wrong, and keeps what was filled in', async () => {
    const one = await aStage();
    await one.startBot();
    await type(one, '/clue subscribe', { user: MINJUN });
    await one.slack.press({ user: MINJUN, on: 'modal', actionId: PARTS.hours, value: 'within' });
    const run = await one.slack.submit({ user: MINJUN });
    assert.deepEqual(run.errors, { [PARTS.from]: '시작과 끝을 모두 지정하거나 모두 비워 주십시오.' });
    await one.slack.press({ user: MINJUN, on: 'modal', actionId: PARTS.from, value: '22:00' });
    await pick(one, MINJUN, PARTS.to, '07:00');
    assert.match(meant(one, MINJUN), /시간: 22:00~07:00/);
    assert.equal((await one.slack.submit({ user: MINJUN })).errors, undefined);
    assert.match(lines(one).join('\n'), /22:00–07:00 Tokyo time/);
  });

  it('opens filled in by the button Change, and changes that one', async () => {
    const one = await aStage();
    await one.startBot();
    await type(one, '/clue subscribe unlocks hours:22-7 notify:me');
    const { ts, text } = await type(one, '/clue subscriptions');
    const id = /Every unlock.*`(s[0-9a-z]{4})`/.exec(text)?.[1] ?? '';
    const whispers = one.slack.ephemerals({ user: OLIVER, channel: ALERTS });
    const list = whispers.find((each) => each.ts === ts);
    const block = objectsOf(list?.blocks).find((each) => JSON.stringify(each).includes(id) && each.type === 'actions');
    await one.slack.press({
      user: OLIVER,
      channel: ALERTS,
      ts,
      actionId: 'change-wish',
      blockId: String(block?.block_id),
    });
    await one.slack.waitFor(() => one.slack.modals(OLIVER).length > 0, { what: 'the form' });
    assert.match(meant(one, OLIVER), /Every unlock, 22:00–07:00 Tokyo time; <@U0OLIVER> is named/);
    await pick(one, OLIVER, PARTS.kinds, JSON.stringify(['failures']));
    await one.slack.submit({ user: OLIVER });
    const after_ = (await type(one, '/clue subscriptions')).text;
    assert.match(
      after_,
      new RegExp(`Failures from 4 on, 22:00–07:00 Tokyo time; <@U0OLIVER> is named when nobody answers\\. \`${id}\``),
    );
    assert.doesNotMatch(after_, /Every unlock/);
    assert.match(lines(one).join('\n'), /<@U0OLIVER> changed what this channel hears: Failures from 4 on/);
  });
});

describe('a channel that the bot is not in', { concurrency: true }, () => {
  it('keeps its wish, and is told what waited when the bot is invited', async () => {
    const one = await aStage();
    await one.startBot({}, { pace: FAST, restingLookMs: 100 });
    await read(one);
    assert.match((await type(one, '/clue subscribe unlocks', { channel: GENERAL })).text, /not in this channel yet/);
    unlock(one);
    await read(one);
    await read(one);
    one.slack.invite(GENERAL);
    await eventually('the waking', () =>
      one.logged.some((line) => line.includes('a channel that rested is there again')),
    );
    await one.slack.waitFor(() => one.cards(GENERAL).length === 1, { what: 'what happened before the invitation' });
    unlock(one, 190);
    await one.slack.waitFor(() => one.cards(GENERAL).length === 2, { what: 'the card after the invitation' });
    // The channel is shared with another company.
    for (const { text } of one.cards(GENERAL)) assert.doesNotMatch(text, /Jack/);
  });

  it('rests while it is archived, tells OPS_CHANNEL, and is told what waited when it is back', async () => {
    const one = await aStage({ hears: 'everything' });
    await one.startBot({}, { pace: { ...FAST, refusedRetryMs: 60_000 }, restingLookMs: 100 });
    await read(one);
    one.slack.archive(ALERTS);
    unlock(one);
    await one.slack.waitFor(() => one.cards(OPS).some(({ text }) => text.includes('archived')), {
      what: 'the word to OPS',
    });
    await eventually('the rest', () => one.logged.some((line) => line.includes('a channel rests until')));
    unlock(one, 190);
    await read(one);
    await read(one);
    one.slack.archive(ALERTS, false);
    await one.untilCards('what waited', (texts) => texts.some((text) => text.includes('Door 181')));
    await one.slack.waitFor(() => one.cards(OPS).some(({ text }) => text.startsWith('✅')), {
      what: 'the end of the trouble',
    });
    assert.ok(!one.cards().some(({ text }) => text.includes('Door 190')), 'no card was made while the channel rested');
    // And a second time: it rests again, and is told again.
    one.slack.archive(ALERTS);
    unlock(one, 191);
    await eventually(
      'the second rest',
      () => one.logged.filter((line) => line.includes('a channel rests until')).length === 2,
    );
  });
});

describe('hours by the clock of the doors', { concurrency: true }, () => {
  /** Whether an unlock at this moment is told to a channel that asked for those from 22:00 to 07:00. */
  const isTold = async (timeZone: string, moment: string): Promise<boolean> => {
    const [began, started] = [Date.parse(moment), performance.now()];
    const clock = () => instant(began + Math.round(performance.now() - started));
    const one = await aStage({ env: { TIME_ZONE: timeZone }, clue: { now: clock } });
    await one.startBot({}, { pace: FAST, now: clock });
    await read(one);
    await type(one, '/clue unsubscribe all');
    await type(one, '/clue subscribe unlocks hours:22:00-07:00');
    await type(one, '/clue subscribe failures after:1');
    unlock(one);
    one.clue.place(178).append(rowOf(190, 'DEV_FACE_AUTH_FAIL'));
    // Told whatever the hour, and after the unlock.
    await one.untilCards('the failure', (texts) => texts.some((text) => text.includes('authentication failure')));
    return one.cards().some(({ text }) => /🔓|🔒/.test(text));
  };
  const table: readonly (readonly [zone: string, moment: string, told: boolean, what: string])[] = [
    ['Asia/Tokyo', '2026-03-29T13:30:00Z', true, '22:30 in Tokyo'],
    ['Europe/London', '2026-03-29T13:30:00Z', false, 'the same moment in London'],
    ['Europe/London', '2026-03-29T05:30:00Z', true, '06:30 on the morning on which summer time began'],
    ['Europe/London', '2026-03-29T06:30:00Z', false, '07:30 on that morning, which was 06:30 the day before'],
    ['Europe/London', '2026-03-28T06:30:00Z', true, '06:30 the day before'],
  ];
  for (const [zone, moment, told, what] of table) {
    it(`${told ? 'tell' : 'do not tell'} ${what}`, async () => assert.equal(await isTold(zone, moment), told));
  }
});
