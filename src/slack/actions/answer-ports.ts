import type { ModalView } from '@slack/types';
import type { Instant } from '../../door/ids.ts';
import type { Zone } from '../../door/zone.ts';
import type { AnswerMessage } from '../../incident/answers.ts';
import type { ChannelMessage, ChannelState } from '../../incident/channel.ts';
import type { ChannelId, Incident } from '../../incident/incident.ts';
import type { Language } from '../../incident/language.ts';
import type { Asker } from '../commands/asker.ts';
import type { IncidentAsked } from '../messages/answer-buttons.ts';
import type { Message } from '../messages/message.ts';
import type { MuteView } from '../messages/mute-line.ts';

/** A channel's own desk. */
export interface ChannelPort {
  state(): ChannelState;
  /** Rejects when it could not be saved. */
  send(message: ChannelMessage): Promise<unknown>;
}

/** The calls to Slack that an answer takes. Each rejects where Slack refuses or cannot be reached. */
export interface Talk {
  openModal(triggerId: string, view: ModalView): Promise<void>;
  post(channel: ChannelId, message: Message): Promise<void>;
  edit(channel: ChannelId, ts: string, message: Message): Promise<void>;
  /** Says something to one person alone. */
  whisper(channel: ChannelId, user: string, message: Message): Promise<void>;
  /** Writes to one person, where there is no channel to whisper in. */
  write(user: string, message: Message): Promise<void>;
}

/** What the buttons under a card need of the rest of the bot. */
export type AnswerPorts = {
  readonly asker: (userId: string) => Promise<Asker>;
  /** The incident, or the one that took it in; undefined when it is forgotten. */
  readonly find: (asked: IncidentAsked) => Incident | undefined;
  /** Resolves when it is saved, and rejects when it could not be. */
  readonly answer: (desk: string, message: AnswerMessage) => Promise<void>;
  readonly channel: (channel: ChannelId) => Promise<ChannelPort>;
  readonly talk: Talk;
  readonly names: Omit<MuteView, 'say'>;
  /** Whose eight o'clock it is. */
  readonly zone: Zone;
  /** The language of channels that chose none. */
  readonly language: Language;
  readonly now: () => Instant;
  readonly log: { error(message: string, fields?: object): void; warn(message: string, fields?: object): void };
};
