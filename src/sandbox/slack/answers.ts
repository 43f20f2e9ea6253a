import { type JsonObject, textOf, yes } from './json.ts';
import type { Ephemeral, Message } from './message.ts';
import type { News } from './news.ts';
import { isEmpty, type Refusal, readContent } from './validate/message.ts';
import type { Workspace } from './workspace.ts';

/** One answer of the bot to what a person did. */
export type Answer = {
  readonly via: 'ack' | 'response_url';
  readonly response_type: 'ephemeral' | 'in_channel';
  readonly text: string;
  readonly blocks?: readonly JsonObject[];
  /** It stands in place of what was there before. */
  readonly replaced: boolean;
  /** It only took away what was there before. */
  readonly deleted: boolean;
  /** The message that it made, changed or took away. */
  readonly ts: string;
};

/** A message by where it is kept: in the channel, or before one person alone. */
export type Spot = { readonly ts: string; readonly only: boolean };

export type Answers = {
  readonly take: (body: JsonObject, via: Answer['via']) => { readonly ok: true } | Refusal;
  readonly list: () => readonly Answer[];
  /** What of it stands before the person now. */
  readonly visible: () => readonly (Message | Ephemeral)[];
};

/**
 * Takes the answers to one command or action, as strictly as messages.
 *
 * @param options.source the message whose button was pressed; for a command, the latest answer is what is replaced.
 */
export function createAnswers(options: {
  readonly workspace: Workspace;
  readonly tell: (news: News) => void;
  readonly user: string;
  readonly channel: string;
  readonly what: string;
  readonly source?: Spot;
}): Answers {
  const { workspace, tell, user, channel, what, source } = options;
  const answers: Answer[] = [];
  let made: readonly Spot[] = [];

  const whisperAt = (ts: string) => workspace.whispers().find((one) => one.ts === ts && one.channel === channel);
  const standing = (spot: Spot): Message | Ephemeral | undefined =>
    spot.only ? whisperAt(spot.ts) : workspace.find(channel, spot.ts);
  const note = (answer: Answer): { readonly ok: true } => {
    answers.push(answer);
    tell({ kind: 'answered', user, channel, what });
    return { ok: true };
  };

  const takeAway = (spot: Spot): void => {
    const whisper = spot.only ? whisperAt(spot.ts) : undefined;
    const message = spot.only ? undefined : workspace.find(channel, spot.ts);
    if (whisper !== undefined) workspace.eraseWhisper(whisper);
    if (message !== undefined) workspace.erase(message);
  };
  const change = (spot: Spot, text: string, blocks: readonly JsonObject[] | undefined): void => {
    const whisper = spot.only ? whisperAt(spot.ts) : undefined;
    const message = spot.only ? undefined : workspace.find(channel, spot.ts);
    if (whisper !== undefined) workspace.changeWhisper(whisper, { text, ...(blocks === undefined ? {} : { blocks }) });
    if (message !== undefined) {
      const edited = { user: workspace.signature.user, ts: workspace.nextTs() };
      workspace.change(message, { text, blocks, edited });
    }
  };

  return {
    list: () => [...answers],
    visible: () => made.map(standing).filter((one) => one !== undefined),
    take: (body, via) => {
      const response_type = body.response_type === 'in_channel' ? 'in_channel' : 'ephemeral';
      const original = source ?? made.findLast((spot) => standing(spot) !== undefined);
      const gone = original === undefined || standing(original) === undefined;
      const frame = { via, response_type } as const;
      if (yes(body.delete_original)) {
        if (gone) return { ok: false, error: 'message_not_found' };
        takeAway(original);
        return note({ ...frame, text: '', replaced: false, deleted: true, ts: original.ts });
      }
      const read = readContent(body);
      if (!read.ok) return read;
      if (isEmpty(read.content)) return { ok: false, error: 'no_text' };
      const { text = '', metadata } = read.content;
      const blocks = read.content.blocks?.length === 0 ? undefined : read.content.blocks;
      const shown = { text, ...(blocks === undefined ? {} : { blocks }) };
      if (yes(body.replace_original) && original !== undefined) {
        if (gone) return { ok: false, error: 'message_not_found' };
        change(original, text, blocks);
        return note({ ...frame, ...shown, replaced: true, deleted: false, ts: original.ts });
      }
      const thread = textOf(body.thread_ts);
      const place = { channel, ...shown, ...(thread === undefined ? {} : { thread_ts: thread }) };
      const only = response_type === 'ephemeral';
      const kept = metadata === undefined || metadata === null ? {} : { metadata };
      const { ts } = only
        ? workspace.whisper({ ...place, user })
        : workspace.post({ ...place, ...workspace.signature, ...kept });
      made = [...made, { ts, only }];
      return note({ ...frame, ...shown, replaced: false, deleted: false, ts });
    },
  };
}
