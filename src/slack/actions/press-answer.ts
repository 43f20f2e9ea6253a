import type { Instant } from '../../door/ids.ts';
import type { ChannelId } from '../../incident/incident.ts';
import { answerAsked } from '../commands/answers/answer.ts';
import { type Asked, askedOf } from '../commands/answers/asked.ts';
import type { AnswerDesk } from '../commands/answers/desk.ts';
import { sendFile } from '../commands/answers/export.ts';
import { type Asker, type Member, wordsFor } from '../commands/asker.ts';
import type { CommandPorts } from '../commands/ports.ts';
import {
  ASK_CSV,
  ASK_FAILURES,
  ASK_NEWER,
  ASK_OLDER,
  ASK_SHARE,
  SHARE_NAMED,
  SHARE_UNNAMED,
} from '../messages/action-ids.ts';
import type { Message } from '../messages/message.ts';
import { drawOldButton } from '../messages/old-button.ts';
import { drawRefusal } from '../messages/refusal.ts';
import { askToShare, share } from './share-answer.ts';

/** The buttons under an answer. */
export const ANSWER_BUTTONS = [
  ASK_OLDER,
  ASK_NEWER,
  ASK_FAILURES,
  ASK_CSV,
  ASK_SHARE,
  SHARE_NAMED,
  SHARE_UNNAMED,
] as const;
export type AnswerButton = (typeof ANSWER_BUTTONS)[number];

export type AnswerPress = {
  readonly button: AnswerButton;
  readonly value: string;
  readonly asker: Asker;
  /** Where the answer stands that the button is under. */
  readonly channel: ChannelId | undefined;
};

/** Asks on from an answer, for whoever pressed its button alone; only what is shared is for others. */
export async function pressAnswer(press: AnswerPress, ports: CommandPorts, now: Instant): Promise<Message> {
  const { button, value, asker, channel } = press;
  const say = wordsFor(asker, ports.locale);
  if (asker.kind !== 'member') return drawRefusal(asker.kind, say);
  const asked = askedOf(value, ports.places.places());
  if (asked === undefined) return drawOldButton(say);
  const desk = deskFor(asker, ports, now);
  switch (button) {
    case ASK_OLDER:
    case ASK_NEWER:
    case ASK_FAILURES:
      return await answerAsked(asked, desk);
    case ASK_CSV:
      return await sendFile(counted(asked), desk, 'csv');
    case ASK_SHARE:
      return channel === undefined ? drawOldButton(say) : await askToShare({ asked, value, channel }, desk);
    case SHARE_NAMED:
    case SHARE_UNNAMED:
      return channel === undefined
        ? drawOldButton(say)
        : await share({ asked, value, channel, names: button === SHARE_NAMED ? 'full' : 'none' }, desk);
  }
}

export const deskFor = ({ userId, ...asker }: Member, ports: CommandPorts, now: Instant): AnswerDesk => ({
  ports,
  now,
  userId,
  say: wordsFor({ ...asker, userId }, ports.locale),
});

/** What a count counts where nobody said so: entries. */
const counted = (asked: Asked): Asked =>
  asked.ask === 'count' && asked.kinds === undefined ? { ...asked, kinds: 'entries' } : asked;
