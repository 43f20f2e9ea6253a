import type { ChannelId, IncidentKind } from './incident.ts';

/** What one channel wants to hear. */
export type Subscription = {
  readonly channel: ChannelId;
  readonly kinds: readonly IncidentKind[];
};

/** The channels that hear incidents of this kind, each once. */
export function channelsFor(kind: IncidentKind, subscriptions: readonly Subscription[]): readonly ChannelId[] {
  const hearing = subscriptions.filter((subscription) => subscription.kinds.includes(kind));
  return [...new Set(hearing.map((subscription) => subscription.channel))];
}
