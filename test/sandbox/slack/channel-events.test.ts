import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BOT, PEOPLE } from '../../../src/sandbox/slack/people.ts';
import { eventually } from '../../support/eventually.ts';
import { aSlack, connect } from './raw-client.ts';

test('the sandbox tells the bot who comes into its channels, companies too, and tells nothing of others', async (t) => {
  const slack = await aSlack(t);
  const { received } = await connect(slack);
  slack.share('C0GENERAL');
  slack.remove('C0ALERTS');
  slack.invite('C0ALERTS');
  slack.invite('C0ALERTS', PEOPLE.stranger.id);
  slack.share('C0ALERTS');
  slack.share('C0ALERTS', false);
  const events = () =>
    received.filter((one) => one.type === 'events_api').map(({ payload }) => payload.event as Record<string, unknown>);
  await eventually('the events', () => events().length >= 4);
  await slack.type({ user: PEOPLE.admin.id, channel: 'C0ALERTS', text: '/clue help' });
  assert.deepEqual(
    events().map(({ event_ts: _, ...event }) => event),
    [
      { type: 'member_joined_channel', user: BOT.userId, channel: 'C0ALERTS', channel_type: 'C', team: 'T0DOORWATCH' },
      {
        type: 'member_joined_channel',
        user: PEOPLE.stranger.id,
        channel: 'C0ALERTS',
        channel_type: 'C',
        team: PEOPLE.stranger.team_id,
      },
      { type: 'channel_shared', channel: 'C0ALERTS', connected_team_id: 'T0PARTNER' },
      {
        type: 'channel_unshared',
        channel: 'C0ALERTS',
        previously_connected_team_id: 'T0PARTNER',
        is_ext_shared: false,
      },
    ],
  );
});

test('the sandbox says of a channel that it is shared, or offered to another company', async (t) => {
  const slack = await aSlack(t);
  const seen = async () => {
    const { channel } = (await slack.call('conversations.info', { channel: 'C0ALERTS' })).body;
    const { is_ext_shared: shared, is_pending_ext_shared: pending } = channel as Record<string, unknown>;
    return [shared, pending];
  };
  assert.deepEqual(await seen(), [false, false]);
  slack.offerToShare('C0ALERTS');
  assert.deepEqual(await seen(), [false, true]);
  slack.share('C0ALERTS');
  assert.deepEqual(await seen(), [true, false]);
});
