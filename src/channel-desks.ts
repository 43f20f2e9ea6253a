import type { Instant } from './door/ids.ts';
import type { CardMessage } from './incident/card.ts';
import {
  type ChannelEffect,
  type ChannelMessage,
  type ChannelState,
  newChannel,
  updateChannel,
} from './incident/channel.ts';
import type { ChannelId } from './incident/incident.ts';
import type { Effect } from './incident/place.ts';
import type { Log } from './log.ts';
import type { CardRef } from './slack/card-steps.ts';
import type { Keeper } from './store/keeper.ts';
import { channelValue, loadValue } from './store/values.ts';
import type { IncidentDesk } from './watch/cards.ts';
import { type Desk, openDesk } from './watch/desk.ts';

export type ChannelDesksOptions = {
  readonly channels: readonly ChannelId[];
  readonly store: Pick<Keeper, 'load' | 'save'>;
  readonly now: () => Instant;
  readonly log: Log;
  /** All desks by name; the channels' own are put there too. */
  readonly desks: Map<string, IncidentDesk>;
  readonly run: (desk: string) => (effect: Effect) => void;
  /** An incident outlasted the message that told of it: its own card follows. */
  readonly release: (ref: CardRef) => void;
};

/** A desk for each channel: what one message tells of many incidents there. */
export async function openChannelDesks(
  options: ChannelDesksOptions,
): Promise<ReadonlyMap<ChannelId, Desk<ChannelState, ChannelMessage>>> {
  const { store, now, log, desks, run, release } = options;
  const opened = new Map<ChannelId, Desk<ChannelState, ChannelMessage>>();
  for (const channel of new Set(options.channels)) {
    const name = `channel/${channel}`;
    const settle = ({ desk, incident, revision }: Extract<ChannelEffect, { kind: 'settle' }>): void => {
      const told: CardMessage = { kind: 'card', incident, channel, outcome: { kind: 'told-elsewhere', revision } };
      const sent = desks.get(desk)?.send(told);
      // Said again at the next look, where it could not be saved.
      sent?.catch((error: unknown) =>
        log.warn('a gathered card could not be saved', { incident, error: String(error) }),
      );
    };
    const desk = openDesk<ChannelState, ChannelMessage, ChannelEffect>({
      name,
      initial: (await loadValue(store, name, channelValue)) ?? newChannel(channel),
      update: updateChannel,
      store,
      now,
      run: (effect) => {
        if (effect.kind === 'settle') settle(effect);
        else if (effect.kind === 'release') release({ desk: effect.desk, incident: effect.incident, channel });
        else run(name)(effect);
      },
    });
    opened.set(channel, desk);
    desks.set(name, { incidents: () => desk.state().incidents, send: desk.send });
  }
  return opened;
}
