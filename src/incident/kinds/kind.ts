import type { EventId, Instant } from '../../door/ids.ts';
import type { DayRecord } from '../days.ts';
import type { DoorFacts } from '../door-facts.ts';
import type { DoorView } from '../door-view.ts';
import type { Span } from '../spans.ts';
import { TRAIL_MS } from '../trail.ts';

/** What a kind of incident at a place looks at: all its doors, and what is known of its days. */
export type PlaceView = {
  readonly doors: readonly DoorView[];
  readonly days: readonly DayRecord[];
  /** When the bot first saw the place: what was seen then alerts nobody. */
  readonly watchingSince: Instant;
  /** When the bot last looked, as far as it remembers: what time alone has made an incident since then is not told yet. */
  readonly lookedAt: Instant;
  readonly now: Instant;
};

/** Something a kind recognised in the rows. The same rows at the same moment always give the same sightings. */
export type Sighting<F extends DoorFacts = DoorFacts> = {
  readonly facts: F;
  /**
   * The rows that make it an incident. A passing by-stander (a late relay-off) founds none, and a sighting without founders
   * only goes on with an incident that is there.
   */
  readonly founders: readonly EventId[];
  /** When the bot last saw a row of it. */
  readonly seenAt: Instant;
  readonly over: boolean;
  /** Time has made it an incident, not a row: it opens though none of its rows is new. */
  readonly isDue?: boolean;
};

/**
 * Whether what was seen was recent when the bot last looked: then it may open an incident though the row that made it one is
 * another's, as where a late authentication takes its relay from somebody else, or though only time did, while the bot was
 * down. Whatever was told of it before is still remembered.
 */
export const isRecent = (
  seenAt: Instant,
  { watchingSince, lookedAt }: { readonly watchingSince: Instant; readonly lookedAt: Instant },
): boolean => seenAt > watchingSince && lookedAt - seenAt <= TRAIL_MS;

type Particular<F extends DoorFacts> = {
  readonly name: F['kind'];
  /** The stretch of device time that is this incident: two sightings whose extents overlap are one. The end is not in it. */
  readonly extent: (facts: F) => Span;
  /** What was sighted, and what the incident knew already of rows that are no longer at hand: forgetting a row tells no news. */
  readonly carry: (known: F, sighted: F, isAtHand: (at: Instant) => boolean) => F;
  /** The stretch whose rows must stay at hand while it is unsettled. */
  readonly keeps: (facts: F) => Span;
};

/** One kind of incident at one door: pure, and all that is particular to it. */
export type DoorKind<F extends DoorFacts = DoorFacts> = Particular<F> & {
  readonly of: 'door';
  /** What the door's rows show, oldest first. */
  readonly sight: (view: DoorView) => readonly Sighting<F>[];
};

/** One kind of incident that no single door shows. */
export type PlaceKind<F extends DoorFacts = DoorFacts> = Particular<F> & {
  readonly of: 'place';
  readonly sight: (view: PlaceView) => readonly Sighting<F>[];
};

export type Kind = DoorKind | PlaceKind;
