import type { DoorId, Instant, PlaceId } from '../door/ids.ts';
import type { Card, DoorFacts, Incident, IncidentId } from './incident.ts';

/** Why cards were gathered into one: many at once, rows that came late, or a Slack that was away. */
export const GATHERING_REASONS = ['storm', 'rows-late', 'slack-away'] as const;
export type GatheringReason = (typeof GATHERING_REASONS)[number];

/** One message that tells of many incidents in a channel, in place of a card for each. */
export type Gathering = {
  readonly kind: 'gathering';
  readonly why: GatheringReason;
  /** When the first of its incidents began, by the clock of whoever noticed it. */
  readonly since: Instant;
  /** When the last of its incidents joined, by the bot's clock. */
  readonly joinedAt: Instant;
  readonly rows: readonly GatheredRow[];
};

/** What a gathering tells of one incident. */
export type GatheredRow = {
  /** The desk that owns the incident: `place/178`. */
  readonly desk: string;
  readonly incident: IncidentId;
  readonly place: PlaceId;
  readonly door?: DoorId;
  readonly kind: DoorFacts['kind'];
  readonly since: Instant;
  readonly lastAt: Instant;
  /** Failures of a burst; relay-ons of a spell. */
  readonly count: number;
  /** How many people were let in. */
  readonly letIn: number;
  readonly isOpen: boolean;
  /** When the bot first saw it, by the bot's clock. */
  readonly openedAt: Instant;
  /** How long after it happened the bot saw the row it was opened for, in milliseconds. */
  readonly seenAfterMs: number;
  /** The incident's revision that this row tells. */
  readonly revision: number;
  /** The incident's own card knows that it was told here. */
  readonly settled?: boolean;
  /** It outlasted the gathering: its own card follows. */
  readonly released?: boolean;
};

/** An incident whose card a gathering may tell, or tells. */
export type Candidate = {
  readonly row: GatheredRow;
  /** The revision that its own card is known to have told. */
  readonly told: number;
  readonly late: 'no' | 'row' | 'slack';
};

/** What is seen so long after it happened, or told so long after it was seen, is late; in milliseconds. */
export const LATE_AFTER_MS = 60_000;

/** The incident as a candidate; undefined where it is none, such as the house's own or one that another took in. */
export function candidateOf(desk: string, incident: Incident, card: Card, now: Instant): Candidate | undefined {
  const { facts, place, door, id, revision, closedAt, openedAt, seenAfterMs } = incident;
  if (place === undefined || incident.mergedInto !== undefined) return undefined;
  const what = summaryOf(facts);
  if (what === undefined) return undefined;
  const isOpen = closedAt === undefined;
  const late = !isOpen && seenAfterMs > LATE_AFTER_MS ? 'row' : now - openedAt > LATE_AFTER_MS ? 'slack' : 'no';
  const arrival = { openedAt, seenAfterMs };
  const row = { desk, incident: id, place, ...(door !== undefined && { door }), ...what, isOpen, ...arrival, revision };
  return { row, told: card.told, late };
}

type Summary = Pick<GatheredRow, 'kind' | 'since' | 'lastAt' | 'count' | 'letIn'>;

function summaryOf(facts: Incident['facts']): Summary | undefined {
  switch (facts.kind) {
    case 'failures': {
      const { kind, count, firstAt, lastAt, entries } = facts;
      return { kind, since: firstAt, lastAt, count, letIn: entries.length };
    }
    case 'unlocks': {
      const { kind, since, until, entries, withoutPerson } = facts;
      return { kind, since, lastAt: until ?? since, count: entries.length + withoutPerson, letIn: entries.length };
    }
    default:
      return undefined;
  }
}
