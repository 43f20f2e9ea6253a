import type { GatheredRow } from './gathering.ts';
import type { DoorFacts, Facts } from './incident.ts';

/** How much an incident matters, from the least: what is severe is told before what is calm, and rings again when it becomes so. */
export const SEVERITIES = ['calm', 'notable', 'severe'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** So many failures before somebody is let in are an attack that succeeded, not a face that was misread. */
export const SEVERE_FAILURES = 4;

/** How much these facts matter. */
export function severityOf(facts: Facts): Severity {
  switch (facts.kind) {
    case 'failures':
      return severityOfDoor(facts.kind, facts.count, facts.entries.length);
    case 'unlocks':
      return severityOfDoor(facts.kind, 1, facts.entries.length);
    case 'gathering':
      return facts.rows.some((row) => severityOfRow(row) === 'severe') ? 'severe' : 'notable';
    case 'test':
      return 'notable';
    default:
      return 'severe';
  }
}

/** How much one row of a gathering matters. */
export const severityOfRow = ({ kind, count, letIn }: GatheredRow): Severity => severityOfDoor(kind, count, letIn);

/** Below zero where `a` matters more than `b`. */
export const bySeverity = (a: Severity, b: Severity): number => SEVERITIES.indexOf(b) - SEVERITIES.indexOf(a);

function severityOfDoor(kind: DoorFacts['kind'], count: number, letIn: number): Severity {
  if (kind === 'unlocks') return 'calm';
  return letIn > 0 && count >= SEVERE_FAILURES ? 'severe' : 'notable';
}
