import type { App } from '@slack/bolt';
import { type ChannelId, channelId } from '../incident/incident.ts';

/** What Slack tells of a channel by itself. */
export type ChannelNews = {
  readonly kind: /** The bot came into it: what was known of it is old. */
    | 'joined'
    /** Another company came into it. */
    | 'shared'
    /** A company left it; others may still be there. */
    | 'unshared';
  readonly channel: ChannelId;
};

/** Hears of channels that the bot comes into, and of other companies that come and go. */
export function hearChannels(app: App, botUserId: string, heard: (news: ChannelNews) => void): void {
  app.event('member_joined_channel', async ({ event }) => {
    if (event.user === botUserId) heard({ kind: 'joined', channel: channelId(event.channel) });
  });
  app.event('channel_shared', async ({ event }) => heard({ kind: 'shared', channel: channelId(event.channel) }));
  app.event('channel_unshared', async ({ event }) => heard({ kind: 'unshared', channel: channelId(event.channel) }));
}
