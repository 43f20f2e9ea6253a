import type { ChannelDesk } from './channel-desks.ts';
import type { Instant } from './door/ids.ts';
import type { ChannelId } from './incident/incident.ts';
import { isFresh, mayName, type Sharing, withAllowance, withSight } from './incident/sharing.ts';
import type { Log } from './log.ts';
import type { ChannelNews } from './slack/channel-news.ts';
import type { ChannelSight } from './slack/commands/ports.ts';
import { pause } from './slack/pause.ts';

export type ChannelSharingOptions = {
  readonly channels: ReadonlyMap<ChannelId, ChannelDesk>;
  /** Asks Slack. */
  readonly sight: (channel: ChannelId) => Promise<ChannelSight>;
  /** Has the cards that stand in the channel brought up to date; those of closed incidents too, where it says so. */
  readonly redraw: (channel: ChannelId, closedToo: boolean) => Promise<void>;
  readonly now: () => Instant;
  readonly log: Pick<Log, 'info' | 'warn'>;
};

/** Knows which channels the company that runs the bot reads alone. What Slack did not say lately counts as shared. */
export type ChannelSharing = {
  /** Asks Slack of a channel, and keeps the answer. Never rejects. */
  readonly sight: (channel: ChannelId) => Promise<ChannelSight>;
  /** Whether people may be named there. */
  readonly mayName: (channel: ChannelId) => boolean;
  /**
   * An admin has people named in a channel that others read too, or not any more. Where somebody comes in while that is saved
   * they are not named. Rejects when it could not be saved.
   */
  readonly allow: (channel: ChannelId, allowed: boolean, by: string) => Promise<void>;
  /** Asks where nobody has for long, before people are named in the channel. Takes two seconds at most, and never rejects. */
  readonly fresh: (channel: ChannelId) => Promise<void>;
  readonly heard: (news: ChannelNews) => void;
  /** Asks of every channel: what happened while the bot was down, no event tells. Never rejects. */
  readonly lookAtAll: () => Promise<void>;
  readonly stop: () => void;
};

/** An alert waits so long for Slack's word, in milliseconds; then it goes out without names. */
const PATIENCE_MS = 2_000;
/** Where Slack did not answer it is asked again after so long, in milliseconds. */
const ASK_AGAIN_AFTER_MS = 60_000;
/** The same answer is saved again no sooner, in milliseconds. */
const SAME_FOR_MS = 300_000;

/** Opens what is known of the channels' readers, and keeps it true. */
export function openChannelSharing(options: ChannelSharingOptions): ChannelSharing {
  const { channels, redraw, now, log } = options;
  /** The last word of each channel in this run. It holds also where it could not be saved. */
  const last = new Map<ChannelId, Sharing>();
  /** Where the bot came in, and has no word since. */
  const unsure = new Set<ChannelId>();
  /** How many events told of each channel: an answer that was asked for before one of them is overtaken. */
  const events = new Map<ChannelId, number>();
  /** Cards were drawn without names there because Slack did not answer in time. */
  const doubted = new Set<ChannelId>();
  const askedAt = new Map<ChannelId, Instant>();
  const asking = new Map<ChannelId, Promise<unknown>>();
  const stopping = new AbortController();

  const sharingOf = (channel: ChannelId): Sharing | undefined =>
    last.get(channel) ?? channels.get(channel)?.state().sharing;
  // A word from before this run names nobody: the event that ended it may have come while the bot was down.
  const isKnown = (channel: ChannelId): boolean => !unsure.has(channel) && isFresh(last.get(channel), now());
  const isNamed = (channel: ChannelId): boolean => !unsure.has(channel) && mayName(last.get(channel), now());

  const keep = async (channel: ChannelId, isShared: boolean, isChanged = false): Promise<void> => {
    const desk = channels.get(channel);
    if (desk === undefined) return;
    const before = sharingOf(channel);
    // An admin's word from before this run names nobody either: a third company may have come in while the bot was down.
    const isUnsure = unsure.has(channel) || !last.has(channel);
    const word = withSight(before, isShared, now(), isChanged || isUnsure);
    last.set(channel, word);
    unsure.delete(channel);
    if (before !== undefined && before.isShared !== isShared) {
      log.info(isShared ? 'a channel is shared with another company' : 'a channel is shared no more', { channel });
    }
    if (!isSaved(desk.state().sharing, word))
      await saved(
        channel,
        desk.send({ kind: 'sharing', isShared, ...(word.allowed === undefined && { isChanged: true }) }),
      );
    const isCleared = doubted.has(channel) && isNamed(channel);
    if (isCleared) doubted.delete(channel);
    if (word.owesRedraw === undefined && !isCleared) return;
    await redrawn(channel, isShared || isCleared);
  };
  const redrawn = async (channel: ChannelId, closedToo: boolean): Promise<void> => {
    const word = last.get(channel);
    try {
      await redraw(channel, closedToo);
    } catch (error) {
      // Tried again with the next word of Slack's, which the timer asks for.
      log.warn('cards of a channel that others read could not be brought up to date', {
        channel,
        error: String(error),
      });
      return;
    }
    if (word !== undefined && last.get(channel) === word) {
      const { owesRedraw, ...drawn } = word;
      last.set(channel, drawn);
    }
    const desk = channels.get(channel);
    if (desk !== undefined) await saved(channel, desk.send({ kind: 'redrawn' }));
  };
  const saved = async (channel: ChannelId, saving: Promise<unknown>): Promise<void> => {
    await saving.catch((error: unknown) =>
      log.warn('whether a channel is shared could not be saved', { channel, error: String(error) }),
    );
  };

  const sight = async (channel: ChannelId): Promise<ChannelSight> => {
    const before = events.get(channel);
    askedAt.set(channel, now());
    const seen = await options.sight(channel);
    if (seen.kind !== 'seen') return seen;
    const isShared = seen.isShared || events.get(channel) !== before;
    await keep(channel, isShared);
    return { ...seen, isShared };
  };
  const ask = (channel: ChannelId): Promise<unknown> => {
    const asked = asking.get(channel) ?? sight(channel).finally(() => asking.delete(channel));
    asking.set(channel, asked);
    return asked;
  };

  const timer = setInterval(() => {
    for (const channel of channels.keys()) {
      if (doubted.has(channel) || last.get(channel)?.owesRedraw === true) void ask(channel);
    }
  }, ASK_AGAIN_AFTER_MS);

  return {
    sight,
    mayName: isNamed,
    allow: async (channel, allowed, by) => {
      const desk = channels.get(channel);
      if (desk === undefined) return;
      const before = events.get(channel);
      await desk.send({ kind: 'names-allowed', allowed, by });
      // Somebody came in while it was saved: the word was not for them.
      const isOvertaken = allowed && events.get(channel) !== before;
      const word = last.get(channel);
      const allowance = allowed && !isOvertaken ? { by, at: now() } : undefined;
      if (word !== undefined) last.set(channel, withAllowance(word, allowance, now()));
      if (isOvertaken) {
        log.info('an admin’s word for a channel was overtaken by who came in', { channel, by });
        await desk.send({ kind: 'names-allowed', allowed: false, by });
        await redrawn(channel, true);
        return;
      }
      log.info(allowed ? 'an admin has people named in a channel' : 'an admin has people named no more in a channel', {
        channel,
        by,
      });
      await redrawn(channel, true);
    },
    fresh: async (channel) => {
      if (!channels.has(channel) || isKnown(channel)) return;
      const sinceMs = now() - (askedAt.get(channel) ?? Number.NEGATIVE_INFINITY);
      const isTooSoon = sinceMs >= 0 && sinceMs < ASK_AGAIN_AFTER_MS && !asking.has(channel);
      if (!isTooSoon) await Promise.race([ask(channel), pause(PATIENCE_MS, stopping.signal)]);
      if (!isKnown(channel)) doubted.add(channel);
    },
    heard: ({ kind, channel }) => {
      if (!channels.has(channel)) return;
      if (kind !== 'unshared') events.set(channel, (events.get(channel) ?? 0) + 1);
      if (kind === 'joined') unsure.add(channel);
      if (kind === 'shared') void keep(channel, true, true);
      else void sight(channel);
    },
    lookAtAll: async () => {
      for (const channel of [...channels.keys()]) {
        if (stopping.signal.aborted) return;
        await ask(channel);
      }
    },
    stop: () => {
      stopping.abort();
      clearInterval(timer);
    },
  };
}

/** Whether the store knows it already, or nearly: the same word is saved now and then, and not at every look. */
const isSaved = (known: Sharing | undefined, word: Sharing): boolean =>
  known?.isShared === word.isShared &&
  known.owesRedraw === word.owesRedraw &&
  known.allowed?.at === word.allowed?.at &&
  known.seenAt <= word.seenAt &&
  word.seenAt - known.seenAt < SAME_FOR_MS;
