import type { WebClient } from '@slack/web-api';
import { sortFailure } from './call-outcome.ts';
import type { Message } from './messages/message.ts';

/** Writes to one person, in their talk with the bot. Where Slack refuses the layout the plain text goes out. Rejects where that cannot be said either. */
export async function writeTo(client: WebClient, user: string, { text, blocks }: Message): Promise<void> {
  const plainly = { channel: user, text, unfurl_links: false, unfurl_media: false };
  try {
    await client.chat.postMessage({ ...plainly, blocks: [...blocks] });
  } catch (error) {
    if (sortFailure(error).kind !== 'layout-refused') throw error;
    await client.chat.postMessage(plainly);
  }
}
