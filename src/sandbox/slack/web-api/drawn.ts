import { valuesOf } from '../element-state.ts';
import { type JsonObject, objectsOf } from '../json.ts';
import type { Message, View } from '../message.ts';
import { BOT, type Channel, TEAM, type User } from '../people.ts';
import type { Workspace } from '../workspace.ts';

/** A message as the Web API gives it; its metadata only where it was asked for. */
export function drawnMessage(message: Message, workspace: Workspace, withMetadata: boolean): JsonObject {
  const replies = message.thread_ts === message.ts ? workspace.replies(message.channel, message.ts) : undefined;
  const { channel: _channel, metadata, ...said } = message;
  return {
    type: 'message',
    ...said,
    team: TEAM.id,
    ...(message.bot_id === undefined ? {} : { app_id: BOT.appId }),
    ...(withMetadata && metadata !== undefined ? { metadata } : {}),
    ...(replies === undefined
      ? {}
      : {
          reply_count: replies.length,
          reply_users: [...new Set(replies.map((reply) => reply.user))],
          latest_reply: replies.at(-1)?.ts,
        }),
  };
}

/** A channel as conversations.info gives it. */
export function drawnChannel(channel: Channel): JsonObject {
  if (channel.is_im) {
    return { id: channel.id, is_im: true, user: channel.members[0], created: channel.created, is_archived: false };
  }
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: !channel.is_private,
    is_group: channel.is_private,
    is_im: false,
    is_mpim: false,
    is_private: channel.is_private,
    is_archived: channel.is_archived,
    is_general: channel.name === 'general',
    is_shared: channel.is_ext_shared,
    is_ext_shared: channel.is_ext_shared,
    is_pending_ext_shared: channel.is_pending_ext_shared === true,
    is_org_shared: false,
    is_member: channel.is_member,
    created: channel.created,
    context_team_id: TEAM.id,
    num_members: channel.members.length + (channel.is_member ? 1 : 0),
  };
}

/** A user as users.info gives them: the zone's offset is that of the moment, in seconds. */
export function drawnUser(user: User, now: number, withLocale: boolean): JsonObject {
  const { locale, ...known } = user;
  return {
    ...known,
    tz_label: zonePart(user.tz, now, 'long'),
    tz_offset: offsetSeconds(user.tz, now),
    profile: { real_name: user.real_name, display_name: user.name, team: user.team_id },
    is_primary_owner: false,
    is_app_user: false,
    ...(user.team_id === TEAM.id ? {} : { is_stranger: true }),
    ...(withLocale ? { locale } : {}),
  };
}

/** A view as the Web API and the interaction payloads give it. */
export function drawnView(view: View): JsonObject {
  return {
    submit: null,
    close: null,
    private_metadata: '',
    callback_id: '',
    clear_on_close: false,
    notify_on_close: false,
    ...view.shown,
    id: view.id,
    team_id: TEAM.id,
    type: view.type,
    hash: view.hash,
    external_id: view.external_id,
    app_id: BOT.appId,
    bot_id: BOT.botId,
    root_view_id: view.id,
    previous_view_id: null,
    state: { values: valuesOf(objectsOf(view.shown.blocks), view.held ?? {}) },
  };
}

function zonePart(timeZone: string, at: number, timeZoneName: 'long' | 'longOffset'): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}

function offsetSeconds(timeZone: string, at: number): number {
  const found = /GMT([+-])(\d{2}):(\d{2})/.exec(zonePart(timeZone, at, 'longOffset'));
  if (found === null) return 0;
  const seconds = Number(found[2]) * 3600 + Number(found[3]) * 60;
  return found[1] === '-' ? -seconds : seconds;
}
