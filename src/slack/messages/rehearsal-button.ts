import type { Button } from '@slack/types';
import { type ChannelId, channelId } from '../../incident/incident.ts';
import type { Catalogue } from './words/catalogue.ts';

/** The action of the button under a rehearsal that makes a subscription of what was rehearsed. */
export const SUBSCRIBE_AS_SHOWN = 'subscribe-as-shown';

/** Slack's limit of a button's value. */
const MOST_VALUE = 2_000;

/** What was rehearsed, as it was typed, and for which channel. */
export type Shown = { readonly channel: ChannelId; readonly wish: string };

/** A button that remembers by itself what it is about; none for a wish that is too long to be remembered so. */
export function subscribeButton({ channel, wish }: Shown, { rehearsal }: Catalogue): readonly Button[] {
  const value = JSON.stringify([channel, wish]);
  if (value.length > MOST_VALUE) return [];
  return [
    { type: 'button', action_id: SUBSCRIBE_AS_SHOWN, text: { type: 'plain_text', text: rehearsal.button }, value },
  ];
}

/** What a pressed button was about; undefined for a value that no version of the bot wrote. */
export function shownBy(value: string): Shown | undefined {
  let parts: unknown;
  try {
    parts = JSON.parse(value);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parts)) return undefined;
  const [channel, wish]: readonly unknown[] = parts;
  return typeof channel === 'string' && typeof wish === 'string' ? { channel: channelId(channel), wish } : undefined;
}
