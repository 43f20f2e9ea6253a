import { after, type Instant } from '../door/ids.ts';
import type { Card, ChannelId, Incident, IncidentId } from './incident.ts';

/** How long after a doubtful post a twin of it may still turn up, in milliseconds. */
export const TWIN_CHECK_AFTER_MS = 120_000;
/** How far before a doubtful post the channel's history is searched, in milliseconds. */
export const SEARCH_BEFORE_MS = 600_000;

/** What one card needs next, so that its channel knows the incident as it is now. */
export type Step =
  | { readonly do: 'nothing' }
  /** Nothing now, but look for a twin at that moment. */
  | { readonly do: 'wait'; readonly until: Instant }
  | { readonly do: 'post'; readonly generation: number; readonly revision: number }
  | { readonly do: 'update'; readonly ts: string; readonly generation: number; readonly revision: number }
  /** A post's answer was lost, or the bot stopped during a post: look whether the message stands. */
  | { readonly do: 'find'; readonly generation: number; readonly from: Instant }
  | { readonly do: 'check-twins'; readonly ts: string; readonly generation: number; readonly from: Instant };

/** What came of a step; what the announcer reports to the desk that owns the incident. */
export type Outcome =
  | { readonly kind: 'posting' }
  | { readonly kind: 'not-posted' }
  /** It stands in the channel and tells this revision. */
  | { readonly kind: 'posted'; readonly ts: string; readonly revision: number }
  /** A search found no trace of a doubtful post: post anew, and look for a late twin later. */
  | { readonly kind: 'not-found' }
  | { readonly kind: 'updated'; readonly revision: number }
  /** Somebody deleted the message. */
  | { readonly kind: 'vanished' }
  | { readonly kind: 'twins-checked'; readonly ts: string };

/** The message that reports an outcome to a desk. */
export type CardMessage = {
  readonly kind: 'card';
  readonly incident: IncidentId;
  readonly channel: ChannelId;
  readonly outcome: Outcome;
};

/** A card for each channel, none of them told yet. */
export function newCards(channels: readonly ChannelId[]): readonly Card[] {
  return channels.map((channel) => ({ channel, told: 0, generation: 0 }));
}

/** What this card needs now. */
export function nextStep(incident: Incident, card: Card, now: Instant): Step {
  const { generation, ts } = card;
  if (ts === undefined) {
    if (card.postingAt !== undefined) {
      return { do: 'find', generation, from: after(card.postingAt, -SEARCH_BEFORE_MS) };
    }
    return owes(incident, card) ? { do: 'post', generation, revision: incident.revision } : { do: 'nothing' };
  }
  if (owes(incident, card)) return { do: 'update', ts, generation, revision: incident.revision };
  if (card.twinCheckAt === undefined) return { do: 'nothing' };
  // A moment further off than it was ever set means that the clock was put back: then there is nothing to wait for.
  const waitMs = card.twinCheckAt - now;
  if (waitMs > 0 && waitMs <= TWIN_CHECK_AFTER_MS) return { do: 'wait', until: card.twinCheckAt };
  return { do: 'check-twins', ts, generation, from: after(card.twinCheckAt, -TWIN_CHECK_AFTER_MS - SEARCH_BEFORE_MS) };
}

/** Whether the announcer has anything left to do for this card, now or later. */
export function isUnfinished(incident: Incident, card: Card): boolean {
  return (
    owes(incident, card) || (card.ts === undefined && card.postingAt !== undefined) || card.twinCheckAt !== undefined
  );
}

/** A desk's incidents after what it heard of one of their cards. An incident that is forgotten changes nothing. */
export function withCardMessage<I extends Incident>(
  incidents: readonly I[],
  { incident, channel, outcome }: CardMessage,
  now: Instant,
): readonly I[] {
  return incidents.map((one) => (one.id === incident ? withOutcome(one, channel, outcome, now) : one));
}

/** The incident after what came of a step for one of its cards. An unknown channel changes nothing. */
export function withOutcome<I extends Incident>(incident: I, channel: ChannelId, outcome: Outcome, now: Instant): I {
  const cards = incident.cards.map((card) => (card.channel === channel ? apply(incident, card, outcome, now) : card));
  return { ...incident, cards };
}

function apply(incident: Incident, card: Card, outcome: Outcome, now: Instant): Card {
  const { postingAt, ts, twinCheckAt, ...rest } = card;
  const twin = twinCheckAt === undefined ? {} : { twinCheckAt };
  switch (outcome.kind) {
    case 'posting':
      return { ...rest, ...twin, postingAt: now };
    case 'not-posted':
      return { ...rest, ...twin };
    case 'posted':
      return { ...rest, ...twin, ts: outcome.ts, told: Math.max(card.told, outcome.revision) };
    case 'not-found':
      return { ...rest, twinCheckAt: after(now, TWIN_CHECK_AFTER_MS) };
    case 'updated':
      return { ...card, told: Math.max(card.told, outcome.revision) };
    case 'vanished':
      // An open incident is told again; a closed one rests: whoever deleted its message has seen it.
      return incident.closedAt === undefined
        ? { ...rest, told: 0, generation: card.generation + 1 }
        : { ...rest, told: incident.revision };
    case 'twins-checked':
      return { ...rest, ts: outcome.ts };
  }
}

/** A merged incident that its channel never heard of is told by the one that took it in. */
function owes(incident: Incident, card: Card): boolean {
  if (card.told >= incident.revision) return false;
  return !(incident.mergedInto !== undefined && card.ts === undefined && card.postingAt === undefined);
}
