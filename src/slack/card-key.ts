import type { WebClient } from '@slack/web-api';
import type { Instant } from '../door/ids.ts';
import type { Part } from '../incident/card.ts';
import type { ChannelId, IncidentId } from '../incident/incident.ts';

/** The event type under which the bot's messages carry their key. */
export const KEY_TYPE = 'clue_bot_message';

/** What a message of the bot is, written into its metadata, which others may read: no word about a person. */
export type CardKey = {
  readonly incident: IncidentId;
  readonly part: Part;
  /** Grows when a message is posted anew after somebody deleted it. */
  readonly generation: number;
};

/** A message of the bot found in a channel's history. */
export type Found = { readonly ts: string; readonly revision: number; readonly replies: number };

/** The metadata that a message with this key carries. */
export function metadataOf(key: CardKey, revision: number) {
  return { event_type: KEY_TYPE, event_payload: { ...key, revision } };
}

/** Messages a page of a channel's history. */
const PAGE = 200;

/** Where a message is looked for, and since when. */
export type Whereabouts = {
  readonly channel: ChannelId;
  readonly key: CardKey;
  readonly from: Instant;
  /** The thread that it would be a reply in. */
  readonly thread?: string | undefined;
};

/**
 * Looks through a channel's history, or a thread of it, for messages with this key, oldest first: down to `from`, and
 * through the newest 200 messages in any case. `from` is by the bot's clock and the messages are by Slack's; where the
 * bot's runs ahead, the message that is looked for seems to be older than the post itself.
 *
 * @throws what the WebClient throws.
 */
export async function findByKey(
  client: WebClient,
  { channel, key, from, thread }: Whereabouts,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  let cursor: string | undefined;
  do {
    const asked = { channel, include_all_metadata: true, limit: PAGE, ...(cursor !== undefined && { cursor }) };
    const page =
      thread === undefined
        ? await client.conversations.history(asked)
        : await client.conversations.replies({ ...asked, ts: thread });
    for (const message of page.messages ?? []) {
      const payload: Readonly<Record<string, unknown>> = { ...message.metadata?.event_payload };
      if (message.ts === undefined || message.metadata?.event_type !== KEY_TYPE) continue;
      if (payload.incident !== key.incident || payload.part !== key.part || payload.generation !== key.generation)
        continue;
      const revision = typeof payload.revision === 'number' ? payload.revision : 0;
      found.push({ ts: message.ts, revision, replies: message.reply_count ?? 0 });
    }
    // A thread is read from its beginning, to its end.
    const reached = thread === undefined ? Number(page.messages?.at(-1)?.ts ?? 0) * 1_000 : Number.POSITIVE_INFINITY;
    cursor = reached < from ? undefined : page.response_metadata?.next_cursor || undefined;
  } while (cursor !== undefined);
  return found.sort((a, b) => Number(a.ts) - Number(b.ts));
}
