import type { ChannelId } from '../../incident/incident.ts';
import type { Filled } from '../messages/dismissal-modal.ts';
import type { Message } from '../messages/message.ts';

/** A button under a message, and who pressed it. */
export type Pressed = {
  readonly value: string;
  readonly userId: string;
  /** Where the message stands; absent on a Home tab. */
  readonly channel?: ChannelId;
  readonly ts?: string;
  /** Lets a modal be opened within three seconds. */
  readonly triggerId: string;
};

export type ButtonHandler = {
  /** What is said to whoever pressed it, and to nobody else; nothing, where the card itself shows what came of it. */
  readonly run: (pressed: Pressed) => Promise<Message | undefined>;
  /** It asks CLUe: a word of patience is due where that takes long. */
  readonly isSlow?: boolean;
};

/** A modal that was filled in. */
export type Submitted = {
  readonly userId: string;
  readonly filled: Filled;
  /** What the modal was opened with. */
  readonly metadata: string;
  /** Slack's own id of the modal: the same, should Slack send it twice. */
  readonly id: string;
};

/** Judges what was filled in at once; what follows from it comes after Slack was answered. */
export type ModalHandler = (submitted: Submitted) =>
  | {
      readonly ok: true;
      readonly run: () => Promise<void>;
      /** It was asked for on a Home tab, which shows what came of it. */
      readonly isFromHome?: boolean;
    }
  /** What is wrong, by the field where it is said. */
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** Handlers by action_id, and by callback_id. */
export type Buttons = Readonly<Record<string, ButtonHandler>>;
export type Modals = Readonly<Record<string, ModalHandler>>;
