import { type JsonObject, textOf, yes } from '../json.ts';
import type { Message } from '../message.ts';
import { BOT, TEAM } from '../people.ts';
import { isEmpty, readContent } from '../validate/message.ts';
import { visible, writable } from './channel-access.ts';
import { drawnMessage } from './drawn.ts';
import { answer, type Method, type Office, type Reply, refuse } from './method.ts';

/** chat.update refuses longer text, in characters: https://docs.slack.dev/reference/methods/chat.update */
const UPDATE_TEXT = 4_000;

const postMessage: Method = {
  name: 'chat.postMessage',
  token: 'bot',
  tier: 'post',
  scope: 'chat:write',
  run: (args, office) => {
    const found = writable(args, office, true);
    if (!found.ok) return found;
    const read = readContent(args);
    if (!read.ok) return read;
    if (isEmpty(read.content)) return refuse('no_text');
    const thread = threadOf(args, found.channel.id, office);
    if (!thread.ok) return thread;
    const { text = '', blocks, metadata } = read.content;
    const message = office.workspace.post({
      channel: found.channel.id,
      ...office.workspace.signature,
      text,
      ...(blocks === undefined || blocks.length === 0 ? {} : { blocks }),
      ...(metadata === undefined || metadata === null ? {} : { metadata }),
      ...thread.thread,
    });
    return answer({
      channel: message.channel,
      ts: message.ts,
      message: drawnMessage(message, office.workspace, true),
    });
  },
};

const update: Method = {
  name: 'chat.update',
  token: 'bot',
  tier: 'tier3',
  scope: 'chat:write',
  run: (args, office) => {
    const own = ownMessage(args, office, 'cant_update_message');
    if (!own.ok) return own;
    const read = readContent(args);
    if (!read.ok) return read;
    const { text, blocks, metadata } = read.content;
    if (text === undefined && blocks === undefined) return refuse('no_text');
    if (text !== undefined && blocks === undefined && text.trim() === '') return refuse('no_text');
    if ((text ?? '').length > UPDATE_TEXT) return refuse('msg_too_long');
    // Text without blocks takes the old blocks away; blocks without text leave the old text standing.
    const message = office.workspace.change(own.message, {
      text: text ?? own.message.text,
      blocks: blocks === undefined || blocks.length === 0 ? undefined : blocks,
      ...(metadata === undefined ? {} : { metadata: metadata ?? undefined }),
      edited: { user: BOT.userId, ts: office.workspace.nextTs() },
    });
    return answer({
      channel: message.channel,
      ts: message.ts,
      text: message.text,
      message: drawnMessage(message, office.workspace, true),
    });
  },
};

const remove: Method = {
  name: 'chat.delete',
  token: 'bot',
  tier: 'tier3',
  scope: 'chat:write',
  run: (args, office) => {
    const own = ownMessage(args, office, 'cant_delete_message');
    if (!own.ok) return own;
    office.workspace.erase(own.message);
    return answer({ channel: own.message.channel, ts: own.message.ts });
  },
};

const postEphemeral: Method = {
  name: 'chat.postEphemeral',
  token: 'bot',
  tier: 'tier4',
  scope: 'chat:write',
  run: (args, office) => {
    const found = writable(args, office);
    if (!found.ok) return found;
    const user = textOf(args.user) ?? '';
    if (!found.channel.members.includes(user)) return refuse('user_not_in_channel');
    const read = readContent(args);
    if (!read.ok) return read;
    if (isEmpty(read.content)) return refuse('no_text');
    const thread = textOf(args.thread_ts);
    const { text = '', blocks } = read.content;
    const message = office.workspace.whisper({
      channel: found.channel.id,
      user,
      text,
      ...(blocks === undefined || blocks.length === 0 ? {} : { blocks }),
      ...(thread === undefined ? {} : { thread_ts: thread }),
    });
    return answer({ message_ts: message.ts });
  },
};

const getPermalink: Method = {
  name: 'chat.getPermalink',
  token: 'bot',
  tier: 'special',
  run: (args, office) => {
    const found = visible(args, office);
    if (!found.ok) return found;
    const channel = found.channel.id;
    const message = office.workspace.find(channel, textOf(args.message_ts) ?? '');
    if (message === undefined) return refuse('message_not_found');
    const address = `https://${TEAM.domain}.slack.com/archives/${channel}/p${message.ts.replace('.', '')}`;
    const inThread = message.thread_ts !== undefined && message.thread_ts !== message.ts;
    const permalink = inThread ? `${address}?thread_ts=${message.thread_ts}&cid=${channel}` : address;
    return answer({ channel, permalink });
  },
};

export const CHAT: readonly Method[] = [postMessage, update, remove, postEphemeral, getPermalink];

type Thread = { readonly ok: true; readonly thread: Pick<Message, 'thread_ts' | 'subtype'> };

function threadOf(args: JsonObject, channel: string, office: Office): Thread | Extract<Reply, { ok: false }> {
  const ts = textOf(args.thread_ts);
  if (ts === undefined || ts === '') return { ok: true, thread: {} };
  const root = office.workspace.all(channel).find((message) => message.ts === ts);
  if (root === undefined || (root.thread_ts ?? root.ts) !== root.ts) return refuse('thread_not_found');
  const broadcast = yes(args.reply_broadcast);
  return { ok: true, thread: { thread_ts: ts, ...(broadcast ? { subtype: 'thread_broadcast' } : {}) } };
}

type Own = { readonly ok: true; readonly message: Message };

function ownMessage(args: JsonObject, office: Office, word: string): Own | Extract<Reply, { ok: false }> {
  const found = visible(args, office);
  if (!found.ok) return found;
  if (found.channel.is_archived) return refuse('is_archived');
  const message = office.workspace.find(found.channel.id, textOf(args.ts) ?? '');
  if (message === undefined) return refuse('message_not_found');
  return message.bot_id === BOT.botId ? { ok: true, message } : refuse(word);
}
