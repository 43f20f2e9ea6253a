import type { Instant } from './door/ids.ts';
import type { Pace } from './slack/announcer.ts';
import type { Store } from './store/open.ts';
import type { LookoutPace } from './watch/lookout.ts';

/** What a start may bring along in place of the real thing. */
export type Overrides = {
  readonly now?: () => Instant;
  readonly pace?: Pace;
  /** How long after the first socket the second one is opened, in milliseconds. */
  readonly secondSocketAfterMs?: number;
  /** How often channels that take no messages are looked at, in milliseconds. */
  readonly restingLookMs?: number;
  /** How often it is looked whether a digest is due, in milliseconds. */
  readonly digestsEveryMs?: number;
  /** When a Slack that is away is said aloud. */
  readonly lookout?: LookoutPace;
  /** Comes between the bot and the store that it opened, for a test of what a failing write does. */
  readonly store?: (store: Store) => Store;
};
