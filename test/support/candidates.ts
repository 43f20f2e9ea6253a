import { doorId } from '../../src/door/ids.ts';
import type { Candidate, GatheredRow } from '../../src/incident/gathering.ts';
import { incidentId } from '../../src/incident/incident.ts';
import { at, SHIBUYA } from './rows.ts';

/** Cards that wait for their first post in a channel. */

export type CandidateChange = Partial<GatheredRow> & { readonly told?: number; readonly late?: Candidate['late'] };

/** A burst of three failures at a door of its own that goes on since 09:00, not told yet. */
export function burstAt(door: number, { told = 0, late = 'no', ...change }: CandidateChange = {}): Candidate {
  return {
    told,
    late,
    row: {
      desk: 'place/178',
      incident: incidentId(`failures/178/${door}/1`),
      place: SHIBUYA,
      door: doorId(String(door)),
      kind: 'failures',
      topics: ['failures'],
      severity: 'notable',
      people: [],
      since: at('09:00:00'),
      lastAt: at('09:00:00'),
      count: 3,
      letIn: 0,
      isOpen: true,
      openedAt: at('09:00:00'),
      seenAfterMs: 0,
      revision: 1,
      ...change,
    },
  };
}

/** Such a burst at each of so many doors. */
export const burstsAt = (count: number, change?: CandidateChange): readonly Candidate[] =>
  Array.from({ length: count }, (_, door) => burstAt(door, change));
