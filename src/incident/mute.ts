import type { Instant } from '../door/ids.ts';
import type { GatheredRow } from './gathering.ts';
import { bySeverity, type Severity } from './severity.ts';
import type { DoorRef } from './subscription.ts';
import type { Topic } from './topic.ts';

/** A channel's wish to hear nothing of a door, of a topic, or of a topic at a door, for a while. It never hides what the bot is blind to. */
export type Mute = {
  /** What tells the channel's mutes apart. */
  readonly id: string;
  readonly door?: DoorRef;
  readonly topic?: Topic;
  /** What is more severe than this is told all the same. */
  readonly severity: Severity;
  readonly since: Instant;
  readonly until: Instant;
  /** Whose wish it is, by their Slack id. */
  readonly by: string;
  /** Who ended it before its time, where somebody did by a button. */
  readonly endedBy?: string;
};

/** Whether the mute hides what this row tells. */
export function hides(mute: Mute, row: GatheredRow, now: Instant): boolean {
  const { door, topic, severity, until } = mute;
  return (
    now < until &&
    bySeverity(row.severity, severity) >= 0 &&
    (topic === undefined || row.topics.includes(topic)) &&
    (door === undefined || (row.place === door.place && row.door === door.door))
  );
}
