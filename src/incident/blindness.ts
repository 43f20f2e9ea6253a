import type { Instant, PlaceId } from '../door/ids.ts';
import type { Problem } from '../door/problem.ts';
import { newCards } from './card.ts';
import { type ChannelId, type Incident, incidentId } from './incident.ts';
import type { Blind } from './trouble.ts';

/** A place that could not be read at its last poll, since when, and how many rows of it had been taken until then. */
export type Unseen = { readonly place: PlaceId; readonly since: Instant; readonly rowsSeen?: number };

/** A place unread for so long is told as blind, in milliseconds: what ends within a minute is caught up unnoticed. */
export const BLIND_AFTER_MS = 60_000;

/** What one cause of blindness is: one place's own trouble, or CLUe's, which is the same for all places. */
function causeOf(problem: Problem): string {
  switch (problem.kind) {
    case 'not-allowed':
    case 'no-such-place':
    case 'bad-request':
      return problem.kind;
    default:
      return 'clue';
  }
}

/** The open incident about this cause, with the place in it; a new one where there is none. Undefined when nothing changed. */
export function grownBlind(
  open: readonly Incident<Blind>[],
  unseen: Unseen,
  problem: Problem,
  channels: readonly ChannelId[],
  now: Instant,
): Incident<Blind> | undefined {
  const { place, since } = unseen;
  const known = open.find((one) => causeOf(one.facts.problem) === causeOf(problem));
  if (known === undefined) {
    return {
      id: incidentId(`blind/${causeOf(problem)}/${since}`),
      facts: { kind: 'blind', problem, places: [place], still: [place], since },
      revision: 1,
      lastReason: 'opened',
      openedAt: now,
      // Waiting a minute before it is said is the rule, not lateness.
      seenAfterMs: 0,
      seenAt: now,
      cards: newCards(channels),
    };
  }
  const { facts } = known;
  if (facts.still.includes(place)) return undefined;
  return {
    ...known,
    facts: {
      ...facts,
      problem,
      places: facts.places.includes(place) ? facts.places : [...facts.places, place],
      still: [...facts.still, place],
      since: since < facts.since ? since : facts.since,
    },
    revision: known.revision + 1,
    lastReason: 'grew',
    seenAt: now,
  };
}

/** The incident after this place was read again, with the rows that were caught up: smaller, or over. */
export function healedBlind(
  incident: Incident<Blind>,
  { place, caughtUp }: { readonly place: PlaceId; readonly caughtUp: number },
  now: Instant,
): Incident<Blind> {
  const still = incident.facts.still.filter((one) => one !== place);
  const isOver = still.length === 0;
  return {
    ...incident,
    facts: {
      ...incident.facts,
      still,
      caughtUp: (incident.facts.caughtUp ?? 0) + caughtUp,
      ...(isOver && { until: now }),
    },
    revision: incident.revision + 1,
    lastReason: isOver ? 'closed' : 'changed',
    seenAt: now,
    ...(isOver && { closedAt: now }),
  };
}
