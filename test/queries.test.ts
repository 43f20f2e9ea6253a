import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { PEOPLE } from '../src/sandbox/slack/people.ts';
import { ASK_CSV, WHAT_HAPPENED } from '../src/slack/messages/action-ids.ts';
import { ALERTS, HANA, type Stage, stage } from './support/bot.ts';
import { eventually } from './support/eventually.ts';

const stages: Stage[] = [];
after(async () => {
  for (const one of stages) await one.end();
});

/** A bot that watches a door at which EBISU fails twice and is then let in, of which two cards tell. */
async function aDay(): Promise<Stage> {
  const one = await stage();
  stages.push(one);
  await one.startBot();
  const begun = Promise.withResolvers<void>();
  const stop = one.clue.place(178).whenRead(begun.resolve);
  await begun.promise;
  stop();
  const now = Date.now();
  const tell = (eventType: string, agoMs: number, person?: { userId: string; userName: string }): void => {
    one.clue
      .place(178)
      .append({ eventAt: now - agoMs, eventType, doorId: 181, deviceId: 902, doorName: 'testDoor', ...person });
  };
  const EBISU = { userId: '12345678', userName: 'EBISU' };
  tell('DEV_FACE_AUTH_FAIL', 20_000);
  tell('DEV_FACE_AUTH_FAIL', 18_000);
  tell('DEV_FACE_AUTH_SUCCESS', 15_000, EBISU);
  tell('DEV_DOOR_RELAY_ON', 14_950);
  tell('DEV_DOOR_RELAY_OFF', 12_000);
  await one.untilCards('the cards', (texts) => texts.some((text) => text.includes('EBISU')) && texts.length >= 2);
  return one;
}

const told = async (one: Stage, ts: string, user = HANA): Promise<string> => {
  const run = await one.slack.pick({ user, channel: ALERTS, ts, shortcut: WHAT_HAPPENED });
  await run.answered({ timeoutMs: 10_000 });
  return run.visible.map(({ text }) => text).join('\n');
};

describe('questions, through the whole bot', () => {
  it('are answered from CLUe and from memory, as a file, by a button and by a shortcut on a card', async () => {
    const one = await aDay();
    const { slack } = one;
    assert.match(await one.ask('/clue failures 90m'), /Not let in 2 times: refused by CLUe 2/);
    assert.match(await one.ask('/clue person ebisu 90m'), /1 entry/);
    assert.match(await one.ask('/clue inside'), /1 person[\s\S]*leaving is not recorded[\s\S]*EBISU/);
    assert.match(await one.ask('/clue door testDoor'), /^testDoor: 🔒 locked again/);
    assert.match(await one.ask('/clue doors'), /No door is unlocked/);
    assert.match(await one.ask('/clue count failures 90m per door'), /2 in all, most: testDoor \(2\)/);

    const talk = slack.directMessage(HANA).id;
    assert.match(await one.ask('/clue export 90m'), /5 rows are in our direct message/);
    const [file] = slack.messages(talk).flatMap(({ files = [] }) => files);
    assert.match(file?.content ?? '', /^\ufefftime,/);
    assert.equal(file?.content.trim().split('\r\n').length, 6);

    const card = one.cards().find(({ text }) => text.includes('2 authentication failures'));
    assert.ok(card !== undefined);
    assert.match(await told(one, card.ts), /^testDoor, [\s\S]*⛔ CLUe[\s\S]*EBISU[\s\S]*🔓 unlocked → 🔒 locked again/);
    assert.doesNotMatch(await told(one, card.ts, PEOPLE.guest.id), /EBISU|testDoor/);
    const chat = await slack.type({ user: HANA, channel: ALERTS, text: 'good evening' });
    assert.match(await told(one, chat.posted?.ts ?? ''), /no card of mine/);

    const run = await slack.type({ user: HANA, channel: ALERTS, text: '/clue who-entered 90m' });
    const { ts } = await run.answered().then(() => run.visible.at(-1) ?? assert.fail('no answer'));
    const pressed = await slack.press({ user: HANA, channel: ALERTS, ts, actionId: ASK_CSV });
    await pressed.answered({ timeoutMs: 10_000 });
    const files = slack.messages(talk).flatMap(({ files: some = [] }) => some);
    assert.match(files.at(-1)?.name ?? '', /^clue-entries-.*\.csv$/);
    assert.equal(slack.refusals, 0);
  });

  it('are answered from memory, with its age, while CLUe is away', async () => {
    const one = await aDay();
    one.clue.faults.add({ kind: 'http', status: 500, path: '/v1/events' });
    await eventually('an answer that says how old it is', async () => {
      const inside = await one.ask('/clue inside');
      assert.match(inside, /EBISU/);
      return /⚠️ .*: as known .* ago/.test(inside);
    });
    assert.match(await one.ask('/clue doors'), /testDoor · locked again/);
  });
});
