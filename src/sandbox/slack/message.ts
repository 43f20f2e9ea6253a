import type { Values } from './element-state.ts';
import type { JsonObject } from './json.ts';
import type { Metadata } from './validate/message.ts';

/** A message in a channel or a direct message. */
export type Message = {
  readonly channel: string;
  /** Its name and its time: seconds since 1970 with six places. */
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly blocks?: readonly JsonObject[];
  readonly metadata?: Metadata;
  /** The first message of its thread; its own `ts` when it is that one. */
  readonly thread_ts?: string;
  /** A reply also shown in the channel, or what is left of a deleted message that has replies. */
  readonly subtype?: 'thread_broadcast' | 'tombstone';
  readonly edited?: { readonly user: string; readonly ts: string };
  readonly bot_id?: string;
  readonly reactions?: readonly { readonly name: string; readonly users: readonly string[]; readonly count: number }[];
  readonly is_pinned?: boolean;
  /** What was uploaded and stands in it. */
  readonly files?: readonly SharedFile[];
};

/** A file as the workspace keeps it. */
export type SharedFile = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** In bytes. */
  readonly size: number;
  /** What it holds, read as UTF-8. */
  readonly content: string;
};

/** A message that one person alone sees. */
export type Ephemeral = {
  readonly channel: string;
  readonly ts: string;
  /** Who sees it. */
  readonly user: string;
  readonly text: string;
  readonly blocks?: readonly JsonObject[];
  readonly thread_ts?: string;
};

/** A Home tab or a modal. */
export type View = {
  readonly id: string;
  readonly type: 'home' | 'modal';
  /** Changes with every change of the view. */
  readonly hash: string;
  readonly external_id: string;
  /** Who sees it. */
  readonly user: string;
  /** What was published or opened, with every block's `block_id`. */
  readonly shown: JsonObject;
  /** What was put into its elements since it was opened; it outlives a change of the view, as in Slack. */
  readonly held?: Values;
};
