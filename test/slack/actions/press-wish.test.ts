import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instant } from '../../../src/door/ids.ts';
import { openGatherings } from '../../../src/incident/channel.ts';
import type { Mute } from '../../../src/incident/mute.ts';
import { pressWish, type WishPress } from '../../../src/slack/actions/press-wish.ts';
import { CHANGE_WISH, END_MUTE, REMOVE_WISH, wishButtonValue } from '../../../src/slack/messages/wishes/buttons.ts';
import { ALERTS, aDesk, MEMBER, NOW, OFFICE, type PortsChange, ports } from '../commands/desk.ts';

const mute: Mute = {
  id: 'm1',
  topic: 'unlocks',
  severity: 'notable',
  since: NOW,
  until: instant(NOW + 3_600_000),
  by: 'U2',
};

const press = async (change: Partial<WishPress> & { readonly id?: string }, given: PortsChange) => {
  const { id = 'm1', ...rest } = change;
  const pressed = { action: END_MUTE, value: wishButtonValue({ channel: ALERTS, id }), asker: MEMBER, trigger: '1.1' };
  return await pressWish({ ...pressed, ...rest }, ports({ places: [OFFICE], ...given }), NOW);
};

describe('a button beside what a channel wishes for', () => {
  it('ends a mute, which confesses at once, and says who ended it', async () => {
    const desk = aDesk();
    await desk.send({ kind: 'mute', mute });
    const said: string[] = [];
    const say = ({ text }: { readonly text: string }): undefined => void said.push(text);
    const answer = await press({}, { channels: { desk, say } });
    assert.doesNotMatch(answer?.text ?? '', /Muted/);
    assert.deepEqual(said, ['🔔 <@U1> ended the mute of every unlock.']);
    assert.deepEqual(
      openGatherings(desk.state()).map(({ facts }) => facts.tellAt),
      [NOW],
    );
    assert.deepEqual(
      openGatherings(desk.state()).map(({ facts }) => facts.confesses?.endedBy),
      ['U1'],
      'its summary says who ended it',
    );
    assert.match((await press({}, { channels: { desk, say } }))?.text ?? '', /^This is not there any more/);
    assert.equal(said.length, 1);
  });

  it('says so where what it is about is gone', async () => {
    for (const action of [CHANGE_WISH, REMOVE_WISH]) {
      assert.match((await press({ action, id: 's9zz9' }, {}))?.text ?? '', /^This is not there any more/, action);
    }
  });

  it('opens the form and says nothing, or says how to type it where Slack opens none', async () => {
    const subscriptions = [{ channel: ALERTS, id: 'usual', topics: ['unlocks'] }] as const;
    const channels = { desk: aDesk({ subscriptions }) };
    const titles: string[] = [];
    const opens: PortsChange['opens'] = ({ title }) => titles.push(title.text) > 0;
    assert.equal(await press({ action: CHANGE_WISH, id: 'usual' }, { channels, opens }), undefined);
    assert.deepEqual(titles, ['Change what to hear']);
    const closed = await press({ action: CHANGE_WISH, id: 'usual' }, { channels, opens: () => false });
    assert.match(closed?.text ?? '', /^⚠️ Slack did not open the form/);
  });

  it('answers politely to guests, and to what no version of the bot wrote', async () => {
    const desk = aDesk({ mutes: [mute] });
    assert.match((await press({ asker: { kind: 'guest' } }, { channels: { desk } }))?.text ?? '', /^🙏/);
    for (const value of ['', 'nonsense', '{}', '[1,2]']) {
      assert.doesNotMatch((await press({ value }, { channels: { desk } }))?.text ?? '🤷', /🤷|Muted/, value);
    }
    assert.deepEqual(desk.state().mutes, [mute]);
  });
});
