import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openChannelSharing } from '../../src/channel-sharing.ts';
import { openZone } from '../../src/door/zone.ts';
import { newChannel, updateChannel } from '../../src/incident/channel.ts';
import { channelId } from '../../src/incident/incident.ts';
import { openAccess } from '../../src/open-access.ts';
import type { Asker } from '../../src/slack/commands/asker.ts';
import type { ChannelSight } from '../../src/slack/commands/ports.ts';
import { openKeeper } from '../../src/store/keeper.ts';
import { MEMBER, SEEN, VIEWER } from '../slack/commands/desk.ts';
import { at } from '../support/rows.ts';

const CHANNEL = channelId('C0NIGHT');
const log = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} };

/** Whether somebody may have names shown in a channel, or to themselves, where Slack says this of the channel. */
async function may(
  asker: Asker,
  to: 'channel' | 'asker',
  sight: ChannelSight = SEEN,
  isAllowed = false,
): Promise<boolean> {
  const now = () => at('09:00:00');
  let state = newChannel(CHANNEL);
  const desk = {
    state: () => state,
    send: async (message: Parameters<typeof updateChannel>[1]) => {
      state = updateChannel(state, message, now(), openZone('Asia/Tokyo')).state;
      return state;
    },
    idle: async () => {},
  };
  const store = await openKeeper({ url: 'memory:', now, log });
  const channels = new Map([[CHANNEL, desk]]);
  const sharing = openChannelSharing({ channels, sight: async () => sight, redraw: async () => {}, now, log });
  const { access } = await openAccess({
    config: { roles: { admins: [], operators: [], viewers: [] }, lookupReason: 'off' },
    store,
    channels: { of: async () => desk },
    sharing,
    people: () => assert.fail('nobody asks Slack'),
    now,
    log,
  });
  if (isAllowed) {
    await sharing.sight(CHANNEL);
    await access.allowNames(CHANNEL, true, 'U9');
  }
  const answer = await access.maySeeNames(asker, to === 'asker' ? { to } : { to, channel: CHANNEL });
  sharing.stop();
  await store.close();
  return answer;
}

const SHARED: ChannelSight = { ...SEEN, isShared: true };

describe('names', () => {
  it('are shown to operators alone, and to a channel by operators alone', async () => {
    assert.equal(await may(MEMBER, 'asker'), true);
    assert.equal(await may(MEMBER, 'channel'), true);
    for (const asker of [VIEWER, { kind: 'guest' }, { kind: 'unknown', why: 'x' }] as const) {
      assert.equal(await may(asker, 'asker'), false);
      assert.equal(await may(asker, 'channel'), false);
    }
  });

  it('are shown in a channel that another company reads where an admin allowed it, and not otherwise', async () => {
    assert.equal(await may(MEMBER, 'channel', SHARED), false);
    assert.equal(await may(MEMBER, 'channel', SHARED, true), true);
    assert.equal(await may(VIEWER, 'channel', SHARED, true), false);
    assert.equal(await may(MEMBER, 'asker', SHARED), true, 'the asker alone reads it');
  });

  it('are shown in no channel of which Slack says nothing', async () => {
    assert.equal(await may(MEMBER, 'channel', { kind: 'not-seen' }), false);
    assert.equal(await may(MEMBER, 'channel', { kind: 'unknown', word: 'timeout' }), false);
  });
});
