import type { LeftUnlocked } from './door-facts.ts';
import type { Facts } from './incident.ts';

/** How much an incident matters, from the least: what is severe is told before what is calm, and rings again when it becomes so. */
export const SEVERITIES = ['calm', 'notable', 'severe'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** So many failures before somebody is let in are an attack that succeeded, not a face that was misread. */
export const SEVERE_FAILURES = 4;
/** A door that was left unlocked so long is severe, in milliseconds. */
export const SEVERE_UNLOCKED_MS = 600_000;

/** How much these facts matter. */
export function severityOf(facts: Facts): Severity {
  switch (facts.kind) {
    case 'failures':
      if (facts.entries.length === 0) return 'notable';
      return facts.count >= SEVERE_FAILURES ? 'severe' : 'calm';
    case 'walk-around':
      return facts.entries.length > 0 ? 'severe' : 'notable';
    case 'refused-by-third-party':
    case 'not-unlocked':
      return 'notable';
    case 'unexplained':
      return facts.habit === 'rare' ? 'notable' : 'calm';
    case 'left-unlocked':
      return lengthOf(facts) >= SEVERE_UNLOCKED_MS ? 'severe' : 'notable';
    case 'unlocks':
    case 'entries':
    case 'first-in':
    case 'last-entry':
    case 'digest':
      return 'calm';
    case 'gathering':
      return facts.rows.some((row) => row.severity === 'severe') ? 'severe' : 'notable';
    case 'test':
      return 'notable';
    case 'session-refused':
    case 'blind':
    case 'missing-rows':
    case 'silent':
    case 'slack-away':
    case 'store-failing':
    case 'channel-refused':
      return 'severe';
  }
}

/** How long it was left unlocked, as far as it is known, in milliseconds. */
const lengthOf = ({ since, until, minutes = 0 }: LeftUnlocked): number =>
  until === undefined ? minutes * 60_000 : until - since;

/** Below zero where `a` matters more than `b`. */
export const bySeverity = (a: Severity, b: Severity): number => SEVERITIES.indexOf(b) - SEVERITIES.indexOf(a);
