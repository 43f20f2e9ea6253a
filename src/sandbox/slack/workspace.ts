import { withIds } from './block-ids.ts';
import type { JsonObject } from './json.ts';
import type { Ephemeral, Message } from './message.ts';
import type { News } from './news.ts';
import { type aChannel, BOT, type Channel, DEFAULT_CHANNELS, DEFAULT_USERS, type User } from './people.ts';

export type Draft = Omit<Message, 'ts' | 'edited' | 'reactions'>;
export type Change = {
  readonly text?: string;
  readonly blocks?: readonly JsonObject[] | undefined;
  readonly metadata?: Message['metadata'] | undefined;
  readonly reactions?: NonNullable<Message['reactions']>;
  readonly is_pinned?: boolean;
  readonly edited?: NonNullable<Message['edited']>;
};

/** The people, the channels and what was said: the state of the workspace, and the only hand that changes it. */
export type Workspace = ReturnType<typeof createWorkspace>;

export function createWorkspace(options: { readonly now: () => number; readonly tell: (news: News) => void }) {
  const { now, tell } = options;
  const users = new Map<string, User>(DEFAULT_USERS.map((user) => [user.id, user]));
  const usergroups = new Map<string, readonly string[]>();
  const channels = new Map<string, Channel>();
  const said = new Map<string, Message[]>();
  let whispers: readonly Ephemeral[] = [];
  let lastMicros = 0;

  const setChannel = (channel: Channel): Channel => {
    channels.set(channel.id, channel);
    tell({ kind: 'channel', channel: channel.id });
    return channel;
  };
  const addChannel = (given: ReturnType<typeof aChannel>): Channel =>
    setChannel({ ...given, created: Math.floor(now() / 1000) });
  for (const channel of DEFAULT_CHANNELS) addChannel(channel);

  const nextTs = (): string => {
    lastMicros = Math.max(Math.round(now() * 1000), lastMicros + 1);
    return `${Math.floor(lastMicros / 1e6)}.${String(lastMicros % 1e6).padStart(6, '0')}`;
  };
  const inChannel = (id: string): Message[] => {
    const held = said.get(id) ?? [];
    said.set(id, held);
    return held;
  };
  const channelOf = (id: string): Channel => {
    const channel = channels.get(id);
    if (channel === undefined) throw new Error(`There is no channel ${id} in this workspace.`);
    return channel;
  };
  const patchChannel = (id: string, patch: Partial<Channel>): Channel => setChannel({ ...channelOf(id), ...patch });
  const find = (channel: string, ts: string): Message | undefined =>
    said.get(channel)?.find((message) => message.ts === ts);
  const swap = (before: Message, message: Message): void => {
    const held = inChannel(before.channel);
    held.splice(held.indexOf(before), 1, message);
  };

  return {
    users: (): readonly User[] => [...users.values()],
    user: (id: string): User | undefined => users.get(id),
    usergroup: (id: string): readonly string[] | undefined => usergroups.get(id),
    setUsergroup: (id: string, members: readonly string[]): void => void usergroups.set(id, members),
    setUser: (user: User): void => void users.set(user.id, user),
    channels: (): readonly Channel[] => [...channels.values()],
    channel: (id: string): Channel | undefined => channels.get(id),
    addChannel,
    patchChannel,
    /** A person comes into a channel, if they are not in it. */
    join: (id: string, user: string): void => {
      const channel = channelOf(id);
      if (!channel.members.includes(user)) patchChannel(id, { members: [...channel.members, user] });
    },
    /** The direct message between the bot and this person; made when there is none. */
    directMessage: (user: string): Channel =>
      [...channels.values()].find((one) => one.is_im && one.members.includes(user)) ??
      addChannel({
        id: `D${user.slice(1)}`,
        name: `dm-${users.get(user)?.name ?? user}`,
        is_private: true,
        is_archived: false,
        is_ext_shared: false,
        is_im: true,
        is_member: true,
        members: [user],
      }),
    now,
    nextTs,

    find: (channel: string, ts: string): Message | undefined => {
      const message = find(channel, ts);
      return message?.subtype === 'tombstone' ? undefined : message;
    },
    /** Everything in the channel, oldest first, tombstones too. */
    all: (channel: string): readonly Message[] => [...(said.get(channel) ?? [])],
    replies: (channel: string, ts: string): readonly Message[] =>
      (said.get(channel) ?? []).filter((message) => message.thread_ts === ts && message.ts !== ts),
    post: (draft: Draft): Message => {
      const message: Message = {
        ...draft,
        ...(draft.blocks === undefined ? {} : { blocks: withIds(draft.blocks) }),
        ts: nextTs(),
      };
      inChannel(draft.channel).push(message);
      const root = draft.thread_ts === undefined ? undefined : find(draft.channel, draft.thread_ts);
      if (root !== undefined && root.thread_ts === undefined) swap(root, { ...root, thread_ts: root.ts });
      tell({ kind: 'posted', message });
      return message;
    },
    change: (before: Message, change: Change): Message => {
      const { blocks: oldBlocks, metadata: oldMetadata, ...rest } = before;
      const { blocks: newBlocks, metadata: newMetadata, ...changed } = change;
      const blocks = 'blocks' in change ? newBlocks && withIds(newBlocks) : oldBlocks;
      const metadata = 'metadata' in change ? newMetadata : oldMetadata;
      const message: Message = {
        ...rest,
        ...changed,
        ...(blocks === undefined ? {} : { blocks }),
        ...(metadata === undefined ? {} : { metadata }),
      };
      swap(before, message);
      tell({ kind: 'changed', message, before });
      return message;
    },
    erase: (message: Message): void => {
      const held = inChannel(message.channel);
      const answered = held.some((one) => one.thread_ts === message.ts && one.ts !== message.ts);
      const { channel, ts } = message;
      if (answered) {
        const text = 'This message was deleted.';
        swap(message, { channel, ts, text, user: 'USLACKBOT', subtype: 'tombstone', thread_ts: ts });
      } else held.splice(held.indexOf(message), 1);
      tell({ kind: 'deleted', message });
    },

    whispers: (): readonly Ephemeral[] => whispers,
    whisper: (draft: Omit<Ephemeral, 'ts'>): Ephemeral => {
      const blocks = draft.blocks === undefined ? {} : { blocks: withIds(draft.blocks) };
      const message: Ephemeral = { ...draft, ...blocks, ts: nextTs() };
      whispers = [...whispers, message];
      tell({ kind: 'ephemeral', message });
      return message;
    },
    changeWhisper: (before: Ephemeral, said: Pick<Ephemeral, 'text' | 'blocks'>): Ephemeral => {
      const { blocks: _gone, ...kept } = before;
      const blocks = said.blocks === undefined ? {} : { blocks: withIds(said.blocks) };
      const message: Ephemeral = { ...kept, text: said.text, ...blocks };
      whispers = whispers.map((one) => (one === before ? message : one));
      tell({ kind: 'ephemeral-changed', message });
      return message;
    },
    eraseWhisper: (message: Ephemeral): void => {
      whispers = whispers.filter((one) => one !== message);
      tell({ kind: 'ephemeral-deleted', message });
    },
    /** What the bot itself would sign a message with. */
    signature: { user: BOT.userId, bot_id: BOT.botId },
  };
}
