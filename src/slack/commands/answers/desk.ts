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

export const deskOf = (call: Call): AnswerDesk => {
  const { ports, now, say, signal, asker, reason, progress, channel } = call;
  return {
    ports,
    now,
    say,
    asker,
    progress,
    channel,
    typed: withoutReason(call),
    ...(reason !== undefined && { reason }),
    ...(signal !== undefined && { signal }),
  };
};

/** The audit log keeps the reason by itself. */
const withoutReason = ({ typed, words }: Call): string =>
  [...typed.split(/\s+/).slice(0, 2), ...words.map((word) => word.typed)].join(' ');

/** For whom an answer is drawn. Times are said in the zone that they were asked in; in the doors', where none was. */
export const readerAt = ({ ports, now, say }: AnswerDesk, timeZone = ports.timeZone): Reader => ({
  now,
  timeZone,
  say,
});
