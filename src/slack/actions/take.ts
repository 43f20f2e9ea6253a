import { wordsFor } from '../commands/asker.ts';
import { incidentAsked } from '../messages/answer-buttons.ts';
import { drawHasIt, drawNotSaved } from '../messages/answer-replies.ts';
import type { Message } from '../messages/message.ts';
import { drawOldButton } from '../messages/old-button.ts';
import { drawRefusal } from '../messages/refusal.ts';
import type { AnswerPorts } from './answer-ports.ts';
import type { Pressed } from './pressed.ts';

/** What one press says, without a question in between. */
export type PlainAnswer = 'taken' | 'released' | 'reinstated';

/** Keeps what a press says of an incident. Every card of it shows that; whoever came second is told who was first. */
export async function answerCard(
  kind: PlainAnswer,
  { value, userId }: Pressed,
  ports: AnswerPorts,
): Promise<Message | undefined> {
  const asker = await ports.asker(userId);
  const say = wordsFor(asker, ports.language);
  if (asker.kind !== 'member') return drawRefusal(asker.kind, say);
  const asked = incidentAsked(value);
  const before = asked === undefined ? undefined : ports.find(asked);
  if (asked === undefined || before === undefined) return drawOldButton(say);
  try {
    await ports.answer(asked.desk, { kind, incident: asked.incident, by: userId });
  } catch (error) {
    ports.log.error('an answer to a card could not be saved', { ...asked, error: String(error) });
    return drawNotSaved(say);
  }
  const taken = ports.find(asked)?.taken;
  if (kind !== 'taken' || taken === undefined) return undefined;
  const isNews = taken.user === userId && before.taken === undefined;
  return isNews ? undefined : drawHasIt(taken, userId, say, ports.names.timeZone);
}
