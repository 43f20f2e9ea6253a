import type { Facts } from './incident.ts';

/** How much an incident matters, from the least: what is severe is told before what is calm, and rings again when it becomes so. */
export const SEVERITIES = ['calm', 'notable', 'severe'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** So many failures before somebody is let in are an attack that succeeded, not a face that was misread. */
export const SEVERE_FAILURES = 4;

/** How much these facts matter. */
export function severityOf(facts: Facts): Severity {
  switch (facts.kind) {
    case 'failures':
      if (facts.entries.length === 0) return 'notable';
      return facts.count >= SEVERE_FAILURES ? 'severe' : 'calm';
    case 'unlocks':
    case 'digest':
      return 'calm';
    case 'gathering':
      return facts.rows.some((row) => row.severity === 'severe') ? 'severe' : 'notable';
    case 'test':
      return 'notable';
    default:
      return 'severe';
  }
}

/** Below zero where `a` matters more than `b`. */
export const bySeverity = (a: Severity, b: Severity): number => SEVERITIES.indexOf(b) - SEVERITIES.indexOf(a);
