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
    assert.match(unlocked, /<#C0ALERTS>: failures/);
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
