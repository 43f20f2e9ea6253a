import type { Config } from './config.ts';
import { type DoorId, type Instant, instant, type PlaceId } from './door/ids.ts';
import type { Part } from './incident/card.ts';
import type { CardRef, Drawn } from './slack/card-steps.ts';
import { type CardView, drawCard, drawNote } from './slack/messages/card.ts';
import type { OpenCards } from './watch/cards.ts';
import type { PlaceWatch } from './watch/place-watch.ts';

export type CardDrawingOptions = {
  readonly config: Pick<Config, 'places' | 'timeZone'>;
  readonly find: OpenCards['find'];
  /** By place id. */
  readonly watches: ReadonlyMap<string, PlaceWatch>;
  readonly now: () => Instant;
};

/** Draws a card, or a reply in its thread, from its incident as it is now. */
export function cardDrawing({ config, find, watches, now }: CardDrawingOptions) {
  const nameOfPlace = (id: PlaceId): string => config.places.find((place) => place.id === id)?.name ?? `place ${id}`;
  const nameOfDoor = (place: PlaceId, door: DoorId): string | undefined =>
    watches
      .get(place)
      ?.desk.state()
      .doors.find((one) => one.door === door)?.name;

  return (ref: CardRef, part: Part): Drawn | undefined => {
    const incident = find(ref);
    if (incident === undefined) return undefined;
    const ts = incident.cards.find((card) => card.channel === ref.channel)?.ts;
    const view: CardView = {
      incident,
      // A message's `ts` is the moment at which Slack took it, in seconds.
      toldAt: ts === undefined ? now() : instant(Number(ts) * 1_000),
      nameOfPlace,
      nameOfDoor,
      showPlace: config.places.length > 1,
      timeZone: config.timeZone,
    };
    const message = part === 'card' ? drawCard(view) : drawNote(part, view);
    return message && { message, revision: incident.revision, openedAt: incident.openedAt };
  };
}
