import type { DeviceId, DoorId, Instant, PlaceId } from '../door/ids.ts';
import type { LoginRefusal, Problem } from '../door/problem.ts';
import type { ChannelId } from './incident.ts';

/** What keeps the bot from seeing the doors, or from telling of them: the facts of the house's incidents. */

/** CLUe refuses to log the bot in: it sees nothing at all. */
export type SessionRefused = {
  readonly kind: 'session-refused';
  readonly why: LoginRefusal;
  readonly code?: string;
  readonly since: Instant;
  readonly until?: Instant;
};

/** Places cannot be read, for one cause: whatever happens there is not told until they can. */
export type Blind = {
  readonly kind: 'blind';
  readonly problem: Problem;
  /** Every place it struck. */
  readonly places: readonly PlaceId[];
  /** Those that still cannot be read. */
  readonly still: readonly PlaceId[];
  /** Rows that were caught up when places could be read again. */
  readonly caughtUp?: number;
  readonly since: Instant;
  readonly until?: Instant;
};

/** A device counted log entries that never reached the bot: whatever they tell is not known. */
export type MissingRows = {
  readonly kind: 'missing-rows';
  readonly place: PlaceId;
  readonly device: DeviceId;
  /** Doors that this device was seen to write for. */
  readonly doors: readonly DoorId[];
  /** How many entries have not come: those that are waited for, and those that were given up. */
  readonly missing: number;
  /** How many were missing at one time or another since it began. */
  readonly most: number;
  /** The device's own numbers of the first and the last entry that is, or was, missing. */
  readonly first: number;
  readonly last: number;
  readonly since: Instant;
  readonly until?: Instant;
};

/** A door that normally speaks at this time of the week has been silent far beyond its habit. */
export type SilentDoors = {
  readonly kind: 'silent';
  readonly place: PlaceId;
  /** Those that are silent now; once over, all that were. */
  readonly doors: readonly SilentDoor[];
  /** It ended without a row of these: the bot listens for them no longer. */
  readonly unheard?: true;
  /** The device time of the last row before it began. */
  readonly since: Instant;
  readonly until?: Instant;
};
export type SilentDoor = {
  readonly door: DoorId;
  /** The device time of its newest row. */
  readonly lastAt: Instant;
  /** The fewest rows that the same stretch of any remembered week brought. */
  readonly usual: number;
};

/** Slack cannot be reached: commands are not answered, and alerts wait. */
export type SlackAway = { readonly kind: 'slack-away'; readonly since: Instant; readonly until?: Instant };

/** Why the store does not take what the bot must remember. */
export const STORE_FAULTS = ['full', 'read-only', 'locked', 'gone', 'other'] as const;
export type StoreFault = (typeof STORE_FAULTS)[number];

/** The store cannot be written: the bot goes on from memory, and a restart meanwhile would forget. */
export type StoreFailing = {
  readonly kind: 'store-failing';
  readonly why: StoreFault;
  readonly since: Instant;
  readonly until?: Instant;
};

/** A channel takes no message of the bot. */
export type ChannelRefused = {
  readonly kind: 'channel-refused';
  readonly channel: ChannelId;
  /** Slack's word for why. */
  readonly word: string;
  readonly since: Instant;
  readonly until?: Instant;
};

/** Somebody asked for a proof that alerts arrive: nothing happened at any door. */
export type TestAlert = { readonly kind: 'test'; readonly by: string; readonly since: Instant };

/** Troubles that begin, change and end by being said: see house.ts. */
export type Trouble = MissingRows | SilentDoors | SlackAway | StoreFailing | ChannelRefused;
export type HouseFacts = SessionRefused | Blind | Trouble | TestAlert;
