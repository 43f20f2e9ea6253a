import type { Button } from '@slack/types';
import { type ChannelId, channelId } from '../../incident/incident.ts';
import type { Subscription } from '../../incident/subscription.ts';
import type { Wish } from '../../incident/wish.ts';
import { SUBSCRIBE_AS_SHOWN } from './action-ids.ts';
import { plain } from './layout.ts';
import { partsOf } from './parts.ts';
import { readWishParts, wishParts } from './wishes/wish-parts.ts';
import type { Catalogue } from './words/catalogue.ts';

/** Slack's limit of a button's value. */
const MOST_VALUE = 2_000;

/** What was rehearsed, and for which channel. */
export type Shown = { readonly channel: ChannelId; readonly wish: Wish };

/** What a button or a form carries, so that it means the very same wish for as long as it stands. */
export const shownValue = ({ channel, wish }: Shown): string => JSON.stringify([channel, ...wishParts(wish)]);

/** A button that remembers by itself what it is about; none for a wish that is too long to be remembered so. */
export function subscribeButton(shown: Shown, { rehearsal }: Catalogue): readonly Button[] {
  const value = shownValue(shown);
  if (value.length > MOST_VALUE) return [];
  return [{ type: 'button', action_id: SUBSCRIBE_AS_SHOWN, text: plain(rehearsal.button), value }];
}

/** What a pressed button was about; undefined for a value that no version of the bot wrote. */
export function shownBy(value: string): Shown | undefined {
  const [channel, ...parts] = partsOf(value);
  const wish = readWishParts(parts);
  return typeof channel === 'string' && wish !== undefined ? { channel: channelId(channel), wish } : undefined;
}

/** The subscription that a channel would have. */
export const subscriptionShown = ({ channel, wish }: Shown): Subscription => ({ ...wish, channel, id: 'rehearsed' });
