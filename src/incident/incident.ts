import { after, type DoorId, type EventId, type Instant, type PlaceId } from '../door/ids.ts';
import type { Digest } from './digest.ts';
import { DOOR_KINDS, type DoorFacts } from './door-facts.ts';
import type { Gathering } from './gathering.ts';
import type { NamesShown } from './subscription.ts';
import type { HouseFacts } from './trouble.ts';

/** `failures/178/181/12907819`: kind, place, door and the row it began with. Says nothing about a person. */
export type IncidentId = string & { readonly incidentId: unique symbol };
/** A Slack channel's id. */
export type ChannelId = string & { readonly channelId: unique symbol };

export const incidentId = (text: string): IncidentId => text as IncidentId;
export const channelId = (text: string): ChannelId => text as ChannelId;

export type Facts = DoorFacts | HouseFacts | Gathering | Digest;
/** Why an incident changed; travels to the log and, where it matters, into words. */
export type Reason = 'opened' | 'grew' | 'changed' | 'closed' | 'reopened' | 'merged';

/** Something worth telling, and how far each channel was told of it. */
export type Incident<F extends Facts = Facts> = {
  readonly id: IncidentId;
  readonly facts: F;
  readonly place?: PlaceId;
  readonly door?: DoorId;
  /** The row it was opened for: whatever later rows show, the incident with that row in it is this one. */
  readonly founder?: EventId;
  /** Grows by one with every change worth telling. Starts at 1. */
  readonly revision: number;
  readonly lastReason: Reason;
  /** When the bot first saw it, by the bot's clock. */
  readonly openedAt: Instant;
  /** How long after it happened the bot saw the row it was opened for, in milliseconds; negative where a device's clock runs ahead. */
  readonly seenAfterMs: number;
  /** When the bot last saw a row of it, by the bot's clock. */
  readonly seenAt: Instant;
  /** When it ended, by the bot's clock; absent while it goes on. */
  readonly closedAt?: Instant;
  /** The incident that took this one in, when a late row showed that both are one. */
  readonly mergedInto?: IncidentId;
  /** Late rows showed that nothing was wrong. */
  readonly isUnfounded?: true;
  readonly cards: readonly Card[];
  /** What is worth ringing for a second time, oldest first: an edit notifies nobody, so it is said in the card's thread. */
  readonly notes?: readonly Note[];
  /** Somebody has it. */
  readonly taken?: By;
  /** Somebody said that it is no incident, and why. */
  readonly dismissed?: By & { readonly why: Verdict };
  /** Somebody took the last answer back; `of` is whose it was. */
  readonly undone?: By & { readonly what: 'taken' | 'dismissed'; readonly of: string };
};

/** What a reply in a card's thread says. One of each, at most, per incident and channel. */
export const NOTE_PARTS = [
  /** Somebody was let in after many failures. */
  'let-in',
  /** It became severe in another way. */
  'worse',
  /** A severe incident that nobody has answered for a quarter of an hour. */
  'unanswered',
] as const;
export type NotePart = (typeof NOTE_PARTS)[number];

/** Who said something about an incident, by their Slack id, and when. */
export type By = { readonly user: string; readonly at: Instant };

/** Why an incident is none. */
export const VERDICTS = ['noise', 'test', 'known'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** News of an incident that its card's first post did not have. */
export type Note = {
  readonly part: NotePart;
  /** The revision that brought it: a card first posted at it, or later, has said it already. */
  readonly revision: number;
  /** When the bot saw the row that made it news, by the bot's clock. */
  readonly seenAt: Instant;
};

/** How a message of the bot stands in Slack, as far as the bot knows. */
export type Standing = {
  /** Where the message stands, once known. */
  readonly ts?: string;
  /** A post is under way, or its answer was lost: the message may already stand in the channel. */
  readonly postingAt?: Instant;
  /** When to look once more for a late twin of a post whose answer was lost. */
  readonly twinCheckAt?: Instant;
};

/** A reply in a card's thread. */
export type Reply = Standing & {
  readonly part: NotePart;
  /** It is to be drawn anew for who reads the channel now, at this revision or a later one. News alone edits no reply. */
  readonly owes?: number;
};

/** One incident's message in one channel. */
export type Card = Standing & {
  readonly channel: ChannelId;
  /** The revision that the channel was told; 0 before the first post. */
  readonly told: number;
  /** Grows when the card is posted anew, after somebody deleted it. */
  readonly generation: number;
  /** The revision that the first post of this generation told; absent before it. */
  readonly posted?: number;
  /** Replies in its thread that were begun. */
  readonly replies?: readonly Reply[];
  /** How people are named in it; in full where it is left out. */
  readonly names?: Exclude<NamesShown, 'full'>;
  /** Slack's ids of whom a severe card names when nobody answers it. */
  readonly notify?: readonly string[];
};

/** Whether these facts are of a door or a place, not of the bot itself. */
export const isDoorFacts = (facts: Facts): facts is DoorFacts => DOOR_KINDS.some((kind) => kind === facts.kind);

export const isClosed = (incident: Incident): boolean => incident.closedAt !== undefined;

/** The newest moment of it, by the clock of whoever noticed it. */
export function lastOf(facts: Facts): Instant {
  switch (facts.kind) {
    case 'failures':
    case 'walk-around':
    case 'refused-by-third-party':
    case 'not-unlocked':
    case 'unexplained':
      return facts.lastAt;
    case 'entries':
      return facts.entries.at(-1)?.at ?? facts.since;
    case 'first-in':
    case 'last-entry':
      return facts.entry.at;
    case 'gathering':
      return facts.joinedAt;
    case 'test':
      return facts.since;
    case 'left-unlocked':
      return facts.until ?? after(facts.since, (facts.minutes ?? 0) * 60_000);
    case 'unlocks':
    case 'session-refused':
    case 'blind':
    case 'missing-rows':
    case 'silent':
    case 'slack-away':
    case 'store-failing':
    case 'channel-refused':
    case 'digest':
      return facts.until ?? facts.since;
  }
}

/** When it began, by the clock of whoever noticed it. */
export function beganAt(facts: Facts): Instant {
  return facts.kind === 'failures' ? facts.firstAt : facts.since;
}
