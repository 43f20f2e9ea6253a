import type { ModalView } from '@slack/types';
import { drawTooSlow } from '../messages/answer-replies.ts';
import type { Message } from '../messages/message.ts';
import type { Catalogue } from '../messages/words/catalogue.ts';
import type { AnswerPorts } from './answer-ports.ts';

/** Opens a modal for whoever pressed a button; says so where it came too late for Slack. */
export async function openModal(
  triggerId: string,
  view: ModalView,
  say: Catalogue,
  { talk, log }: Pick<AnswerPorts, 'talk' | 'log'>,
): Promise<Message | undefined> {
  try {
    await talk.openModal(triggerId, view);
    return undefined;
  } catch (error) {
    log.warn('a modal could not be opened', { modal: view.callback_id, error: String(error) });
    return drawTooSlow(say);
  }
}
