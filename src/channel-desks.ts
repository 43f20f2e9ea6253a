import type { Instant } from './door/ids.ts';
import type { Zone } from './door/zone.ts';
import type { CardMessage } from './incident/card.ts';
import {
  type ChannelEffect,
  type ChannelMessage,
  type ChannelState,
  newChannel,
  updateChannel,
} from './incident/channel.ts';
import { type ChannelId, channelId } from './incident/incident.ts';
import type { Effect } from './incident/place.ts';
import type { Subscription } from './incident/subscription.ts';
import { USUAL_TOPICS } from './incident/topic.ts';
import type { Log } from './log.ts';
import type { CardRef } from './slack/card-steps.ts';
import type { Keeper } from './store/keeper.ts';
import { channelValue, loadValue } from './store/values.ts';
import type { IncidentDesk } from './watch/cards.ts';
import { type Desk, openDesk } from './watch/desk.ts';

export type ChannelDesk = Desk<ChannelState, ChannelMessage>;

export type ChannelDesksOptions = {
  /** Channels that hear the usual things from their first start on, until somebody there wishes otherwise. */
  readonly alertChannels: readonly ChannelId[];
  /** Hears what the bot is blind to, whatever it subscribes to beside. */
  readonly opsChannel: ChannelId | undefined;
  readonly store: Pick<Keeper, 'load' | 'save' | 'names'>;
  readonly now: () => Instant;
  readonly zone: Zone;
  readonly log: Log;
  /** All desks by name; the channels' own are put there too. */
  readonly desks: Map<string, IncidentDesk>;
  readonly run: (desk: string) => (effect: Effect) => void;
  /** An incident outlasted or outgrew the message that told of it: its own card follows. */
  readonly release: (ref: CardRef) => void;
};

/** A desk for each channel that ever wished for something. */
export type ChannelDesks = {
  readonly all: ReadonlyMap<ChannelId, ChannelDesk>;
  /** The channel's desk, opened where there is none yet. */
  readonly of: (channel: ChannelId) => Promise<ChannelDesk>;
  /** What all channels want to hear now. What a channel that rests wants waits for it, for a day. */
  readonly subscriptions: () => readonly Subscription[];
};

const NAME = 'channel/';

/** Opens the desks of all channels that the store or the configuration knows. */
export async function openChannelDesks(options: ChannelDesksOptions): Promise<ChannelDesks> {
  const { alertChannels, opsChannel, store } = options;
  const opened = new Map<ChannelId, ChannelDesk>();
  const opening = new Map<ChannelId, Promise<ChannelDesk>>();

  const of = (channel: ChannelId): Promise<ChannelDesk> => {
    const known = opening.get(channel);
    if (known !== undefined) return known;
    const desk = open(channel, options).then((one) => {
      opened.set(channel, one);
      return one;
    });
    opening.set(channel, desk);
    // A store that cannot be read at this moment may be readable at the next.
    desk.catch(() => opening.delete(channel));
    return desk;
  };

  const stored = (await store.names()).filter((name) => name.startsWith(NAME));
  const known = new Set(stored.map((name) => channelId(name.slice(NAME.length))));
  for (const channel of known) await of(channel);
  if (opsChannel !== undefined) await of(opsChannel);
  for (const channel of alertChannels) {
    const desk = await of(channel);
    const isNew = !known.has(channel) && desk.state().subscriptions.length === 0;
    if (isNew) await desk.send({ kind: 'subscribe', subscription: { channel, id: 'usual', topics: USUAL_TOPICS } });
  }

  return {
    all: opened,
    of,
    subscriptions: () => [
      ...[...opened.values()].flatMap((desk) => desk.state().subscriptions),
      ...(opsChannel === undefined ? [] : [{ channel: opsChannel, id: 'ops', topics: ['blind'] } as const]),
    ],
  };
}

async function open(channel: ChannelId, options: ChannelDesksOptions): Promise<ChannelDesk> {
  const { store, now, zone, log, desks, run, release } = options;
  const name = `${NAME}${channel}`;
  const settle = ({ desk, incident, revision }: Extract<ChannelEffect, { kind: 'settle' }>): void => {
    const told: CardMessage = { kind: 'card', incident, channel, outcome: { kind: 'told-elsewhere', revision } };
    const sent = desks.get(desk)?.send(told);
    // Said again at the next look, where it could not be saved.
    sent?.catch((error: unknown) => log.warn('a gathered card could not be saved', { incident, error: String(error) }));
  };
  const desk = openDesk<ChannelState, ChannelMessage, ChannelEffect>({
    name,
    initial: (await loadValue(store, name, channelValue)) ?? newChannel(channel),
    update: (state, message, at) => updateChannel(state, message, at, zone),
    store,
    now,
    run: (effect) => {
      if (effect.kind === 'settle') settle(effect);
      else if (effect.kind === 'release') release({ desk: effect.desk, incident: effect.incident, channel });
      else run(name)(effect);
    },
  });
  desks.set(name, { incidents: () => desk.state().incidents, send: desk.send });
  return desk;
}
