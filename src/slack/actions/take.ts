import { incidentAsked } from '../messages/answer-buttons.ts';
import { drawHasIt, drawNotSaved } from '../messages/answer-replies.ts';
import type { Message } from '../messages/message.ts';
import { drawOldButton } from '../messages/old-button.ts';
import type { AnswerPorts } from './answer-ports.ts';
import { forMember } from './for-member.ts';
import { keepAnswer } from './keep-answer.ts';
import type { Pressed } from './pressed.ts';

/** What one press says, without a question in between. */
export type PlainAnswer = 'taken' | 'released' | 'reinstated';

/** Keeps what a press says of an incident. Every card of it shows that; whoever came second is told who was first. */
export function answerCard(
  kind: PlainAnswer,
  { value, userId }: Pressed,
  ports: AnswerPorts,
): Promise<Message | undefined> {
  return forMember(userId, ports, async (say) => {
    const asked = incidentAsked(value);
    const before = asked === undefined ? undefined : ports.find(asked);
    if (asked === undefined || before === undefined) return drawOldButton(say);
    const message = { kind, incident: asked.incident, by: userId } as const;
    if (!(await keepAnswer(asked, message, ports))) return drawNotSaved(say);
    const taken = ports.find(asked)?.taken;
    if (kind !== 'taken' || taken === undefined) return undefined;
    const isNews = taken.user === userId && before.taken === undefined;
    return isNews ? undefined : drawHasIt(taken, userId, say, ports.names.timeZone);
  });
}
