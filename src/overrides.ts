import type { Instant } from './door/ids.ts';
import type { Pace } from './slack/announcer.ts';
import type { LookoutPace } from './watch/lookout.ts';

/** What a start may bring along in place of the real thing. */
export type Overrides = {
  readonly now?: () => Instant;
  readonly pace?: Pace;
  /** How long after the first socket the second one is opened, in milliseconds. */
  readonly secondSocketAfterMs?: number;
  /** When a Slack that is away is said aloud. */
  readonly lookout?: LookoutPace;
  /** How often it is looked whether a digest is due, in milliseconds. */
  readonly digestsEveryMs?: number;
};
