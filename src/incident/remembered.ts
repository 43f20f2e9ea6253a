import type { Instant } from '../door/ids.ts';
import { isUnfinished } from './card.ts';
import { type DoorIncident, isSettled } from './decide.ts';
import type { IncidentId } from './incident.ts';

/** Closed incidents that no channel could be told of are kept so long, in milliseconds, and then given up. */
const UNTOLD_MS = 86_400_000;
/** What is over can be answered for so long, in milliseconds, and so many of the newest. */
const ANSWERABLE_MS = 86_400_000;
const ANSWERABLE_KEPT = 200;

/** The incidents that are remembered from now on: what goes on, what is still to be told, and what may be answered for. */
export function remembered(incidents: readonly DoorIncident[], now: Instant): readonly DoorIncident[] {
  const answerable = answerableOf(incidents, now);
  return incidents.filter((incident) => answerable.has(incident.id) || !isForgettable(incident, now));
}

/** What is over and has a message of its own: somebody may press a button under it in the morning. */
function answerableOf(incidents: readonly DoorIncident[], now: Instant): ReadonlySet<IncidentId> {
  const standing = incidents.filter(
    ({ closedAt, mergedInto, cards }) =>
      closedAt !== undefined &&
      now - closedAt < ANSWERABLE_MS &&
      mergedInto === undefined &&
      cards.some((card) => card.ts !== undefined),
  );
  const newest = standing.sort((a, b) => (a.closedAt ?? now) - (b.closedAt ?? now)).slice(-ANSWERABLE_KEPT);
  return new Set(newest.map((one) => one.id));
}

function isForgettable(incident: DoorIncident, now: Instant): boolean {
  if (!isSettled(incident, now)) return false;
  const told = incident.cards.every((card) => !isUnfinished(incident, card));
  return told || now - (incident.closedAt ?? now) > UNTOLD_MS;
}
