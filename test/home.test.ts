import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { openRooms } from '../src/rooms.ts';
import { ALERTS, type Stage, stage } from './support/bot.ts';
import { eventually } from './support/eventually.ts';

const rooms = openRooms();
after(() => rooms.close());

const ANNA = 'U0ANNA';

/** A stage with somebody who reads English, in the alerts channel. */
async function aStage(): Promise<Stage> {
  const one = rooms.add(await stage(), (it) => it.end());
  one.slack.addUser({ id: ANNA, locale: 'en-GB' });
  one.slack.invite(ALERTS, ANNA);
  return one;
}
const homeOf = ({ slack }: Stage, user = ANNA): string => JSON.stringify(slack.home(user)?.shown ?? {});
const row = { doorId: 181, deviceId: 902 };

/** What the person's Home tab says, once it says it. */
async function opened(one: Stage, what: RegExp, user = ANNA): Promise<string> {
  await eventually(`a Home tab with ${what}`, async () => {
    await one.slack.openHome(user);
    return what.test(homeOf(one, user));
  });
  return homeOf(one, user);
}

describe('the Home tab', { concurrency: true }, () => {
  it('shows the doors as they are, what goes on, and what is heard where', async () => {
    const one = await aStage();
    const place = one.clue.place(178);
    place.append({
      ...row,
      eventType: 'DEV_FACE_AUTH_SUCCESS',
      doorName: 'Front door',
      userId: '1',
      userName: 'EBISU',
    });
    place.append({ ...row, eventType: 'DEV_DOOR_RELAY_ON' });
    await one.startBot();
    const unlocked = await opened(one, /🔓 \*Front door\* · unlocked/);
    assert.match(unlocked, /The bot watches 1 door at 1 place/);
    assert.match(unlocked, /<#C0ALERTS>: Every failure, who was let in after failures and every unlock\./);
    place.append({ ...row, eventType: 'DEV_DOOR_RELAY_OFF' });
    for (let count = 0; count < 3; count += 1) place.append({ ...row, eventType: 'DEV_FACE_AUTH_FAIL' });
    const later = await opened(one, /3 authentication failures at Front door/);
    assert.match(later, /🔒 \*Front door\* · locked · last: authentication failed \(face\)/);
  });

  it('lets somebody take what goes on, and shows at once who has it', async () => {
    const one = await aStage();
    await one.startBot();
    await opened(one, /The bot watches/);
    for (let count = 0; count < 5; count += 1) one.clue.place(178).append({ ...row, eventType: 'DEV_FACE_AUTH_FAIL' });
    await opened(one, /5 authentication failures.*take-incident/);
    await one.slack.press({ user: ANNA, on: 'home', actionId: 'take-incident' });
    await eventually('the tab shows it', () => /release-incident/.test(homeOf(one)));
    await one.untilCards('the card shows it', (texts) => texts.some((text) => text.includes(`<@${ANNA}>`)));
  });

  it('has every button of a card, and each works there: mute it says where, and the tab shows it', async () => {
    const one = await aStage();
    one.slack.addUser({ id: 'U0ELSE', locale: 'en-US' });
    await one.startBot();
    await opened(one, /The bot watches/);
    for (let count = 0; count < 5; count += 1) one.clue.place(178).append({ ...row, eventType: 'DEV_FACE_AUTH_FAIL' });
    const home = await opened(one, /5 authentication failures/);
    for (const id of ['show-rows', 'take-incident', 'mute-incident', 'dismiss-incident']) {
      assert.ok(home.includes(`"action_id":"${id}"`), id);
    }
    assert.doesNotMatch(
      await opened(one, /5 authentication failures/, 'U0ELSE'),
      /mute-incident/,
      'not in the channel',
    );

    await one.slack.press({ user: ANNA, on: 'home', actionId: 'show-rows' });
    const written = (): string => JSON.stringify(one.slack.messages(one.slack.directMessage(ANNA).id));
    await eventually('the rows, to her alone', () => /5 rows/.test(written()));

    await one.slack.press({ user: ANNA, on: 'home', actionId: 'mute-incident' });
    await eventually('the modal', () => one.slack.modals(ANNA).length === 1);
    assert.match(JSON.stringify(one.slack.modals(ANNA)[0]?.shown), /In which channel\?.*#door-alerts/);
    await one.slack.submit({ user: ANNA });
    await eventually('the line in the channel', () =>
      one.slack.messages(ALERTS).some(({ text }) => text.startsWith(`🔇 <@${ANNA}> muted authentication failures at`)),
    );
    await eventually('the mute on the tab', () =>
      /<#C0ALERTS>: authentication failures at door 181 until .*, nothing hidden so far/.test(homeOf(one)),
    );

    await one.slack.press({ user: ANNA, on: 'home', actionId: 'dismiss-incident' });
    await eventually('the question', () => one.slack.modals(ANNA).length === 1);
    const test = { selected_option: { value: 'test', text: { type: 'plain_text', text: 'A test' } } };
    await one.slack.submit({ user: ANNA, values: { why: { why: test } } });
    await eventually('the answer on the tab', () => /reinstate-incident/.test(homeOf(one)));
    await one.slack.press({ user: ANNA, on: 'home', actionId: 'reinstate-incident' });
    await eventually('taken back', () => !/reinstate-incident/.test(homeOf(one)));
  });

  it('is fresh within five seconds, also where Slack is slow to say which channels somebody is in', async () => {
    const one = await aStage();
    await one.startBot();
    one.slack.faults.set({ method: 'users.conversations', kind: 'hang', ms: 3_500, times: 1 });
    const from = performance.now();
    await one.slack.openHome(ANNA);
    await eventually('the tab', () => /The bot watches/.test(homeOf(one)));
    assert.ok(performance.now() - from < 3_000);
    await eventually('what is heard where', () => /<#C0ALERTS>: Every failure/.test(homeOf(one)));
  });

  it('knows what a door said before a restart', async () => {
    const one = await aStage();
    one.clue.place(178).append({ ...row, eventType: 'DEV_DOOR_RELAY_OFF', doorName: 'Front door' });
    const first = await one.startBot();
    await opened(one, /Front door/);
    await first.stop();
    await one.startBot();
    assert.match(await opened(one, /Front door/), /🔒 \*Front door\* · locked/);
  });

  it('shows nothing of the doors to a guest', async () => {
    const one = await aStage();
    one.slack.addUser({ id: 'U0GUEST', is_restricted: true });
    one.clue.place(178).append({ ...row, eventType: 'DEV_DOOR_RELAY_OFF', doorName: 'Front door' });
    await one.startBot();
    await opened(one, /Front door/);
    const home = await opened(one, /このワークスペースのメンバー|members of this workspace alone/, 'U0GUEST');
    assert.doesNotMatch(home, /Front door|178|Shibuya/);
  });

  it('tells of no channel that the person is not in', async () => {
    const one = await aStage();
    one.slack.addUser({ id: 'U0ELSE', locale: 'en-US' });
    await one.startBot();
    assert.doesNotMatch(await opened(one, /The bot watches/, 'U0ELSE'), /C0ALERTS/);
  });
});
