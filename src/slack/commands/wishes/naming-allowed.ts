import type { Instant } from '../../../door/ids.ts';
import type { ChannelState } from '../../../incident/channel.ts';
import { mayName } from '../../../incident/sharing.ts';
import type { Subscription } from '../../../incident/subscription.ts';
import type { Catalogue } from '../../messages/words/catalogue.ts';
import type { ChannelSight } from '../ports.ts';

/** Why people are not named in a channel: it is shared, or nobody knows; undefined where they are. */
export type NamesLeftOut = 'shared' | 'unknown' | undefined;

/** What counts is Slack's word of this moment; where there is none, what it said lately. */
export function namesLeftOut(sight: ChannelSight, { sharing }: ChannelState, now: Instant): NamesLeftOut {
  if (sight.kind === 'seen' && !sight.isShared) return undefined;
  // The desk has heard Slack's word of this moment, and forgot an admin's that was for others.
  if (mayName(sharing, now)) return undefined;
  if (sight.kind === 'seen') return 'shared';
  return sharing?.isShared === true ? 'shared' : 'unknown';
}

/** The same in a sentence; none where people are named. */
export function leftOutInWords(why: NamesLeftOut, { wishes }: Catalogue): readonly string[] {
  if (why === undefined) return [];
  return [why === 'shared' ? wishes.namesLeftOut : wishes.sharingUnknown];
}

/** The subscription as a channel may read of it: without a name where others may read along. */
export const asToldTo = (why: NamesLeftOut, subscription: Subscription): Subscription =>
  why === undefined ? subscription : { ...subscription, names: 'none' };
