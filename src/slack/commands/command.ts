import type { Shape, Word } from '../../asking/words.ts';
import type { Instant } from '../../door/ids.ts';
import type { Role } from '../../incident/access.ts';
import type { ChannelId } from '../../incident/incident.ts';
import type { MenuLine } from '../messages/help.ts';
import type { Message } from '../messages/message.ts';
import type { Reader } from '../messages/reader.ts';
import type { Catalogue } from '../messages/words/catalogue.ts';
import type { Named } from './access/names-given.ts';
import type { Member } from './asker.ts';
import type { CommandPorts } from './ports.ts';

/** What a command gets to work with. */
export type Call = {
  /** The words after the command's name. */
  readonly words: readonly Word[];
  /** The whole command as it was typed, with `/clue`. */
  readonly typed: string;
  readonly asker: Member;
  /** Where it was typed. */
  readonly channel: ChannelId;
  readonly ports: CommandPorts;
  /** Why somebody is looked up, where it was said. */
  readonly reason?: string;
  readonly now: Instant;
  readonly menu: readonly MenuLine[];
  /** The words of the asker's language. */
  readonly say: Catalogue;
  /** Says to the asker how far the answer has come; safe to call as often as one likes. */
  readonly progress: (message: Message) => void;
  /** Opens a form before the asker, within three seconds. */
  readonly trigger?: string;
  readonly signal?: AbortSignal;
};

/** For whom a call's answer is drawn. */
export const readerOf = ({ now, ports, say }: Call): Reader => ({ now, timeZone: ports.timeZone, say });

/**
 * One entry of the menu. It says what it shows: a command that shows no names gets none to see, whoever asks, and one that
 * does must count them, for the audit log. Nobody below `least` gets an answer.
 */
export type Command = MenuLine & {
  /** How its words look, where they are other than those of a question about the log. */
  readonly shape?: Shape;
  readonly least: Role;
} & (
    | { readonly shows: 'names'; readonly run: (call: Call) => Promise<Named> }
    | { readonly shows: 'states' | 'nothing'; readonly run: (call: Call) => Promise<Message> }
  );
