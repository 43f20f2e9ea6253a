import { type ChannelId, channelId } from '../../../incident/incident.ts';
import { partsOf } from '../parts.ts';

/** The actions of the buttons beside what a channel wishes for. */
export const CHANGE_WISH = 'change-wish';
export const REMOVE_WISH = 'remove-wish';
export const END_MUTE = 'end-mute-listed';

export type WishButton = typeof CHANGE_WISH | typeof REMOVE_WISH | typeof END_MUTE;

/** What a button is about: a subscription or a mute of a channel. */
export type WishTarget = { readonly channel: ChannelId; readonly id: string };

/** A button remembers by itself what it is about, so that it works for as long as the message stands. */
export const wishButtonValue = ({ channel, id }: WishTarget): string => JSON.stringify([channel, id]);

/** What a pressed button is about; undefined for a value that no version of the bot wrote. */
export function wishTarget(value: string): WishTarget | undefined {
  const [channel, id] = partsOf(value);
  return typeof channel === 'string' && typeof id === 'string' ? { channel: channelId(channel), id } : undefined;
}
