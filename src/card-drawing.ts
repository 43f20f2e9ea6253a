import type { Config } from './config.ts';
import { type DoorId, type Instant, instant, type PlaceId } from './door/ids.ts';
import type { Part } from './incident/card.ts';
import type { ChannelState } from './incident/channel.ts';
import type { ChannelId } from './incident/incident.ts';
import type { Language } from './incident/language.ts';
import { leastShown, withNames } from './incident/names-shown.ts';
import type { CardRef, Drawn } from './slack/card-steps.ts';
import { type CardView, drawCard, drawNote } from './slack/messages/card.ts';
import { catalogueOf } from './slack/messages/words/catalogue.ts';
import type { OpenCards } from './watch/cards.ts';
import type { PlaceWatch } from './watch/place-watch.ts';

export type CardDrawingOptions = {
  readonly config: Pick<Config, 'places' | 'timeZone'>;
  readonly cards: Pick<OpenCards, 'find' | 'isGathered'>;
  /** By place id. */
  readonly watches: ReadonlyMap<string, PlaceWatch>;
  /** What the channel wishes: its language, and how people are named there. */
  readonly channel: (channel: ChannelId) => ChannelState | undefined;
  /** The language of channels that chose none. */
  readonly language: Language;
  readonly now: () => Instant;
};

/** Draws a card, or a reply in its thread, from its incident as it is now. */
export function cardDrawing({ config, cards, watches, channel, language, now }: CardDrawingOptions) {
  const nameOfPlace = (id: PlaceId): string | undefined => config.places.find((place) => place.id === id)?.name;
  const nameOfDoor = (place: PlaceId, door: DoorId): string | undefined =>
    watches
      .get(place)
      ?.desk.state()
      .doors.find((one) => one.door === door)?.name;

  return (ref: CardRef, part: Part): Drawn | undefined => {
    const found = cards.find(ref);
    if (found === undefined) return undefined;
    const wishes = channel(ref.channel);
    const own = found.cards.find((one) => one.channel === ref.channel);
    const names = found.facts.kind === 'gathering' ? leastShown(wishes?.subscriptions ?? []) : (own?.names ?? 'full');
    const incident = withNames(found, names);
    const toldAt = (): Instant => {
      const card = incident.cards.find((one) => one.channel === ref.channel);
      if (part !== 'card') return now();
      // Told in time by a message that gathers many, or by one that somebody deleted: this one is no late word.
      if ((card?.generation ?? 0) > 0 || cards.isGathered(ref)) return incident.openedAt;
      // A message's `ts` is the moment at which Slack took it, in seconds.
      return card?.ts === undefined ? now() : instant(Number(card.ts) * 1_000);
    };
    const view: CardView = {
      incident,
      toldAt: toldAt(),
      ...(own?.notify !== undefined && { notify: own.notify }),
      nameOfPlace,
      nameOfDoor,
      showPlace: config.places.length > 1,
      timeZone: config.timeZone,
      say: catalogueOf(wishes?.language ?? language),
    };
    const message = part === 'card' ? drawCard(view) : drawNote(part, view);
    if (message === undefined) return undefined;
    const { revision, openedAt } = incident;
    return { message, revision, ...(!cards.isGathered(ref) && { openedAt }) };
  };
}
