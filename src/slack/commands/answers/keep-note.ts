import type { PersonId } from '../../../door/ids.ts';
import { saying } from '../../messages/layout.ts';
import type { Message } from '../../messages/message.ts';
import type { AnswerDesk } from './desk.ts';

/**
 * Keeps in the audit log who gets which names before they go where no answer can hold them back: into a file, or a channel.
 * Gives what is answered in their place where it could not be kept.
 */
export async function keepNote(
  { ports, asker, say, typed, channel, reason }: AnswerDesk,
  rows: number,
  people: readonly PersonId[],
): Promise<Message | undefined> {
  if (rows === 0 && people.length === 0) return undefined;
  try {
    await ports.audit.note({
      user: asker.userId,
      asked: typed,
      rows,
      ...(channel !== undefined && { channel }),
      ...(reason !== undefined && { reason }),
      ...(people.length > 0 && { people }),
    });
    return undefined;
  } catch {
    return saying(`⚠️ ${say.access.notNoted}`);
  }
}
