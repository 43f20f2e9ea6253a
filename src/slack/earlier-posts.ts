import type { WebClient } from '@slack/web-api';
import type { Instant } from '../door/ids.ts';
import type { ChannelId } from '../incident/incident.ts';
import { sortFailure } from './call-outcome.ts';
import { type Keyed, keysInChannel } from './card-key.ts';
import type { AnnouncerLog, CardRef, Drawn } from './card-steps.ts';

export type EarlierPostsOptions = {
  readonly client: WebClient;
  readonly log: AnnouncerLog;
  /** When this run of the bot began. */
  readonly startedAt: Instant;
};

/** What an earlier run of the bot left in the channels. */
export type EarlierPosts = {
  /** Where a message that tells of this incident stands already, though no store remembers it. */
  readonly standing: (ref: CardRef, drawn: Drawn | undefined) => Promise<string | undefined>;
};

/** A channel whose history cannot be read is asked for it no more often than this: alerts must not wait for it. */
const MOST_TRIES = 3;

/**
 * A bot that was killed while its store failed has told what its store never heard of: read again, the same rows are the same
 * incident by the same name, which its message carries. So before the first card of something that happened before this run
 * began, the newest messages of its channel are read, once.
 *
 * Rather twice than silent: what is severe rings again, unless the thread that stands there has rung for it.
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
    standing: async ({ channel, incident }, drawn) => {
      if (drawn?.happenedAt === undefined || drawn.happenedAt >= startedAt) return undefined;
      const own = (await postsIn(channel)).filter((post) => post.incident === incident);
      const cards = own.filter((post) => post.part === 'card').sort((a, b) => b.generation - a.generation);
      const hasRung = own.some((post) => post.part !== 'card');
      return drawn.isSevere && !hasRung ? undefined : cards[0]?.ts;
    },
  };
}
