import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { openChannelSharing } from '../../src/channel-sharing.ts';
import { instant } from '../../src/door/ids.ts';
import { openZone } from '../../src/door/zone.ts';
import { type ChannelMessage, newChannel, updateChannel } from '../../src/incident/channel.ts';
import { channelId } from '../../src/incident/incident.ts';
import { openRooms } from '../../src/rooms.ts';
import { eventually } from '../support/eventually.ts';
import { ADMIN, aHouse, letIn, NIGHT, OPERATOR, PLANTED, typed } from './people.ts';

const rooms = openRooms();
after(() => rooms.close());

describe('an admin’s word that people are named in a shared channel', () => {
  it('is for nobody who came in while the bot was down', async () => {
    const one = await aHouse(rooms);
    const first = await one.startBot();
    await letIn(one);
    await typed(one, OPERATOR, '/clue subscribe entries unlocks', NIGHT);
    one.slack.share(NIGHT);
    await letIn(one);
    await eventually('cards', () => one.cards(NIGHT).length > 0);
    await typed(one, ADMIN, '/clue names allow', NIGHT);
    const cards = (): string => JSON.stringify(one.cards(NIGHT));
    await eventually('names', () => PLANTED.test(cards()));
    await first.stop();
    one.slack.share(NIGHT);
    await one.startBot();
    await eventually('no names', () => !PLANTED.test(cards()));
    await letIn(one);
    assert.doesNotMatch(cards(), PLANTED);
    assert.match(await typed(one, ADMIN, '/clue names', NIGHT), /^🔒/);
    assert.match(await typed(one, ADMIN, '/clue names allow', NIGHT), /^🔓/);
    await eventually('names again', () => PLANTED.test(cards()));
  });

  it('is for nobody who comes in while it is saved', async () => {
    const channel = channelId('C1');
    const zone = openZone('Asia/Tokyo');
    const now = () => instant(1_000_000_000_000);
    const saving = Promise.withResolvers<void>();
    let state = newChannel(channel);
    const desk = {
      state: () => state,
      send: async (message: ChannelMessage) => {
        if (message.kind === 'names-allowed' && message.allowed) await saving.promise;
        ({ state } = updateChannel(state, message, now(), zone));
        return state;
      },
      idle: async () => {},
    };
    const sharing = openChannelSharing({
      channels: new Map([[channel, desk]]),
      sight: async () => ({ kind: 'seen', isMember: true, isArchived: false, isShared: true }),
      redraw: async () => {},
      now,
      log: { info: () => {}, warn: () => {} },
    });
    try {
      await sharing.sight(channel);
      const allowed = sharing.allow(channel, true, ADMIN);
      sharing.heard({ kind: 'shared', channel });
      saving.resolve();
      await allowed;
      assert.equal(sharing.mayName(channel), false);
      assert.equal(state.sharing?.allowed, undefined);
      await sharing.allow(channel, true, ADMIN);
      assert.equal(sharing.mayName(channel), true);
    } finally {
      sharing.stop();
    }
  });
});
