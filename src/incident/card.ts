import { after, type Instant } from '../door/ids.ts';
import type { Card, ChannelId, Incident, IncidentId, NotePart, Reply, Standing } from './incident.ts';

/** How long after a doubtful post a twin of it may still turn up, in milliseconds. */
export const TWIN_CHECK_AFTER_MS = 120_000;
/** How far before a doubtful post the channel's history is searched, in milliseconds. */
export const SEARCH_BEFORE_MS = 600_000;

/** Which message of a card: the card itself, or a reply in its thread. */
export type Part = 'card' | NotePart;

/** What one card needs next, so that its channel knows the incident as it is now. */
export type Step =
  | { readonly do: 'nothing' }
  /** Nothing now, but look for a twin at that moment. */
  | { readonly do: 'wait'; readonly until: Instant }
  | { readonly do: 'post'; readonly generation: number; readonly revision: number }
  /** Say news in the thread of the message `to`, since an edit rings for nobody. */
  | { readonly do: 'reply'; readonly part: NotePart; readonly to: string; readonly generation: number }
  /** Edit the card; or a reply in its thread, which names whom the channel's readers are not to see, or the other way round. */
  | {
      readonly do: 'update';
      readonly part?: NotePart;
      readonly ts: string;
      readonly generation: number;
      readonly revision: number;
    }
  /** A post's answer was lost, or the bot stopped during a post: look whether the message stands. */
  | ({ readonly do: 'find' } & Search)
  /** `ts` is where the message is known to stand; absent where none is: a doubtful post may turn up all the same. */
  | ({ readonly do: 'check-twins'; readonly ts?: string } & Search);

/** What to look for, and since when: in the channel, or in a thread of it. */
export type Search = {
  readonly part: Part;
  readonly generation: number;
  readonly from: Instant;
  readonly thread?: string;
};

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
  /** The one message that was kept; none where none was found, and none was known. */
  | { readonly kind: 'twins-checked'; readonly ts?: string }
  /** A message that gathers many told this revision in the channel; the card needs none of its own. */
  | { readonly kind: 'told-elsewhere'; readonly revision: number };

/** The message that reports an outcome to a desk. */
export type CardMessage = {
  readonly kind: 'card';
  readonly incident: IncidentId;
  readonly channel: ChannelId;
  /** The card itself, where it is left out. */
  readonly part?: Part;
  readonly outcome: Outcome;
};

/** A card for each channel, none of them told yet. */
export function newCards(channels: readonly ChannelId[]): readonly Card[] {
  return channels.map((channel) => ({ channel, told: 0, generation: 0 }));
}

/** What this card needs now: what rings first, then what is looked for, then an edit. */
export function nextStep(incident: Incident, card: Card, now: Instant): Step {
  const steps = [
    ...owedReplies(incident, card).map((part) => replyStep(card, part, now)),
    cardStep(incident, card, now),
    ...staleReplies(card).map((reply) => redrawStep(incident, card, reply)),
  ];
  const due = steps.find((step) => step.do !== 'nothing' && step.do !== 'wait');
  if (due !== undefined) return due;
  return steps.reduce((a, b) => {
    if (a.do !== 'wait') return b;
    return b.do === 'wait' && b.until < a.until ? b : a;
  });
}

function cardStep(incident: Incident, card: Card, now: Instant): Step {
  const { generation, ts } = card;
  if (ts === undefined) {
    if (card.postingAt !== undefined) return { do: 'find', ...searchFor(card, 'card', card.postingAt) };
    if (owes(incident, card)) return { do: 'post', generation, revision: incident.revision };
    // It needs no message of its own any more; one whose answer was lost may turn up late all the same.
    return twinStep(card, 'card', card, now);
  }
  if (owes(incident, card)) return { do: 'update', ts, generation, revision: incident.revision };
  return twinStep(card, 'card', card, now);
}

function replyStep(card: Card, part: NotePart, now: Instant): Step {
  if (card.ts === undefined) return { do: 'nothing' };
  const reply = replyOf(card, part);
  if (reply?.ts !== undefined) return twinStep(card, part, reply, now);
  if (reply?.postingAt !== undefined) return { do: 'find', ...searchFor(card, part, reply.postingAt) };
  return { do: 'reply', part, to: card.ts, generation: card.generation };
}

/** Replies that stand, and were drawn for other readers. */
const staleReplies = ({ ts, replies = [] }: Card): readonly (Reply & { readonly ts: string })[] =>
  replies.flatMap((reply) =>
    ts === undefined || reply.ts === undefined || reply.owes === undefined ? [] : [{ ...reply, ts: reply.ts }],
  );

function redrawStep({ revision }: Incident, { generation }: Card, { part, ts }: Reply & { readonly ts: string }): Step {
  return { do: 'update', part, ts, generation, revision };
}

function twinStep(card: Card, part: Part, { ts, twinCheckAt }: Standing, now: Instant): Step {
  if (twinCheckAt === undefined) return { do: 'nothing' };
  // A moment further off than it was ever set means that the clock was put back: then there is nothing to wait for.
  const waitMs = twinCheckAt - now;
  if (waitMs > 0 && waitMs <= TWIN_CHECK_AFTER_MS) return { do: 'wait', until: twinCheckAt };
  const known = ts === undefined ? {} : { ts };
  return { do: 'check-twins', ...known, ...searchFor(card, part, after(twinCheckAt, -TWIN_CHECK_AFTER_MS)) };
}

function searchFor(card: Card, part: Part, postedAt: Instant): Search {
  const from = after(postedAt, -SEARCH_BEFORE_MS);
  const inThread = part !== 'card' && card.ts !== undefined;
  return { part, generation: card.generation, from, ...(inThread && { thread: card.ts }) };
}

/** Whether the announcer has anything left to do for this card, now or later. */
export function isUnfinished(incident: Incident, card: Card): boolean {
  const replies = owedReplies(incident, card).map((part) => replyOf(card, part));
  return (
    owes(incident, card) ||
    isDoubtful(card) ||
    staleReplies(card).length > 0 ||
    (card.ts !== undefined && replies.some((reply) => reply?.ts === undefined || isDoubtful(reply)))
  );
}

const isDoubtful = (one: Standing): boolean =>
  (one.ts === undefined && one.postingAt !== undefined) || one.twinCheckAt !== undefined;

/** A desk's incidents after what it heard of one of their cards. An incident that is forgotten changes nothing. */
export function withCardMessage<I extends Incident>(
  incidents: readonly I[],
  { incident, channel, part, outcome }: CardMessage,
  now: Instant,
): readonly I[] {
  const index = incidents.findIndex((one) => one.id === incident);
  const one = incidents[index];
  return one === undefined ? incidents : incidents.with(index, withOutcome(one, channel, outcome, now, part));
}

/** The incident after what came of a step for one of its cards. An unknown channel changes nothing. */
export function withOutcome<I extends Incident>(
  incident: I,
  channel: ChannelId,
  outcome: Outcome,
  now: Instant,
  part: Part = 'card',
): I {
  const cards = incident.cards.map((card) => {
    if (card.channel !== channel) return card;
    return part === 'card'
      ? applyToCard(incident, card, outcome, now)
      : applyToReply(incident, card, part, outcome, now);
  });
  return { ...incident, cards };
}

function applyToCard(incident: Incident, card: Card, outcome: Outcome, now: Instant): Card {
  switch (outcome.kind) {
    case 'posted': {
      const told = Math.max(card.told, outcome.revision);
      return { ...card, ...stand(card, outcome, now), told, posted: card.posted ?? outcome.revision };
    }
    case 'updated':
    case 'told-elsewhere':
      return { ...card, told: Math.max(card.told, outcome.revision) };
    case 'vanished': {
      const { ts, postingAt, twinCheckAt, posted, replies, ...rest } = card;
      // An open incident is told again; a closed one rests: whoever deleted its message has seen it.
      return incident.closedAt === undefined
        ? { ...rest, told: 0, generation: card.generation + 1 }
        : { ...rest, told: incident.revision };
    }
    default: {
      const { ts, postingAt, twinCheckAt, ...rest } = card;
      // The twin that was kept may be the one that no edit ever reached.
      const isOther = outcome.kind === 'twins-checked' && outcome.ts !== undefined && outcome.ts !== ts;
      return { ...rest, ...(isOther && { told: 0 }), ...stand(card, outcome, now) };
    }
  }
}

function applyToReply({ revision }: Incident, card: Card, part: NotePart, outcome: Outcome, now: Instant): Card {
  const others = (card.replies ?? []).filter((one) => one.part !== part);
  const { owes, ...old }: Omit<Reply, 'part'> = replyOf(card, part) ?? {};
  const isDone = 'revision' in outcome && owes !== undefined && outcome.revision >= owes;
  // The twin that was kept may be the one that no edit ever reached.
  const isOther = outcome.kind === 'twins-checked' && outcome.ts !== undefined && outcome.ts !== old.ts;
  const left = isOther ? revision : isDone ? undefined : owes;
  // Whoever deleted a reply has seen it: it is not said again.
  if (outcome.kind === 'vanished' && old.ts !== undefined) {
    return { ...card, replies: [...others, { part, ts: old.ts }] };
  }
  const standing = stand(old, outcome, now);
  return { ...card, replies: [...others, { part, ...standing, ...(left !== undefined && { owes: left }) }] };
}

/** How a message stands after what came of a step for it. */
function stand({ ts, postingAt, twinCheckAt }: Standing, outcome: Outcome, now: Instant): Standing {
  const twin = twinCheckAt === undefined ? {} : { twinCheckAt };
  switch (outcome.kind) {
    case 'posting':
      return { ...twin, postingAt: now };
    case 'not-posted':
    case 'vanished':
      return twin;
    case 'posted':
      // An earlier post may have been found while a later one is still on its way.
      return { ...(twinCheckAt !== undefined && { twinCheckAt: after(now, TWIN_CHECK_AFTER_MS) }), ts: outcome.ts };
    case 'not-found':
      return { twinCheckAt: after(now, TWIN_CHECK_AFTER_MS) };
    case 'twins-checked':
      return outcome.ts === undefined ? {} : { ts: outcome.ts };
    case 'updated':
    case 'told-elsewhere':
      return { ...twin, ...(ts !== undefined && { ts }), ...(postingAt !== undefined && { postingAt }) };
  }
}

const replyOf = (card: Card, part: NotePart): Reply | undefined => card.replies?.find((one) => one.part === part);

/** Replies that the card's thread owes, or has: news that its first post did not tell. */
function owedReplies({ notes = [], mergedInto }: Incident, card: Card): readonly NotePart[] {
  const { posted } = card;
  if (posted === undefined || mergedInto !== undefined) return (card.replies ?? []).map((reply) => reply.part);
  return notes.filter((note) => note.revision > posted).map((note) => note.part);
}

/** A merged incident that its channel never heard of is told by the one that took it in; one that is none is not told at all. */
function owes(incident: Incident, card: Card): boolean {
  if (card.told >= incident.revision) return false;
  const isNone = incident.mergedInto !== undefined || incident.isUnfounded === true;
  return !(isNone && card.ts === undefined && card.postingAt === undefined);
}
