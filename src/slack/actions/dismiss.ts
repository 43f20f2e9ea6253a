import { languageOf } from '../../incident/language.ts';
import { wordsFor } from '../commands/asker.ts';
import { incidentAsked } from '../messages/answer-buttons.ts';
import { drawDismissedAlready, drawNotSaved } from '../messages/answer-replies.ts';
import { drawDismissalModal, verdictOf } from '../messages/dismissal-modal.ts';
import type { Message } from '../messages/message.ts';
import { drawOldButton } from '../messages/old-button.ts';
import { drawRefusal } from '../messages/refusal.ts';
import type { AnswerPorts } from './answer-ports.ts';
import { memoOf, readMemo } from './modal-memo.ts';
import { openModal } from './open-modal.ts';
import type { ModalHandler, Pressed } from './pressed.ts';

/** Asks whoever pressed *Not an incident* why it is none. */
export async function askWhyNot(
  { value, userId, channel, triggerId }: Pressed,
  ports: AnswerPorts,
): Promise<Message | undefined> {
  const asker = await ports.asker(userId);
  const say = wordsFor(asker, ports.language);
  if (asker.kind !== 'member') return drawRefusal(asker.kind, say);
  const asked = incidentAsked(value);
  const incident = asked === undefined ? undefined : ports.find(asked);
  if (incident === undefined || channel === undefined) return drawOldButton(say);
  if (incident.dismissed !== undefined) return drawDismissedAlready(incident.dismissed, say);
  const metadata = memoOf({ channel, language: languageOf(asker.locale), value });
  return await openModal(triggerId, drawDismissalModal(metadata, say), say, ports);
}

/** Keeps why it is none. Whoever came second is told who was first. */
export const dismissed =
  (ports: AnswerPorts): ModalHandler =>
  ({ userId, filled, metadata }) => {
    const why = verdictOf(filled);
    const memo = readMemo(metadata);
    const asked = memo === undefined ? undefined : incidentAsked(memo.value);
    if (why === undefined || memo === undefined || asked === undefined) return { ok: true, run: async () => undefined };
    const keep = async (): Promise<Message | undefined> => {
      const asker = await ports.asker(userId);
      const say = wordsFor(asker, ports.language);
      if (asker.kind !== 'member') return drawRefusal(asker.kind, say);
      if (ports.find(asked) === undefined) return drawOldButton(say);
      try {
        await ports.answer(asked.desk, { kind: 'dismissed', incident: asked.incident, by: userId, why });
      } catch (error) {
        ports.log.error('an answer to a card could not be saved', { ...asked, error: String(error) });
        return drawNotSaved(say);
      }
      const now = ports.find(asked)?.dismissed;
      return now === undefined || now.user === userId ? undefined : drawDismissedAlready(now, say);
    };
    return {
      ok: true,
      run: async () => {
        const message = await keep();
        if (message !== undefined) await ports.talk.whisper(memo.channel, userId, message);
      },
    };
  };
