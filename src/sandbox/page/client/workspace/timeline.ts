import type { Ephemeral, Message } from '../../../slack/message.ts';
import type { ChannelState, WorkspaceState } from '../../state.ts';

type Failure = WorkspaceState['failures'][number];

/** One thing in a channel as one person sees it. */
export type Entry =
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly ts: string;
      readonly message: Message;
      readonly replies: readonly Entry[];
    }
  | { readonly kind: 'ephemeral'; readonly key: string; readonly ts: string; readonly message: Ephemeral }
  | { readonly kind: 'failure'; readonly key: string; readonly ts: string; readonly shown: string };

/** What `persona` sees in a channel, oldest first: replies under the message they answer, and what only they see. */
export function timelineOf(channel: ChannelState, workspace: WorkspaceState, persona: string): readonly Entry[] {
  const whispers = workspace.ephemerals.filter((one) => one.channel === channel.id && one.user === persona);
  const failures = workspace.failures.filter((one) => one.channel === channel.id && one.user === persona);
  const threads = Map.groupBy(channel.messages.filter(isReply), (message) => message.thread_ts ?? '');
  const inThread = Map.groupBy(whispers, (one) => one.thread_ts ?? '');

  const heads = channel.messages.filter((one) => !isReply(one) || one.subtype === 'thread_broadcast');
  const headTimes = new Set(heads.filter((one) => !isReply(one)).map((one) => one.ts));
  const repliesTo = (ts: string): readonly Entry[] =>
    inOrder([
      ...(threads.get(ts) ?? []).map((message) => messageEntry(message, [])),
      ...(inThread.get(ts) ?? []).map(whisperEntry),
    ]);
  return inOrder([
    ...heads.map((message) => messageEntry(message, isReply(message) ? [] : repliesTo(message.ts))),
    // An answer in a thread that is not here would be lost otherwise.
    ...whispers.filter((one) => one.thread_ts === undefined || !headTimes.has(one.thread_ts)).map(whisperEntry),
    ...failures.map((failure, index) => failureEntry(failure, index)),
  ]);
}

/** How many messages of others in a channel this person has not read. */
export function unreadIn(channel: ChannelState, persona: string): number {
  const upTo = channel.readUpTo[persona] ?? '';
  return channel.messages.filter((one) => one.user !== persona && isLater(one.ts, upTo)).length;
}

/** The `ts` of the newest message in a channel, or nothing in an empty one. */
export function newestIn(channel: ChannelState): string | undefined {
  return channel.messages
    .map((one) => one.ts)
    .reduce<string | undefined>((a, b) => (a === undefined || isLater(b, a) ? b : a), undefined);
}

/** Whether a `ts` is later than another one. As numbers they would lose their last digits; both are equally long. */
export function isLater(ts: string, than: string): boolean {
  return than === '' || ts > than;
}

const isReply = (message: Message): boolean => message.thread_ts !== undefined && message.thread_ts !== message.ts;

const inOrder = (entries: readonly Entry[]): readonly Entry[] =>
  entries.toSorted((a, b) => (a.ts < b.ts ? -1 : Number(a.ts > b.ts)));

const messageEntry = (message: Message, replies: readonly Entry[]): Entry => ({
  kind: 'message',
  key: message.ts,
  ts: message.ts,
  message,
  replies,
});

const whisperEntry = (message: Ephemeral): Entry => ({
  kind: 'ephemeral',
  key: `whisper-${message.ts}`,
  ts: message.ts,
  message,
});

const failureEntry = ({ at, shown }: Failure, index: number): Entry => ({
  kind: 'failure',
  key: `failure-${at}-${index}`,
  ts: (at / 1000).toFixed(6),
  shown,
});
