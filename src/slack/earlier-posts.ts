import type { WebClient } from '@slack/web-api';
import type { Instant } from '../door/ids.ts';
import type { ChannelId } from '../incident/incident.ts';
import { sortFailure } from './call-outcome.ts';
import { type CardKey, type Keyed, keysInChannel } from './card-key.ts';
import type { AnnouncerLog, CardRef, Drawn } from './card-steps.ts';

export type EarlierPostsOptions = {
  readonly client: WebClient;
  readonly log: AnnouncerLog;
  /** When this run of the bot began. */
  readonly startedAt: Instant;
};

/** What an earlier run of the bot left in the channels. */
export type EarlierPosts = {
  /** Where this message stands already, though no store remembers it. */
  readonly standing: (
    ref: CardRef,
    message: Pick<CardKey, 'part' | 'generation'>,
    drawn: Drawn | undefined,
  ) => Promise<string | undefined>;
};

/** A channel whose history cannot be read is asked for it no more often than this: alerts must not wait for it. */
const MOST_TRIES = 3;

/**
 * A bot that was killed while its store failed has told what its store never heard of: read again, the same rows are the same
 * incident by the same name, which its messages carry. So before the first message about something that began before this run
 * did, the newest messages of its channel are read, once. Replies are among them, since they are shown in the channel too.
 *
 * Rather twice than silent: what has become severe since then rings again.
 */
export function createEarlierPosts({ client, log, startedAt }: EarlierPostsOptions): EarlierPosts {
  const read = new Map<ChannelId, readonly Keyed[]>();
  const tries = new Map<ChannelId, number>();

  const postsIn = async (channel: ChannelId): Promise<readonly Keyed[]> => {
    const known = read.get(channel);
    const tried = tries.get(channel) ?? 0;
    if (known !== undefined || tried >= MOST_TRIES) return known ?? [];
    tries.set(channel, tried + 1);
    try {
      const posts = await keysInChannel(client, channel);
      read.set(channel, posts);
      return posts;
    } catch (error) {
      const failure = sortFailure(error);
      if (failure.kind === 'refused') read.set(channel, []);
      log.warn('what an earlier run told the channel could not be read', { channel, failure });
      return [];
    }
  };

  return {
    standing: async ({ channel, incident }, { part, generation }, drawn) => {
      const isOlder = drawn?.happenedAt !== undefined && drawn.happenedAt < startedAt;
      // A card that somebody deleted while the bot knew of it is posted anew.
      if (!isOlder || (part === 'card' && generation > 0)) return undefined;
      const own = (await postsIn(channel)).filter((post) => post.incident === incident);
      if (part !== 'card') return own.find((post) => post.part === part && post.generation === generation)?.ts;
      const cards = own.filter((post) => post.part === 'card').sort((a, b) => b.generation - a.generation);
      const hasRung = own.some((post) => post.part !== 'card' || post.isSevere);
      return drawn.isSevere && !hasRung ? undefined : cards[0]?.ts;
    },
  };
}
