import type { EventId, Instant } from '../../door/ids.ts';
import type { Passage } from '../../door/passage.ts';
import type { DoorFacts } from '../incident.ts';
import type { Span } from '../spans.ts';
import type { TrailRow } from '../trail.ts';

/** What a kind of incident looks at: one door's rows at hand and what they mean, oldest first. */
export type DoorView = {
  readonly trail: readonly TrailRow[];
  readonly passages: readonly Passage[];
  readonly now: Instant;
};

/** Something a kind recognised in a door's rows. The same rows always give the same sightings. */
export type Sighting<F extends DoorFacts = DoorFacts> = {
  readonly facts: F;
  /** The rows that make it an incident. A passing by-stander (a late relay-off) founds none. */
  readonly founders: readonly EventId[];
  /** When the bot last saw a row of it. */
  readonly seenAt: Instant;
  readonly over: boolean;
};

/** One kind of incident: pure, and all that is particular to it. */
export type Kind<F extends DoorFacts = DoorFacts> = {
  readonly name: F['kind'];
  /** What the door's rows show, oldest first. */
  readonly sight: (view: DoorView) => readonly Sighting<F>[];
  /** The stretch of device time that is this incident: two sightings whose extents overlap are one. The end is not in it. */
  readonly extent: (facts: F) => Span;
  /** What was sighted, and what the incident knew already of rows that are no longer at hand: forgetting a row tells no news. */
  readonly carry: (known: F, sighted: F, isAtHand: (at: Instant) => boolean) => F;
  /** The stretch whose rows must stay at hand while it is unsettled. */
  readonly keeps: (facts: F) => Span;
};
