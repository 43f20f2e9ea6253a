import type { Instant } from './door/ids.ts';
import type { HouseMessage } from './incident/house.ts';
import type { Subscription } from './incident/subscription.ts';
import type { Log } from './log.ts';
import type { Slack } from './slack/bolt.ts';
import { keepLookout, type Lookout } from './watch/keep-lookout.ts';
import type { LookoutPace } from './watch/lookout.ts';

export type OpenLookoutOptions = {
  readonly slack: Pick<Slack, 'isConnected' | 'takesMessages'>;
  /** Tells the house; rejects when that could not be saved. */
  readonly tellHouse: (message: HouseMessage) => Promise<unknown>;
  readonly subscriptions: () => readonly Subscription[];
  readonly log: Log;
  readonly now: () => Instant;
  readonly pace: LookoutPace | undefined;
};

/** Looks out for Slack, and tells the house of it in the house's words. */
export function openLookout({ slack, tellHouse, subscriptions, log, now, pace }: OpenLookoutOptions): Lookout {
  return keepLookout({
    isConnected: slack.isConnected,
    takesMessages: slack.takesMessages,
    tell: (news) =>
      tellHouse(
        news.kind === 'back'
          ? { kind: 'trouble-over', key: 'slack-away' }
          : { kind: 'trouble', facts: { kind: 'slack-away', since: news.since }, subscriptions: subscriptions() },
      ),
    log,
    now,
    ...(pace !== undefined && { pace }),
  });
}
