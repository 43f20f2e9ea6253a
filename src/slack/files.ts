import type { WebClient } from '@slack/web-api';
import { sortFailure } from './call-outcome.ts';
import type { Files } from './commands/access/access.ts';
import { csvOf } from './csv.ts';
import { upload } from './upload.ts';

export type FilesOptions = {
  /** The client for answers to people, once there is one. */
  readonly people: () => WebClient;
  readonly log: { warn(message: string, fields?: object): void };
};

/** Sends files to one person, in their talk with the bot. */
export function createFiles({ people, log }: FilesOptions): Files {
  const sendText: Files['sendText'] = async (user, file) => {
    try {
      const { channel } = await people().conversations.open({ users: user });
      if (channel?.id === undefined) return 'no_channel';
      await upload(people(), { channel: channel.id, ...file });
      return undefined;
    } catch (error) {
      const failure = sortFailure(error);
      log.warn('a file could not be sent to somebody', { name: file.name, failure, error: String(error) });
      return 'word' in failure ? failure.word : failure.kind;
    }
  };
  return {
    sendText,
    send: async (user, { header, rows, ...file }) => await sendText(user, { ...file, content: csvOf(header, rows) }),
  };
}
