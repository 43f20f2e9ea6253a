import type { WebClient } from '@slack/web-api';

/** A file for a channel or a talk. */
export type Upload = {
  /** Where it is shared: a channel's id, or that of a talk with one person. */
  readonly channel: string;
  readonly name: string;
  readonly title: string;
  readonly content: string;
  /** Said beside it. */
  readonly comment?: string;
};

/** The bytes may take so long, in milliseconds. */
const SEND_WITHIN_MS = 30_000;

/** Slack took the file's beginning and not its bytes. */
export class UploadError extends Error {
  override readonly name = 'UploadError';
}

/**
 * Shares a file in Slack's three steps: an address for it, its bytes, and where it is to be seen.
 *
 * @throws what the client throws, or {@link UploadError} where the bytes are not taken.
 */
export async function upload(client: WebClient, { channel, name, title, content, comment }: Upload): Promise<void> {
  const bytes = Buffer.from(content, 'utf8');
  const { upload_url: url, file_id: id } = await client.files.getUploadURLExternal({
    filename: name,
    length: bytes.length,
  });
  if (url === undefined || id === undefined) throw new UploadError('Slack gave no address for the file.');
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: bytes,
    signal: AbortSignal.timeout(SEND_WITHIN_MS),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new UploadError(`Slack did not take the file's bytes: HTTP ${answer.status}.`);
  await client.files.completeUploadExternal({
    files: [{ id, title }],
    channel_id: channel,
    ...(comment !== undefined && { initial_comment: comment }),
  });
}
