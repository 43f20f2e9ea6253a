import type { ChannelId } from '../../../incident/incident.ts';
import type { Reader } from '../../messages/reader.ts';
import type { Call } from '../command.ts';

/** What a question is answered with: by a command, a button or a shortcut. */
export type AnswerDesk = Pick<Call, 'ports' | 'now' | 'say' | 'signal' | 'asker' | 'reason'> &
  Partial<Pick<Call, 'progress'>> & {
    /** What was asked, as the audit log keeps it. */
    readonly typed: string;
    readonly channel?: ChannelId;
    /** It goes to a channel, where no button asks on. */
    readonly isShared?: true;
  };

export const deskOf = ({ ports, now, say, signal, asker, reason, progress, typed, channel }: Call): AnswerDesk => ({
  ports,
  now,
  say,
  asker,
  progress,
  typed,
  channel,
  ...(reason !== undefined && { reason }),
  ...(signal !== undefined && { signal }),
});

/** For whom an answer is drawn. Times are said in the zone that they were asked in; in the doors', where none was. */
export const readerAt = ({ ports, now, say }: AnswerDesk, timeZone = ports.timeZone): Reader => ({
  now,
  timeZone,
  say,
});
