import type { Reader } from '../../messages/reader.ts';
import type { Call } from '../command.ts';

/** What a question is answered with: by a command, a button or a shortcut. */
export type AnswerDesk = Pick<Call, 'ports' | 'now' | 'say' | 'signal'> & {
  /** Who asked, for what is sent to them alone. */
  readonly userId: string;
  /** Nobody is named in the answer: others may read it. */
  readonly names?: 'none';
  /** It goes to a channel, where no button asks on. */
  readonly isShared?: true;
};

export const deskOf = ({ ports, now, say, signal, asker }: Call): AnswerDesk => ({
  ports,
  now,
  say,
  userId: asker.userId,
  ...(signal !== undefined && { signal }),
});

export const readerAt = ({ ports, now, say }: AnswerDesk): Reader => ({ now, timeZone: ports.timeZone, say });
