import type { Button } from '@slack/types';
import type { DoorId, PlaceId } from '../../door/ids.ts';
import { doorId, type Instant, instant, placeId } from '../../door/ids.ts';
import { SHOW_ROWS } from './action-ids.ts';
import { plain } from './layout.ts';
import { partsOf } from './parts.ts';
import type { Catalogue } from './words/catalogue.ts';

/** The rows a card was made of: one door, and a stretch of the device's time. */
export type RowsAsked = {
  readonly place: PlaceId;
  readonly door: DoorId;
  readonly from: Instant;
  /** Absent while it goes on. */
  readonly to?: Instant;
};

/** A button that remembers by itself what it is about, so that it works for as long as the message stands. */
export function rowsButton(asked: RowsAsked, { cards }: Catalogue): Button {
  return {
    type: 'button',
    action_id: SHOW_ROWS,
    text: plain(cards.showRows),
    value: JSON.stringify([asked.place, asked.door, asked.from, asked.to ?? null]),
  };
}

/** What a pressed button was about; undefined for a value that no version of the bot wrote. */
export function rowsAsked(value: string): RowsAsked | undefined {
  const [place, door, from, to] = partsOf(value);
  if (typeof place !== 'string' || typeof door !== 'string' || typeof from !== 'number') return undefined;
  if (typeof to !== 'number' && to !== null) return undefined;
  return {
    place: placeId(place),
    door: doorId(door),
    from: instant(from),
    ...(to !== null && { to: instant(to) }),
  };
}
