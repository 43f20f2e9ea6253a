import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { instant } from '../../src/door/ids.ts';
import { openRooms } from '../../src/rooms.ts';
import { ALERTS, FAST, type Stage } from '../support/bot.ts';
import { eventually } from '../support/eventually.ts';
import { ADMIN, aHouse, letIn, NIGHT, OPERATOR, opened, PLANTED, seenBy, typed, VIEWER } from './people.ts';

const rooms = openRooms();
after(() => rooms.close());

const written = ({ slack }: Stage, user: string): readonly string[] =>
  slack.messages(slack.directMessage(user).id).map(({ text }) => text);
const isStart = (text: string): boolean => text.startsWith('🔑');

describe('the first start', { concurrency: true }, () => {
  it('tells each admin once what full members are, over every restart, and a button changes it', async () => {
    const one = await aHouse(rooms, {
      env: { DEFAULT_ROLE: '', ADMINS: `${ADMIN},${OPERATOR}`, OPERATORS: '', VIEWERS: '' },
    });
    const first = await one.startBot();
    for (const admin of [ADMIN, OPERATOR]) await eventually('the word', () => written(one, admin).some(isStart));
    await first.stop();
    const second = await one.startBot();
    await letIn(one);
    assert.match(await typed(one, VIEWER, '/clue who-entered'), PLANTED);
    await second.stop();
    await one.startBot();
    await letIn(one);
    for (const admin of [ADMIN, OPERATOR]) assert.equal(written(one, admin).filter(isStart).length, 1);
    assert.equal(written(one, VIEWER).length, 0);

    const talk = one.slack.directMessage(ADMIN).id;
    const [message] = one.slack.messages(talk);
    await one.slack.press({ user: ADMIN, channel: talk, ts: message?.ts ?? '', actionId: 'change-default-role' });
    await eventually('it holds at once', async () =>
      /your role is viewer/.test(await typed(one, VIEWER, '/clue recent')),
    );
    assert.doesNotMatch(await typed(one, VIEWER, '/clue who-entered'), PLANTED);
  });

  it('tells the workspace’s own admins and owners where the configuration names none', async () => {
    const one = await aHouse(rooms, { env: { DEFAULT_ROLE: '', ADMINS: '', OPERATORS: '', VIEWERS: '' } });
    await one.startBot();
    for (const admin of [ADMIN, OPERATOR]) await eventually('the word', () => written(one, admin).some(isStart));
    assert.equal(written(one, VIEWER).length, 0);
  });

  it('tells nobody where the configuration has decided it', async () => {
    const one = await aHouse(rooms, { env: { DEFAULT_ROLE: 'viewer', VIEWERS: '' } });
    await one.startBot();
    await letIn(one);
    await letIn(one);
    assert.equal(written(one, ADMIN).length, 0);
    assert.match(await typed(one, VIEWER, '/clue recent'), /your role is viewer/);
  });
});

describe('user groups', () => {
  it('give their role, and where Slack does not say who is in one the least that could be true counts', async () => {
    const one = await aHouse(rooms, { env: { OPERATORS: 'S0OPS', VIEWERS: '', DEFAULT_ROLE: 'viewer' } });
    one.slack.setUsergroup('S0OPS', [VIEWER]);
    let aheadMs = 0;
    await one.startBot({}, { pace: FAST, now: () => instant(Date.now() + aheadMs) });
    await letIn(one);
    assert.match(await typed(one, VIEWER, '/clue recent'), PLANTED);
    assert.doesNotMatch(await typed(one, OPERATOR, '/clue recent'), PLANTED);
    one.slack.faults.set({ method: 'usergroups.users.list', kind: 'error', error: 'internal_error' });
    assert.match(await typed(one, VIEWER, '/clue recent'), PLANTED, 'what Slack said holds some minutes');
    aheadMs = 301_000;
    assert.doesNotMatch(await typed(one, VIEWER, '/clue recent'), PLANTED);
    one.slack.faults.clear();
    aheadMs += 16_000;
    assert.match(await typed(one, VIEWER, '/clue recent'), PLANTED);
  });
});

describe('oneself', () => {
  it('one sees once an admin has said who one is, and nobody else', async () => {
    const one = await aHouse(rooms);
    await one.startBot();
    await letIn(one);
    one.clue.place(178).append({
      doorId: 181,
      deviceId: 902,
      userId: '55',
      userName: 'Somebody Else',
      eventType: 'DEV_FACE_AUTH_SUCCESS',
    });
    await letIn(one);
    assert.match(await typed(one, ADMIN, `/clue link ${VIEWER} Plant`), /<@U0MINJUN> is Plantagenet/);
    const own = await typed(one, VIEWER, '/clue recent 50');
    assert.match(own, /Plantagenet/);
    assert.doesNotMatch(own, /Somebody Else/);
    assert.match(await typed(one, ADMIN, '/clue link'), /<@U0MINJUN> is Plantagenet/);
    assert.match(await typed(one, ADMIN, `/clue link ${VIEWER} off`), /nobody at the doors any more/);
    assert.doesNotMatch(await typed(one, VIEWER, '/clue recent 50'), PLANTED);
    assert.match(await typed(one, ADMIN, '/clue link @minjun Plant'), /cannot tell who `@minjun` is/);
  });
});

describe('a channel that another company reads', () => {
  it('is told names once an admin allowed it, until its readers change', async () => {
    const one = await aHouse(rooms);
    await one.startBot();
    await letIn(one);
    await typed(one, OPERATOR, '/clue subscribe entries unlocks', NIGHT);
    one.slack.share(NIGHT);
    await letIn(one);
    await eventually('cards without names', () => one.cards(NIGHT).length > 0);
    assert.doesNotMatch(JSON.stringify(one.cards(NIGHT)), PLANTED);
    assert.match(await typed(one, ADMIN, '/clue names', NIGHT), /^🔒/);
    assert.match(await typed(one, ADMIN, '/clue names allow', NIGHT), /^🔓/);
    await eventually('names', () => PLANTED.test(JSON.stringify(one.cards(NIGHT))));
    assert.match(
      one.slack
        .messages(NIGHT)
        .map(({ text }) => text)
        .join('\n'),
      /<@U0HANA> had people named in this channel/,
    );
    assert.match(await opened(one, ADMIN), /<#C0NIGHT>: people are named though another company reads it/);
    // A third company comes in: the word was for those who read it then.
    one.slack.share(NIGHT);
    await eventually('no names', () => !PLANTED.test(JSON.stringify(one.cards(NIGHT))));
    assert.match(await typed(one, ADMIN, '/clue names', NIGHT), /^🔒/);
    await typed(one, ADMIN, '/clue names allow', NIGHT);
    await eventually('names again', () => PLANTED.test(JSON.stringify(one.cards(NIGHT))));
    await opened(one, ADMIN);
    await one.slack.press({ user: ADMIN, on: 'home', actionId: 'forbid-names' });
    await eventually('forbidden', () => !PLANTED.test(JSON.stringify(one.cards(NIGHT))));
    assert.match(await typed(one, ADMIN, '/clue names', ALERTS), /No other company reads this channel/);
  });
});

describe('the audit log', () => {
  it('shows admins who was answered with names, and sends it as a file that Excel opens', async () => {
    const one = await aHouse(rooms);
    const first = await one.startBot();
    await letIn(one);
    await typed(one, OPERATOR, '/clue who-entered today reason:"lost card"');
    await typed(one, VIEWER, '/clue who-entered today');
    await typed(one, OPERATOR, '/clue status');
    const shown = await typed(one, ADMIN, '/clue audit');
    assert.match(shown, /^🗂️ One question.*\n.*<@U0OLIVER> · `\/clue who-entered today` · 1 · lost card/);
    assert.doesNotMatch(shown, PLANTED);
    await first.stop();
    await one.startBot();
    assert.match(await typed(one, ADMIN, '/clue audit'), /One question/);
    assert.match(await typed(one, ADMIN, `/clue audit ${VIEWER}`), /No question/);
    assert.match(await typed(one, ADMIN, '/clue audit what is this'), /I do not know what `what is this` means/);
    assert.match(await typed(one, ADMIN, '/clue audit csv'), /^📎/);
    const [file] = one.slack.files(one.slack.directMessage(ADMIN).id);
    assert.ok(file !== undefined);
    const [head, row, ...rest] = file.content.split('\r\n');
    assert.equal(head, '\uFEFFTime,Asked by,Question,Rows,Looked up,Reason');
    assert.match(row ?? '', /^[^,]+,U0OLIVER,\/clue who-entered today,1,,lost card$/);
    assert.deepEqual(rest, ['']);
    assert.doesNotMatch(seenBy(one, ADMIN).replaceAll('who-entered', ''), PLANTED);
  });

  it('says so where Slack takes no file', async () => {
    const one = await aHouse(rooms);
    await one.startBot();
    await letIn(one);
    await typed(one, OPERATOR, '/clue recent');
    one.slack.faults.set({ method: 'files.getUploadURLExternal', kind: 'error', error: 'missing_scope' });
    assert.match(await typed(one, ADMIN, '/clue audit csv'), /did not take the file: `missing_scope`/);
  });
});

describe('a reason', () => {
  it('is asked for in a form before one person is looked up, and is kept with the question', async () => {
    const one = await aHouse(rooms, { env: { LOOKUP_REASON: 'required' } });
    await one.startBot();
    await letIn(one);
    const question = '/clue rehearse entries person:Plant last 1d';
    const asked = await typed(one, OPERATOR, question);
    assert.match(asked, /Looking somebody up takes a reason here/);
    assert.doesNotMatch(asked, PLANTED);
    const reason = (value: string) => ({ reason: { reason: { type: 'plain_text_input', value } } });
    const blank = await one.slack.submit({ user: OPERATOR, values: reason('  ') });
    assert.match(JSON.stringify(blank.errors), /Please give a reason/);
    await one.slack.submit({ user: OPERATOR, values: reason('lost card') });
    await eventually('the answer', () => /🎭.*Plantagenet/.test(seenBy(one, OPERATOR)));
    assert.match(await typed(one, OPERATOR, `${question} reason:"the same"`), /🎭.*\n.*Plantagenet/);
    assert.match(await typed(one, ADMIN, '/clue audit Plant'), /2 questions.*\n.*· the same\n.*· lost card/);
    assert.match(await typed(one, OPERATOR, '/clue recent'), PLANTED, 'it is about nobody alone');
  });
});

describe('roles on the Home tab', () => {
  const given = (person: string | undefined, group: string | undefined, role: string) => ({
    person: { person: { type: 'users_select', selected_user: person ?? null } },
    group: { group: { type: 'plain_text_input', value: group ?? null } },
    role: { role: { type: 'radio_buttons', selected_option: { value: role } } },
  });

  it('are given to people and user groups, hold at once and over a restart, and are taken back', async () => {
    const one = await aHouse(rooms, { env: { OPERATORS: '', VIEWERS: '' } });
    const first = await one.startBot();
    await letIn(one);
    one.slack.setUsergroup('S0NIGHT', [VIEWER]);
    await opened(one, ADMIN);
    const give = async (values: ReturnType<typeof given>) => {
      await one.slack.press({ user: ADMIN, on: 'home', actionId: 'give-role' });
      await eventually('the form', () => one.slack.modals(ADMIN).length > 0);
      const { errors } = await one.slack.submit({ user: ADMIN, values });
      if (errors !== undefined) await one.slack.closeModal(ADMIN);
      return JSON.stringify(errors ?? {});
    };
    assert.match(await give(given(undefined, undefined, 'viewer')), /choose a person/);
    assert.match(await give(given(OPERATOR, 'S0NIGHT', 'viewer')), /one: a person or a user group/);
    assert.match(await give(given(undefined, 'night', 'viewer')), /no id of a user group/);
    assert.match(await give(given(ADMIN, undefined, 'viewer')), /for another admin to change/);
    assert.match(await typed(one, VIEWER, '/clue recent'), PLANTED);
    assert.equal(await give(given(undefined, 'S0NIGHT', 'viewer')), '{}');
    await eventually('it holds', async () => !PLANTED.test(await typed(one, VIEWER, '/clue recent')));
    assert.match(await opened(one, ADMIN), /<!subteam\^S0NIGHT>: viewer, given by <@U0HANA>/);
    await first.stop();
    await one.startBot();
    assert.doesNotMatch(await typed(one, VIEWER, '/clue recent'), PLANTED);
    await opened(one, ADMIN);
    await one.slack.press({ user: ADMIN, on: 'home', actionId: 'take-role-back' });
    await eventually('it is over', async () => PLANTED.test(await typed(one, VIEWER, '/clue recent')));
  });
});
