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

/** A message of the bot in a channel's history: which one it is, and where it stands. */
export type Keyed = Found & {
  readonly incident: string;
  readonly part: string;
  readonly generation: number;
  readonly isSevere: boolean;
};

/** The metadata that a message with this key carries. What is told as severe has rung: as itself, or in its thread before its edit. */
export function metadataOf(key: CardKey, { revision, isSevere = false }: { revision: number; isSevere?: boolean }) {
  return { event_type: KEY_TYPE, event_payload: { ...key, revision, ...(isSevere && { severe: true }) } };
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
    for (const { incident, part, generation, ts, revision, replies } of keyedIn(page.messages)) {
      if (incident !== key.incident || part !== key.part || generation !== key.generation) continue;
      found.push({ ts, revision, replies });
    }
    // A thread is read from its beginning, to its end.
    const reached = thread === undefined ? Number(page.messages?.at(-1)?.ts ?? 0) * 1_000 : Number.POSITIVE_INFINITY;
    cursor = reached < from ? undefined : page.response_metadata?.next_cursor || undefined;
  } while (cursor !== undefined);
  return found.sort((a, b) => Number(a.ts) - Number(b.ts));
}

/**
 * The bot's own messages among the newest 200 of a channel: one call.
 *
 * @throws what the WebClient throws.
 */
export async function keysInChannel(client: WebClient, channel: ChannelId): Promise<readonly Keyed[]> {
  const page = await client.conversations.history({ channel, include_all_metadata: true, limit: PAGE });
  return keyedIn(page.messages);
}

/** What of a message in Slack's answers says that it is the bot's. */
type InHistory = {
  readonly ts?: string;
  readonly reply_count?: number;
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: object };
};

function keyedIn(messages: readonly InHistory[] = []): readonly Keyed[] {
  return messages.flatMap(({ ts, reply_count: replies = 0, metadata }) => {
    const payload: Readonly<Record<string, unknown>> = { ...metadata?.event_payload };
    if (ts === undefined || metadata?.event_type !== KEY_TYPE) return [];
    const revision = typeof payload.revision === 'number' ? payload.revision : 0;
    const { incident, part, generation } = payload;
    if (typeof incident !== 'string' || typeof part !== 'string' || typeof generation !== 'number') return [];
    return [{ incident, part, generation, ts, revision, replies, isSevere: payload.severe === true }];
  });
}
