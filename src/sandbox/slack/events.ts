import { type JsonObject, textOf } from './json.ts';
import { BOT, type Channel, PARTNER_TEAM, TEAM } from './people.ts';
import type { Envelope, Sockets } from './sockets.ts';
import type { Workspace } from './workspace.ts';

/** An event as it travels over a socket. */
export function eventEnvelope(event: JsonObject, isShared = false): Envelope {
  const ts = textOf(event.event_ts) ?? '0';
  return {
    type: 'events_api',
    accepts_response_payload: false,
    payload: {
      token: 'sandbox',
      team_id: TEAM.id,
      api_app_id: BOT.appId,
      event,
      type: 'event_callback',
      event_id: `Ev${ts.replace('.', '')}`,
      event_time: Math.floor(Number(ts)),
      authorizations: [
        { enterprise_id: null, team_id: TEAM.id, user_id: BOT.userId, is_bot: true, is_enterprise_install: false },
      ],
      is_ext_shared_channel: isShared,
    },
  };
}

/** What Slack tells a bot of the channels it is in. Nobody waits for it, and what no socket takes is lost. */
export type ChannelEvents = {
  readonly joined: (channel: string, user: string) => void;
  readonly shared: (channel: string) => void;
  readonly unshared: (channel: string) => void;
};

/** Tells the bot what happens to its channels. */
export function createChannelEvents({
  workspace,
  sockets,
}: {
  readonly workspace: Pick<Workspace, 'channel' | 'user' | 'nextTs'>;
  readonly sockets: Pick<Sockets, 'deliver'>;
}): ChannelEvents {
  const tell = (id: string, eventOf: (channel: Channel) => JsonObject): void => {
    const channel = workspace.channel(id);
    if (channel === undefined || !channel.is_member || channel.is_im) return;
    const event = { ...eventOf(channel), channel: id, event_ts: workspace.nextTs() };
    void sockets.deliver(eventEnvelope(event, channel.is_ext_shared));
  };
  return {
    joined: (channel, user) =>
      tell(channel, ({ is_private: isPrivate }) => ({
        type: 'member_joined_channel',
        user,
        channel_type: isPrivate ? 'G' : 'C',
        team: workspace.user(user)?.team_id ?? TEAM.id,
      })),
    shared: (channel) => tell(channel, () => ({ type: 'channel_shared', connected_team_id: PARTNER_TEAM })),
    unshared: (channel) =>
      tell(channel, ({ is_ext_shared: isShared }) => ({
        type: 'channel_unshared',
        previously_connected_team_id: PARTNER_TEAM,
        is_ext_shared: isShared,
      })),
  };
}
