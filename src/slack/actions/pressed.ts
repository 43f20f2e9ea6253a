import type { Instant } from '../../door/ids.ts';
import type { Role } from '../../incident/access.ts';
import type { ChannelId } from '../../incident/incident.ts';
import type { Named } from '../commands/access/names-given.ts';
import type { Member } from '../commands/asker.ts';
import type { CommandPorts } from '../commands/ports.ts';
import type { Filled } from '../messages/dismissal-modal.ts';
import type { Message } from '../messages/message.ts';
import type { Catalogue } from '../messages/words/catalogue.ts';

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

/** A button that was pressed by somebody who may press it, and the rest of the bot as they may see it. */
export type PressedBy = Pressed & {
  readonly asker: Member;
  readonly ports: CommandPorts;
  readonly say: Catalogue;
  readonly now: Instant;
};

/**
 * What a button does, and what it shows: one that shows no names gets none to see, whoever presses it, and one that does must
 * count them, for the audit log. It gives what is said to whoever pressed it, and to nobody else; nothing, where the card
 * itself shows what came of it.
 */
export type ButtonHandler = {
  readonly least: Role;
  /** It asks CLUe: a word of patience is due where that takes long. */
  readonly isSlow?: boolean;
} & (
  | { readonly shows: 'names'; readonly run: (pressed: PressedBy) => Promise<Named | undefined> }
  | { readonly shows: 'states' | 'nothing'; readonly run: (pressed: PressedBy) => Promise<Message | undefined> }
);

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
export type Modals = Readonly<Record<string, { readonly least: Role; readonly judge: ModalHandler }>>;
