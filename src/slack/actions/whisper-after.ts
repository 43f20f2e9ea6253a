import type { ChannelId } from '../../incident/incident.ts';
import type { Message } from '../messages/message.ts';
import type { AnswerPorts } from './answer-ports.ts';
import type { ModalHandler } from './pressed.ts';

/** Accepts a modal; what is to be said of what follows is said to its sender alone. */
export const whisperAfter = (
  { channel, userId }: { readonly channel: ChannelId | undefined; readonly userId: string },
  { talk }: Pick<AnswerPorts, 'talk'>,
  follow: () => Promise<Message | undefined>,
): ReturnType<ModalHandler> => ({
  ok: true,
  isFromHome: channel === undefined,
  run: async () => {
    const message = await follow();
    if (message === undefined) return;
    await (channel === undefined ? talk.write(userId, message) : talk.whisper(channel, userId, message));
  },
});
