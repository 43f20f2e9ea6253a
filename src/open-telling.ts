import { cardDrawing } from './card-drawing.ts';
import type { ChannelSharing } from './channel-sharing.ts';
import type { Instant } from './door/ids.ts';
import type { ChannelState } from './incident/channel.ts';
import type { ChannelId } from './incident/incident.ts';
import type { Language } from './incident/language.ts';
import type { Log } from './log.ts';
import type { NamesNow } from './names-now.ts';
import { remind } from './remind.ts';
import { type Announcer, type AnnouncerOptions, createAnnouncer, type Pace } from './slack/announcer.ts';
import type { IncidentDesk, OpenCards } from './watch/cards.ts';

export type TellingOptions = Required<Pick<AnnouncerOptions, 'client' | 'onChannel'>> & {
  readonly cards: OpenCards;
  readonly desks: ReadonlyMap<string, IncidentDesk>;
  readonly names: NamesNow;
  readonly channel: (id: ChannelId) => ChannelState | undefined;
  readonly sharing: Pick<ChannelSharing, 'mayName' | 'fresh'>;
  readonly language: Language;
  readonly pace: Pace | undefined;
  readonly log: Log;
  readonly now: () => Instant;
};

/** Opens the announcer over the desks' cards, and looks once a second what gathers in a channel and what nobody has answered. */
export function openTelling(options: TellingOptions): Announcer {
  const { client, cards, desks, names, channel, sharing, onChannel, language, pace, log, now } = options;
  const announcer = createAnnouncer({
    client,
    cards: { ...cards, draw: cardDrawing({ names, cards, channel, mayName: sharing.mayName, language, now }) },
    log,
    now,
    onChannel,
    beforeDrawing: async (ref) => {
      // What the bot tells of itself names nobody.
      if (ref.desk !== 'house') await sharing.fresh(ref.channel);
    },
    ...(pace !== undefined && { pace }),
  });
  const attending = setInterval(() => {
    for (const one of cards.gathering()) announcer.attend(one);
    remind(desks, now(), log);
  }, 1_000);
  return {
    ...announcer,
    stop: async () => {
      clearInterval(attending);
      await announcer.stop();
    },
  };
}
