import type { AnswerMessage } from '../../incident/answers.ts';
import type { IncidentAsked } from '../messages/answer-buttons.ts';
import type { AnswerPorts } from './answer-ports.ts';

/** Keeps what somebody said of an incident; false where it could not be saved, which is logged. */
export async function keepAnswer(
  asked: IncidentAsked,
  message: AnswerMessage,
  { answer, log }: Pick<AnswerPorts, 'answer' | 'log'>,
): Promise<boolean> {
  try {
    await answer(asked.desk, message);
    return true;
  } catch (error) {
    log.error('an answer to a card could not be saved', { ...asked, error: String(error) });
    return false;
  }
}
