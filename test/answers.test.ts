import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { openRooms } from '../src/rooms.ts';
import type { Message } from '../src/sandbox/slack/message.ts';
import {
  aBot,
  aBurst,
  actionIds,
  burstCard,
  choice,
  enter,
  fail,
  GUEST,
  isSaid,
  MINJUN,
  OLIVER,
  press,
  read,
  whispers,
} from './support/answering.ts';
import { ALERTS, HANA, type Stage } from './support/bot.ts';
import { eventually } from './support/eventually.ts';

const rooms = openRooms();
after(() => rooms.close());

describe('“I have it”', { concurrency: true }, () => {
  it('pressed by two at once is the first one’s, and the other hears whose', async () => {
    const one = await aBurst(rooms);
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
    const one = await aBurst(rooms);
    await press(one, OLIVER, 'take-incident');
    await isSaid(one, /<@U0OLIVER> has it/);
    await Promise.all([press(one, MINJUN, 'release-incident'), press(one, MINJUN, 'release-incident')]);
    await isSaid(one, /↩️ <@U0MINJUN> undid “I have it” of <@U0OLIVER>/);
    assert.doesNotMatch(burstCard(one)?.text ?? '', /has it since/);
    await press(one, MINJUN, 'take-incident');
    await isSaid(one, /🙋 <@U0MINJUN> has it since/);
  });

  it('works on a closed card, after a restart, and long after the rows are forgotten; then the button is old', async () => {
    const one = await aBurst(rooms);
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
    const one = await aBurst(rooms);
    for (const action of ['take-incident', 'mute-incident', 'dismiss-incident']) await press(one, GUEST, action);
    await eventually('three refusals', () => whispers(one, GUEST).length === 3);
    for (const text of whispers(one, GUEST)) assert.match(text, /^🙏 Sorry/);
    assert.equal(one.slack.modals(GUEST).length, 0);
    assert.doesNotMatch(burstCard(one)?.text ?? '', /has it/);
  });

  it('is kept while the card’s post, and its edits, are slow to be answered', async () => {
    const one = await aBot(rooms);
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
    const one = await aBurst(rooms);
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
    const one = await aBurst(rooms);
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
    const one = await aBurst(rooms);
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

  it('opens its form before anything slow: all that it asks first is who pressed', async () => {
    const one = await aBurst(rooms);
    one.clue.faults.add({ kind: 'hang' });
    const before = one.slack.journal().length;
    await press(one, OLIVER, 'dismiss-incident');
    await eventually('the modal', () => one.slack.modals(OLIVER).length === 1);
    const calls = one.slack.journal().slice(before);
    const asked = calls.map(({ method }) => method).filter((method) => !method.startsWith('chat.'));
    assert.deepEqual(asked, ['users.info', 'views.open']);
    one.clue.faults.clear();
  });

  it('asks in the language of whoever presses', async () => {
    const one = await aBurst(rooms);
    one.slack.addUser({ id: HANA, locale: 'ja-JP' });
    await press(one, HANA, 'dismiss-incident');
    await eventually('the modal', () => one.slack.modals(HANA).length === 1);
    assert.match(JSON.stringify(one.slack.modals(HANA)[0]?.shown), /問題ではない/);
  });
});
