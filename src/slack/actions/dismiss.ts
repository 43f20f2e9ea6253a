import { languageFor } from '../commands/asker.ts';
import { incidentAsked } from '../messages/answer-buttons.ts';
import { drawDismissedAlready, drawNotSaved } from '../messages/answer-replies.ts';
import { drawDismissalModal, verdictOf } from '../messages/dismissal-modal.ts';
import type { Message } from '../messages/message.ts';
import { drawOldButton } from '../messages/old-button.ts';
import type { AnswerPorts } from './answer-ports.ts';
import { forMember } from './for-member.ts';
import { keepAnswer } from './keep-answer.ts';
import { memoOf, readMemo } from './modal-memo.ts';
import { openModal } from './open-modal.ts';
import type { ModalHandler, Pressed } from './pressed.ts';
import { whisperAfter } from './whisper-after.ts';

/** Asks whoever pressed *Not an incident* why it is none. */
export function askWhyNot(
  { value, userId, channel, triggerId }: Pressed,
  ports: AnswerPorts,
): Promise<Message | undefined> {
  return forMember(userId, ports, async (say, member) => {
    const asked = incidentAsked(value);
    const incident = asked === undefined ? undefined : ports.find(asked);
    if (incident === undefined) return drawOldButton(say);
    if (incident.dismissed !== undefined) return drawDismissedAlready(incident.dismissed, say);
    const metadata = memoOf({ channel, language: languageFor(member, ports.language), value });
    return await openModal(triggerId, drawDismissalModal(metadata, say), say, ports);
  });
}

/** Keeps why it is none. Whoever came second is told who was first. */
export const dismissed =
  (ports: AnswerPorts): ModalHandler =>
  ({ userId, filled, metadata }) => {
    const why = verdictOf(filled);
    const memo = readMemo(metadata);
    const asked = memo === undefined ? undefined : incidentAsked(memo.value);
    if (why === undefined || memo === undefined || asked === undefined) return { ok: true, run: async () => undefined };
    return whisperAfter({ channel: memo.channel, userId }, ports, () =>
      forMember(userId, ports, async (say) => {
        if (ports.find(asked) === undefined) return drawOldButton(say);
        const message = { kind: 'dismissed', incident: asked.incident, by: userId, why } as const;
        if (!(await keepAnswer(asked, message, ports))) return drawNotSaved(say);
        const now = ports.find(asked)?.dismissed;
        return now === undefined || now.user === userId ? undefined : drawDismissedAlready(now, say);
      }),
    );
  };
