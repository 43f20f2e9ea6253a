import type { ChannelDesk } from './channel-desks.ts';
import type { ChannelId } from './incident/incident.ts';
import type { Log } from './log.ts';
import type { ChannelSight } from './slack/commands/ports.ts';

export type ChannelRestOptions = {
  readonly channels: ReadonlyMap<ChannelId, ChannelDesk>;
  readonly sight: (channel: ChannelId) => Promise<ChannelSight>;
  /** A channel that rested takes messages again. */
  readonly onAwake: (channel: ChannelId) => void;
  readonly log: Log;
  /** How often channels that rest are looked at, in milliseconds. */
  readonly lookEveryMs?: number;
};

/** Lets the wishes of a channel rest while it takes no messages, and wakes them when it does. */
export type ChannelRest = {
  /** Hears how a message to the channel went: Slack's word for why it was refused, or undefined where it was taken. */
  readonly heard: (channel: ChannelId, word: string | undefined) => void;
  readonly stop: () => Promise<void>;
};

/** The channel was archived, or the bot is not in it. Any other no is nothing that coming back would end. */
const RESTING_WORDS = ['is_archived', 'not_in_channel', 'channel_not_found'];
/** So many are looked at in one look, at most: Slack answers some fifty such questions a minute. */
const MOST_LOOKED_AT = 25;

/**
 * Looks once a minute whether a channel that rests is there again. Slack would tell of it by events, but not of those that
 * happened while the bot was away, and a question costs no right that the bot has not got.
 */
export function openChannelRest(options: ChannelRestOptions): ChannelRest {
  const { channels, sight, onAwake, log, lookEveryMs = 60_000 } = options;
  let looking: Promise<void> | undefined;
  let first = 0;
  let isStopped = false;

  const send = async (channel: ChannelId, rests: boolean): Promise<void> => {
    const desk = channels.get(channel);
    if (desk === undefined || rests === (desk.state().restsSince !== undefined)) return;
    await desk.send({ kind: 'rests', rests });
    log.info(rests ? 'a channel rests until it takes messages' : 'a channel that rested is there again', { channel });
  };
  const resting = (): readonly ChannelId[] =>
    [...channels].flatMap(([channel, desk]) => (desk.state().restsSince === undefined ? [] : [channel]));

  const look = async (): Promise<void> => {
    const all = resting();
    // Where there are more than one look may ask for, the next one begins where this one ends.
    const from = all.length <= MOST_LOOKED_AT ? 0 : first % all.length;
    const these = [...all.slice(from), ...all.slice(0, from)].slice(0, MOST_LOOKED_AT);
    first = from + these.length;
    for (const channel of these) {
      if (isStopped) return;
      const seen = await sight(channel);
      if (seen.kind !== 'seen' || !seen.isMember || seen.isArchived) continue;
      await send(channel, false);
      onAwake(channel);
    }
  };
  const timer = setInterval(() => {
    looking ??= look()
      .catch((error: unknown) => log.warn('channels that rest could not be looked at', { error: String(error) }))
      .finally(() => {
        looking = undefined;
      });
  }, lookEveryMs);

  return {
    heard: (channel, word) => {
      if (word !== undefined && !RESTING_WORDS.includes(word)) return;
      // Said again with the next message that is refused or taken.
      send(channel, word !== undefined).catch((error: unknown) =>
        log.warn('whether a channel rests could not be saved', { channel, error: String(error) }),
      );
    },
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await looking;
    },
  };
}
