import type { ChannelDesks } from './channel-desks.ts';
import { openChannelRest } from './channel-rest.ts';
import { type ChannelSharing, openChannelSharing } from './channel-sharing.ts';
import type { Instant } from './door/ids.ts';
import type { HouseDesk } from './house-desk.ts';
import type { ChannelId } from './incident/incident.ts';
import type { Language } from './incident/language.ts';
import type { Log } from './log.ts';
import type { Announcer } from './slack/announcer.ts';
import type { Slack } from './slack/bolt.ts';
import { createChannelEdge } from './slack/channel-edge.ts';
import type { CommandPorts } from './slack/commands/ports.ts';
import type { IncidentDesk } from './watch/cards.ts';

export type WishesOptions = {
  readonly desks: ChannelDesks;
  /** Every desk that has cards in channels, by name. */
  readonly cards: ReadonlyMap<string, IncidentDesk>;
  readonly house: Pick<HouseDesk, 'tell'>;
  readonly announcer: () => Pick<Announcer, 'takesAgain'> | undefined;
  /** The client for answers to people, once there is one. */
  readonly people: () => Slack['people'];
  /** The language of channels that chose none. */
  readonly language: Language;
  readonly now: () => Instant;
  readonly log: Log;
  /** How often channels that take no messages are looked at, in milliseconds. */
  readonly lookEveryMs?: number | undefined;
};

/** What commands need of channels, and what follows when a channel takes no messages, or takes them again. */
export type Wishes = Pick<CommandPorts, 'channels' | 'forms'> & {
  /** Hears how a message to the channel went: Slack's word for why it was refused, or undefined where it was taken. */
  readonly heard: (channel: ChannelId, word: string | undefined) => void;
  /** Which channels the company reads alone. */
  readonly sharing: Omit<ChannelSharing, 'stop'>;
  readonly stop: () => Promise<void>;
};

/** Opens the way from channels' wishes to Slack. */
export function openWishes(options: WishesOptions): Wishes {
  const { desks, cards, house, announcer, people, language, now, log, lookEveryMs } = options;
  const { open, say, ...edge } = createChannelEdge({ people, log });
  const sharing = openChannelSharing({
    channels: desks.all,
    sight: edge.sight,
    redraw: async (channel, closedToo) => {
      await Promise.all([...cards.values()].map((desk) => desk.send({ kind: 'redraw', channel, closedToo })));
    },
    now,
    log,
  });
  const { sight } = sharing;
  const isOver = (channel: ChannelId): void => house.tell({ kind: 'trouble-over', key: `channel-refused/${channel}` });
  const rest = openChannelRest({
    channels: desks.all,
    sight,
    onAwake: (channel) => {
      isOver(channel);
      announcer()?.takesAgain(channel);
    },
    log,
    ...(lookEveryMs !== undefined && { lookEveryMs }),
  });
  return {
    channels: { of: desks.of, sight, say, language },
    forms: { open },
    heard: (channel, word) => {
      if (word === undefined) {
        rest.heard(channel, word);
        isOver(channel);
        return;
      }
      const own = desks.all.get(channel)?.state();
      const subscriptions = desks.subscriptions();
      const hears = own !== undefined && (own.subscriptions.length > 0 || own.digest !== undefined);
      // A test alert can be asked for anywhere; where nobody is to be told, a no is the asker's news alone.
      if (!hears && !subscriptions.some((one) => one.channel === channel)) return;
      rest.heard(channel, word);
      house.tell({
        kind: 'trouble',
        facts: { kind: 'channel-refused', channel, word, since: now() },
        subscriptions,
      });
    },
    sharing,
    stop: async () => {
      sharing.stop();
      await rest.stop();
    },
  };
}
