import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openRooms } from '../../src/rooms.ts';
import { MENU } from '../../src/slack/commands/index.ts';
import { ALERTS, type Stage } from '../support/bot.ts';
import { eventually } from '../support/eventually.ts';
import {
  ADMIN,
  aHouse,
  GHOST,
  lastOf,
  letIn,
  NIGHT,
  OPERATOR,
  OUTSIDERS,
  opened,
  PLANTED,
  seenBy,
  typed,
  VIEWER,
} from './people.ts';

const rooms = openRooms();
after(() => rooms.close());

/** Every command as help shows it, and what people try to learn a name by. */
const TYPED: readonly string[] = [
  ...MENU.filter(({ name }) => name !== 'test-alert').flatMap(({ name, examples }) => [`/clue ${name}`, ...examples]),
  '/clue',
  '/clue recent 50 testDoor',
  '/clue who-entered 24h',
  '/clue subscribe failures person:Plant',
  '/clue subscribe failures person:KEY',
  '/clue subscribe entries names:full',
  '/clue rehearse everything',
  '/clue rehearse let-in-after-failures person:Plant',
  '/clue audit Plant',
  '/clue person Plant',
  '/clue failures 24h',
  '/clue inside',
  '/clue count entries per person',
  '/clue door testDoor',
  '/clue export jsonl',
  '/clue link U0MINJUN Plant',
  '/clue nonsense Plant',
];
/** Buttons of the card that stands in the channel. */
const BUTTONS = ['show-rows', 'take-incident', 'release-incident', 'mute-incident', 'dismiss-incident'] as const;

/** A channel in which people are not named. */
const QUIET = 'C0QUIET';

describe('nobody sees a name they may not', () => {
  let one: Stage;
  before(async () => {
    one = await aHouse(rooms);
    await one.startBot();
    await letIn(one, 5);
    await one.untilCards('a card of the burst', (texts) => texts.some((text) => /🚨|5 authentication/.test(text)));
  });

  const card = (action: string) => {
    const found = one.cards().find(({ blocks }) => JSON.stringify(blocks ?? []).includes(`"${action}"`));
    assert.ok(found !== undefined, action);
    return found;
  };
  const pressed = async (user: string, actionId: string): Promise<void> => {
    const run = await one.slack.press({ user, channel: ALERTS, ts: card(actionId).ts, actionId });
    assert.equal(run.failure, undefined);
  };

  it('a viewer, by any command', async () => {
    for (const text of TYPED) assert.doesNotMatch(await typed(one, VIEWER, text), PLANTED, text);
    assert.doesNotMatch(seenBy(one, VIEWER), PLANTED);
    assert.match(await typed(one, VIEWER, '/clue who-entered'), /1 entry\n(.*\n)*.*your role is viewer/);
    assert.match(await typed(one, VIEWER, '/clue recent'), /somebody/);
  });

  it('a viewer, by any button, modal and form', async () => {
    await pressed(VIEWER, 'show-rows');
    await eventually('the rows', () => /rows of testDoor/.test(seenBy(one, VIEWER)));
    await pressed(VIEWER, 'take-incident');
    await eventually('taken', () => /release-incident/.test(JSON.stringify(one.cards())));
    await pressed(VIEWER, 'release-incident');
    for (const action of ['mute-incident', 'dismiss-incident']) {
      await pressed(VIEWER, action);
      await eventually('the modal', () => one.slack.modals(VIEWER).length > 0);
      assert.doesNotMatch(seenBy(one, VIEWER), PLANTED);
      await one.slack.closeModal(VIEWER);
    }
    await typed(one, VIEWER, '/clue subscribe', NIGHT);
    await eventually('the form', () => one.slack.modals(VIEWER).length > 0);
    assert.match(seenBy(one, VIEWER), /testDoor/);
    assert.doesNotMatch(seenBy(one, VIEWER), PLANTED);
    await one.slack.closeModal(VIEWER);
  });

  it('a viewer, by the buttons under an answer, in a file, and by the shortcut of a card', async () => {
    for (const actionId of ['ask-csv', 'ask-failures', 'ask-older', 'ask-share']) {
      const run = await one.slack.type({ user: VIEWER, channel: ALERTS, text: '/clue who-entered' });
      await lastOf(run);
      const { ts } = run.visible.at(-1) ?? assert.fail('no answer');
      await lastOf(await one.slack.press({ user: VIEWER, channel: ALERTS, ts, actionId }));
    }
    const { ts } = card('show-rows');
    const picked = await one.slack.pick({ user: VIEWER, channel: ALERTS, ts, shortcut: 'what-happened-then' });
    assert.match(await lastOf(picked), /testDoor, /);
    assert.doesNotMatch(seenBy(one, VIEWER), PLANTED);
    assert.ok(one.slack.files(one.slack.directMessage(VIEWER).id).length > 0, 'there is a file to look into');
  });

  it('a viewer, by what another has subscribed: neither in the list nor in its form', async () => {
    assert.match(await typed(one, OPERATOR, '/clue subscribe failures person:Plant', NIGHT), PLANTED);
    const run = await one.slack.type({ user: VIEWER, channel: NIGHT, text: '/clue subscriptions' });
    assert.match(await lastOf(run), /1 person/);
    const list = one.slack.ephemerals({ user: VIEWER, channel: NIGHT }).at(-1);
    assert.ok(list !== undefined);
    await one.slack.press({ user: VIEWER, channel: NIGHT, ts: list.ts, actionId: 'change-wish' });
    await eventually('the form', () => one.slack.modals(VIEWER).length > 0);
    const form = JSON.stringify(one.slack.modals(VIEWER).map(({ shown }) => shown));
    // What is picked is carried along by the customer's key, which Slack does not show.
    assert.doesNotMatch(form.replaceAll('"value":"KEY98765"', ''), PLANTED);
    await one.slack.closeModal(VIEWER);
    await typed(one, OPERATOR, '/clue unsubscribe all', NIGHT);
  });

  it('a channel, because a viewer has it hear them', async () => {
    await typed(one, VIEWER, '/clue subscribe everything names:full after:1', NIGHT);
    await letIn(one, 5);
    await eventually('its card', () => one.cards(NIGHT).length > 0);
    await letIn(one);
    assert.match(JSON.stringify(one.cards(NIGHT)), /somebody/);
    assert.doesNotMatch(JSON.stringify(one.cards(NIGHT)), PLANTED);
  });

  it('a channel, because a viewer takes away what keeps people from being named', async () => {
    one.slack.addChannel({ id: QUIET, name: 'quiet', members: [OPERATOR, VIEWER] });
    await typed(one, OPERATOR, '/clue subscribe failures after:1 names:none', QUIET);
    await typed(one, OPERATOR, '/clue subscribe entries', QUIET);
    assert.match(await typed(one, VIEWER, '/clue unsubscribe failures', QUIET), /An operator can remove it/);
    assert.match(await typed(one, OPERATOR, '/clue subscriptions', QUIET), /no names/);
    assert.match(await typed(one, VIEWER, '/clue unsubscribe entries', QUIET), /no longer hears|removed|Every entry/i);
  });

  it('a viewer, on the Home tab', async () => {
    const home = await opened(one, VIEWER);
    assert.match(home, /testDoor/);
    assert.match(home, /Your role: viewer/);
    assert.doesNotMatch(home, PLANTED);
    assert.doesNotMatch(home, /Who may ask/);
  });

  for (const user of OUTSIDERS) {
    it(`${user}, who is no full member of the company, gets a polite sentence and nothing else`, async () => {
      for (const text of TYPED) {
        const answer = await typed(one, user, text);
        assert.match(answer, /^🙏 [^\n]*$/, text);
        assert.doesNotMatch(answer, /Plant|testDoor|Shibuya/, text);
      }
      for (const action of BUTTONS) {
        if (action === 'release-incident') continue;
        const before = one.slack.ephemerals({ user }).length;
        await pressed(user, action);
        await eventually('the refusal', () => one.slack.ephemerals({ user }).length > before);
      }
      assert.equal(one.slack.modals(user).length, 0);
      assert.doesNotMatch(await opened(one, user), /testDoor|Shibuya/);
      assert.doesNotMatch(seenBy(one, user), /Plantagenet|KEY98765|testDoor|Shibuya/);
    });
  }

  it('somebody of whom Slack says nothing gets a polite sentence and nothing else', async () => {
    const end = one.slack.faults.set({ method: 'users.info', kind: 'error', error: 'internal_error' });
    for (const text of TYPED) assert.match(await typed(one, GHOST, text), /^🙏 [^\n]*$/, text);
    await pressed(GHOST, 'show-rows');
    await eventually('the refusal', () => one.slack.ephemerals({ user: GHOST }).length > TYPED.length);
    assert.doesNotMatch(await opened(one, GHOST), /testDoor|Shibuya/);
    assert.doesNotMatch(seenBy(one, GHOST), /Plantagenet|KEY98765|testDoor|Shibuya/);
    end();
  });

  it('but operators and admins see names, so that the others are not spared them by chance', async () => {
    for (const user of [OPERATOR, ADMIN]) {
      for (const text of ['/clue recent', '/clue who-entered', '/clue rehearse everything']) {
        assert.match(await typed(one, user, text), PLANTED, text);
      }
      await pressed(user, 'show-rows');
      await eventually('the rows', () => /rows of testDoor.*Plantagenet/.test(seenBy(one, user)));
      assert.match(await opened(one, user), PLANTED);
    }
  });

  it('what is for admins, no operator and no viewer gets', async () => {
    for (const text of ['/clue audit', '/clue audit csv', '/clue link', '/clue names allow', '/clue login']) {
      for (const user of [OPERATOR, VIEWER]) assert.match(await typed(one, user, text), /^🙏 .*admins only/, text);
    }
  });

  it('a modal and a button that were there before a role was taken away do nothing any more', async () => {
    const press = (user: string, actionId: string, value?: string) =>
      one.slack.press({ user, on: 'home', actionId, ...(value !== undefined && { value }) });
    const give = async (role: string): Promise<void> => {
      await opened(one, ADMIN);
      await press(ADMIN, 'give-role');
      await eventually('the form', () => one.slack.modals(ADMIN).length > 0);
      await one.slack.submit({
        user: ADMIN,
        values: {
          person: { person: { type: 'users_select', selected_user: OPERATOR } },
          role: { role: { type: 'radio_buttons', selected_option: { value: role } } },
        },
      });
    };
    await give('admin');
    await eventually('the new admin’s tab', async () => /Who may ask/.test(await opened(one, OPERATOR)));
    await press(OPERATOR, 'give-role');
    await eventually('the form', () => one.slack.modals(OPERATOR).length > 0);
    await give('operator');
    await eventually('the role is back', async () =>
      /audit[^"]*admins only|🙏/.test(await typed(one, OPERATOR, '/clue audit')),
    );
    await one.slack.submit({
      user: OPERATOR,
      values: {
        person: { person: { type: 'users_select', selected_user: VIEWER } },
        role: { role: { type: 'radio_buttons', selected_option: { value: 'admin' } } },
      },
    });
    await eventually('the refusal', () =>
      /admins only/.test(JSON.stringify(one.slack.messages(one.slack.directMessage(OPERATOR).id))),
    );
    assert.match(await typed(one, VIEWER, '/clue audit'), /admins only/);
  });
});
