import type { WebClient } from '@slack/web-api';
import { sortFailure } from './call-outcome.ts';
import type { FileSent, Files } from './commands/ports.ts';

export type FilesOptions = {
  /** The client for answers to people, once there is one. */
  readonly people: () => WebClient;
  readonly log: { warn(message: string, fields?: object): void };
  /** How long Slack may take for the bytes, in milliseconds. */
  readonly timeoutMs?: number;
};

/**
 * Sends files to one person, in three steps as Slack wants it: an address for the bytes, the bytes, and the word where the
 * file goes, which is the person's talk with the bot.
 */
export function createFiles({ people, log, timeoutMs = 30_000 }: FilesOptions): Files {
  return {
    send: async ({ user, name, bytes, comment }): Promise<FileSent> => {
      try {
        const client = people();
        const { channel } = await client.conversations.open({ users: user });
        if (channel?.id === undefined) return { ok: false, word: 'no_channel' };
        const { upload_url: url, file_id: id } = await client.files.getUploadURLExternal({
          filename: name,
          length: bytes.length,
        });
        if (url === undefined || id === undefined) return { ok: false, word: 'no_upload_url' };
        const taken = await fetch(url, {
          method: 'POST',
          headers: { 'Content-Type': 'application/octet-stream' },
          body: new Uint8Array(bytes),
          signal: AbortSignal.timeout(timeoutMs),
        });
        await taken.body?.cancel();
        if (!taken.ok) return { ok: false, word: `http_${taken.status}` };
        await client.files.completeUploadExternal({
          files: [{ id, title: name }],
          channel_id: channel.id,
          initial_comment: comment,
        });
        return { ok: true };
      } catch (error) {
        const failure = sortFailure(error);
        log.warn('a file could not be sent', { failure });
        return { ok: false, word: failure.kind === 'refused' ? failure.word : failure.kind };
      }
    },
  };
}
