import type { Person } from '../door/event.ts';
import type { DoorId, Instant } from '../door/ids.ts';

/** What the incidents of a door, or of a place, say. All times are the devices' own. */

/** Somebody whom the relay answered. */
export type Entry = { readonly at: Instant; readonly person?: Person };
/** The same, where it may have been at any door of a place. */
export type DoorEntry = Entry & { readonly door?: DoorId };

/** A burst of authentication failures at one door, ended by a minute of quiet. */
export type Failures = {
  readonly kind: 'failures';
  readonly count: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  /** Who was let in since the first failure, until a minute after the last; oldest first. */
  readonly entries: readonly Entry[];
};

/** One spell of an unlocked door: from the first relay-on to the relay-off. */
export type Unlock = {
  readonly kind: 'unlocks';
  readonly since: Instant;
  /** When it was locked again. */
  readonly until?: Instant;
  /** Who was let in by it; empty when nobody authenticated. */
  readonly entries: readonly Entry[];
  /** How many times the relay went on with nobody before it: exit button, schedule, remote command. */
  readonly withoutPerson: number;
};

/** Somebody who tried one door after another. */
export type WalkAround = {
  readonly kind: 'walk-around';
  readonly since: Instant;
  readonly lastAt: Instant;
  /** The path, in the order it was walked. */
  readonly steps: readonly Step[];
  /** Who was let in at the end of it. */
  readonly entries: readonly DoorEntry[];
};
/** A burst of failures at one door of a path. */
export type Step = {
  readonly door?: DoorId;
  readonly count: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
};

/** Passages of one kind at one door, each within a minute of the one before. */
type Run<Kind extends string> = {
  readonly kind: Kind;
  readonly count: number;
  readonly since: Instant;
  readonly lastAt: Instant;
  /** Whom it struck, each once. */
  readonly people: readonly Person[];
};
/** CLUe accepted them, the third party did not. */
export type RefusedByThirdParty = Run<'refused-by-third-party'>;
/** They authenticated, and the relay did not answer. */
export type NotUnlocked = Run<'not-unlocked'>;

/** Who was let in at a place within one minute of the clock. */
export type Entries = {
  readonly kind: 'entries';
  /** The minute's beginning. */
  readonly since: Instant;
  /** Oldest first. */
  readonly entries: readonly DoorEntry[];
};

/** Whether an exit button makes it normal at this door that the relay goes on with nobody before it. */
export const HABITS = ['unknown', 'rare', 'usual'] as const;
export type Habit = (typeof HABITS)[number];

/** The relay went on with nobody before it. */
export type Unexplained = {
  readonly kind: 'unexplained';
  readonly count: number;
  readonly since: Instant;
  readonly lastAt: Instant;
  /** What was known of the door's habit when it happened. */
  readonly habit: Habit;
};

/** A door that stays unlocked far beyond its habit. */
export type LeftUnlocked = {
  readonly kind: 'left-unlocked';
  readonly since: Instant;
  /** When it was locked again, or released again for somebody: then it must have been locked before. */
  readonly until?: Instant;
  /** No row told when it was locked again. */
  readonly isEndUntold?: true;
  /** Whole minutes so far, while it goes on. */
  readonly minutes?: number;
  /** Who was let in last before it. */
  readonly lastIn?: Entry;
};

/** A day at a place, by its own zone. */
type OfDay = {
  /** `2026-11-20`. */
  readonly day: string;
  /** The day's first moment, and the next day's. */
  readonly from: Instant;
  readonly to: Instant;
};

/** The first who was let in on a day. */
export type FirstIn = OfDay & { readonly kind: 'first-in'; readonly since: Instant; readonly entry: DoorEntry };

/** The last who was let in on a day that is over. Nobody knows who left: leaving is not recorded. */
export type LastEntry = OfDay & {
  readonly kind: 'last-entry';
  readonly since: Instant;
  readonly entry: DoorEntry;
  /** Entries of that day. */
  readonly count: number;
  /** The bot has watched the place only since then. */
  readonly countedFrom?: Instant;
};

export type DoorFacts =
  | Failures
  | Unlock
  | WalkAround
  | RefusedByThirdParty
  | NotUnlocked
  | Entries
  | Unexplained
  | LeftUnlocked
  | FirstIn
  | LastEntry;

export const DOOR_KINDS = [
  'failures',
  'unlocks',
  'walk-around',
  'refused-by-third-party',
  'not-unlocked',
  'entries',
  'unexplained',
  'left-unlocked',
  'first-in',
  'last-entry',
] as const satisfies readonly DoorFacts['kind'][];

const OF_PLACE: readonly string[] = [
  'walk-around',
  'entries',
  'first-in',
  'last-entry',
] satisfies readonly DoorFacts['kind'][];

/** Whether incidents of this kind are of a place as a whole: no single door shows them. */
export const isOfPlace = (kind: DoorFacts['kind']): boolean => OF_PLACE.includes(kind);
