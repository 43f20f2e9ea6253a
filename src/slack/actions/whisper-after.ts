import type { ChannelId } from '../../incident/incident.ts';
import type { Message } from '../messages/message.ts';
import type { AnswerPorts } from './answer-ports.ts';
import type { ModalHandler } from './pressed.ts';

/** Accepts a modal; what is to be said of what follows is said to its sender alone. */
export const whisperAfter = (
  { channel, userId }: { readonly channel: ChannelId; readonly userId: string },
  { talk }: Pick<AnswerPorts, 'talk'>,
  follow: () => Promise<Message | undefined>,
): ReturnType<ModalHandler> => ({
  ok: true,
  run: async () => {
    const message = await follow();
    if (message !== undefined) await talk.whisper(channel, userId, message);
  },
});
