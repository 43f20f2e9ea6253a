import { type JsonObject, textOf, yes } from '../json.ts';
import type { Message } from '../message.ts';
import { BOT, type Channel } from '../people.ts';
import { family, readable } from './channel-access.ts';
import { drawnChannel, drawnMessage } from './drawn.ts';
import { answer, lacking, type Method, type Office, type Reply, refuse } from './method.ts';
import { pageOf } from './page.ts';

const TS = /^\d+(\.\d{1,6})?$/;

const history: Method = {
  name: 'conversations.history',
  token: 'bot',
  tier: 'tier3',
  run: (args, office) => {
    const found = readable(args, office, 'history');
    if (!found.ok) return found;
    const span = spanOf(args);
    if (!span.ok) return span;
    const shown = office.workspace
      .all(found.channel.id)
      .filter((one) => one.thread_ts === undefined || one.thread_ts === one.ts || one.subtype === 'thread_broadcast')
      .filter(span.holds);
    const page = pageOf(shown.reverse(), args, { usual: 100, most: 999 });
    if (!page.ok) return page;
    return answer({ ...drawn(page.items, args, office, page.next), pin_count: 0 });
  },
};

const replies: Method = {
  name: 'conversations.replies',
  token: 'bot',
  tier: 'tier3',
  run: (args, office) => {
    const found = readable(args, office, 'history');
    if (!found.ok) return found;
    const span = spanOf(args);
    if (!span.ok) return span;
    const all = office.workspace.all(found.channel.id);
    const named = all.find((message) => message.ts === textOf(args.ts));
    if (named === undefined) return refuse('thread_not_found');
    const rootTs = named.thread_ts ?? named.ts;
    const thread = all.filter((one) => one.ts === rootTs || (one.thread_ts === rootTs && span.holds(one)));
    const page = pageOf(thread, args, { usual: 1000, most: 1000 });
    return page.ok ? answer(drawn(page.items, args, office, page.next)) : page;
  },
};

const info: Method = {
  name: 'conversations.info',
  token: 'bot',
  tier: 'tier3',
  run: (args, office) => {
    const found = readable(args, office, 'read');
    return found.ok ? answer({ channel: drawnChannel(found.channel) }) : found;
  },
};

const members: Method = {
  name: 'conversations.members',
  token: 'bot',
  tier: 'tier4',
  run: (args, office) => {
    const found = readable(args, office, 'read');
    if (!found.ok) return found;
    const inIt = [...found.channel.members, ...(found.channel.is_member ? [BOT.userId] : [])];
    const page = pageOf(inIt, args, { usual: 100, most: 1000 });
    return page.ok ? answer({ members: page.items, response_metadata: { next_cursor: page.next } }) : page;
  },
};

const list: Method = {
  name: 'conversations.list',
  token: 'bot',
  tier: 'tier2',
  run: (args, office) => listed(args, office, (channel) => !channel.is_private || channel.is_member),
};

/** Beside conversations.list, for what one user is in. */
export const usersConversations: Method = {
  name: 'users.conversations',
  token: 'bot',
  tier: 'tier3',
  run: (args, office) => {
    const user = textOf(args.user) ?? BOT.userId;
    if (office.workspace.user(user) === undefined) return refuse('user_not_found');
    return listed(args, office, (channel) =>
      user === BOT.userId
        ? channel.is_member
        : channel.members.includes(user) && (!channel.is_private || channel.is_member),
    );
  },
};

const open: Method = {
  name: 'conversations.open',
  token: 'bot',
  tier: 'tier3',
  run: (args, office) => {
    const known = textOf(args.channel);
    const users = (textOf(args.users) ?? '').split(',').filter((id) => id !== '');
    if (known === undefined && users.length === 0) return refuse('users_list_not_supplied');
    const refusal = lacking(office, users.length > 1 ? 'mpim:write' : 'im:write');
    if (refusal !== undefined) return refusal;
    const user = known === undefined ? users[0] : office.workspace.channel(known)?.members[0];
    if (user === undefined) return refuse('channel_not_found');
    if (office.workspace.user(user) === undefined) return refuse('user_not_found');
    if (user === BOT.userId) return refuse('cannot_dm_bot');
    const channel = office.workspace.directMessage(user);
    return answer({ channel: yes(args.return_im) ? drawnChannel(channel) : { id: channel.id } });
  },
};

export const CONVERSATIONS: readonly Method[] = [history, replies, info, members, list, usersConversations, open];

function drawn(items: readonly Message[], args: JsonObject, office: Office, next: string): JsonObject {
  const withMetadata = yes(args.include_all_metadata);
  return {
    messages: items.map((message) => drawnMessage(message, office.workspace, withMetadata)),
    has_more: next !== '',
    response_metadata: { next_cursor: next },
  };
}

type Span = { readonly ok: true; readonly holds: (message: Message) => boolean };

/** `oldest` and `latest`, which count only where `inclusive` says so. */
function spanOf(args: JsonObject): Span | Extract<Reply, { ok: false }> {
  const oldest = textOf(args.oldest);
  const latest = textOf(args.latest);
  if (oldest !== undefined && !TS.test(oldest)) return refuse('invalid_ts_oldest');
  if (latest !== undefined && latest !== 'now' && !TS.test(latest)) return refuse('invalid_ts_latest');
  const from = oldest === undefined ? -1 : micros(oldest);
  const to = latest === undefined || latest === 'now' ? Infinity : micros(latest);
  const edge = yes(args.inclusive) ? 0 : 1;
  return {
    ok: true,
    holds: (message) => micros(message.ts) >= from + edge && micros(message.ts) <= to - edge,
  };
}

function micros(ts: string): number {
  const [seconds = '0', places = ''] = ts.split('.');
  return Number(seconds) * 1e6 + Number(places.padEnd(6, '0'));
}

const KINDS = ['public_channel', 'private_channel', 'im', 'mpim'];
const KIND_OF = { channels: 'public_channel', groups: 'private_channel', im: 'im' } as const;
const SCOPE_OF: Readonly<Record<string, string>> = {
  public_channel: 'channels:read',
  private_channel: 'groups:read',
  im: 'im:read',
  mpim: 'mpim:read',
};

function listed(args: JsonObject, office: Office, holds: (channel: Channel) => boolean): Reply {
  const types = (textOf(args.types) ?? 'public_channel').split(',').map((type) => type.trim());
  for (const type of types) {
    if (!KINDS.includes(type)) return refuse('invalid_types');
    const refusal = lacking(office, SCOPE_OF[type] ?? type);
    if (refusal !== undefined) return refusal;
  }
  const shown = office.workspace
    .channels()
    .filter((channel) => types.includes(KIND_OF[family(channel)]) && holds(channel))
    .filter((channel) => !yes(args.exclude_archived) || !channel.is_archived);
  const page = pageOf(shown, args, { usual: 100, most: 999 });
  if (!page.ok) return page;
  return answer({ channels: page.items.map(drawnChannel), response_metadata: { next_cursor: page.next } });
}
