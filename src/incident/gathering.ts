import type { Person } from '../door/event.ts';
import type { DoorId, Instant, PlaceId } from '../door/ids.ts';
import { beganAt, type Card, type DoorFacts, type Incident, type IncidentId, isDoorFacts, lastOf } from './incident.ts';
import type { Mute } from './mute.ts';
import { type Severity, severityOf } from './severity.ts';
import { peopleOf } from './subscription.ts';
import { type Topic, topicsOf } from './topic.ts';

/** Why cards were gathered into one. */
export const GATHERING_REASONS = [
  /** Too many at once to be told one by one. */
  'storm',
  'rows-late',
  'slack-away',
  /** A day's calm lines: worth a line, not a message. */
  'calm',
  /** Held by the channel's quiet hours, and told when they end. */
  'quiet',
  /** Hidden by a mute, and confessed at its end. */
  'muted',
] as const;
export type GatheringReason = (typeof GATHERING_REASONS)[number];

/** One message that tells of many incidents in a channel, in place of a card for each. */
export type Gathering = {
  readonly kind: 'gathering';
  readonly why: GatheringReason;
  /** When the first of its incidents began, by the clock of whoever noticed it; when it was opened, while it has none. */
  readonly since: Instant;
  /** When the last of its incidents joined, by the bot's clock. */
  readonly joinedAt: Instant;
  /** It is told at this moment and takes nothing more from then on; where it is left out it is told at once. */
  readonly tellAt?: Instant;
  /** It takes what comes until this moment, and is kept current meanwhile: the end of a calm day. */
  readonly until?: Instant;
  /** The mute that it confesses, and what that was: by then the channel has forgotten it. */
  readonly mute?: string;
  readonly confesses?: Mute;
  readonly rows: readonly GatheredRow[];
};

/** What a gathering tells of one incident; of several at one door, where they are too many to be kept one by one. */
export type GatheredRow = {
  /** The desk that owns the incident: `place/178`. */
  readonly desk: string;
  readonly incident: IncidentId;
  readonly place: PlaceId;
  readonly door?: DoorId;
  readonly kind: DoorFacts['kind'];
  readonly topics: readonly Topic[];
  readonly severity: Severity;
  readonly since: Instant;
  readonly lastAt: Instant;
  /** Failures of a burst, relay-ons of a spell, people of the others. */
  readonly count: number;
  /** Who was let in, or was refused; in the order they came, each once. */
  readonly people: readonly Person[];
  /** How many people were let in. */
  readonly letIn: number;
  readonly isOpen: boolean;
  /** When the bot first saw it, by the bot's clock. */
  readonly openedAt: Instant;
  /** How long after it happened the bot saw the row it was opened for, in milliseconds. */
  readonly seenAfterMs: number;
  /** The incident's revision that this row tells. */
  readonly revision: number;
  /** The incidents that this row stands for, where they are several. */
  readonly times?: number;
  /** The incident's own card knows that it is told here. */
  readonly settled?: boolean;
  /** It outlasted or outgrew the gathering: its own card follows. */
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
  if (place === undefined || incident.mergedInto !== undefined || !isDoorFacts(facts)) return undefined;
  const isOpen = closedAt === undefined;
  const late = !isOpen && seenAfterMs > LATE_AFTER_MS ? 'row' : now - openedAt > LATE_AFTER_MS ? 'slack' : 'no';
  const row: GatheredRow = {
    desk,
    incident: id,
    place,
    ...(door !== undefined && { door }),
    kind: facts.kind,
    topics: topicsOf(facts),
    severity: severityOf(facts),
    since: beganAt(facts),
    lastAt: lastOf(facts),
    ...countsOf(facts),
    people: eachOnce(peopleOf(facts)),
    isOpen,
    openedAt,
    seenAfterMs,
    revision,
  };
  return { row, told: card.told, late };
}

function countsOf(facts: DoorFacts): Pick<GatheredRow, 'count' | 'letIn'> {
  switch (facts.kind) {
    case 'failures':
      return { count: facts.count, letIn: facts.entries.length };
    case 'unlocks':
      return { count: facts.entries.length + facts.withoutPerson, letIn: facts.entries.length };
  }
}

function eachOnce(people: readonly Person[]): readonly Person[] {
  return [...new Map(people.map((person) => [person.id ?? person.name ?? '', person])).values()];
}
