import type { Instant } from '../door/ids.ts';
import type { Zone } from '../door/zone.ts';
import type { AnswerMessage } from './answers.ts';
import type { CardMessage } from './card.ts';
import { type CrowdMessage, crowd } from './crowd.ts';
import type { Digest, DigestPlan } from './digest.ts';
import { type DigestMemory, type DigestMessage, updateDigests } from './digest-desk.ts';
import { keyOfRow } from './gathered-rows.ts';
import type { GatheredRow, Gathering } from './gathering.ts';
import { type GivenUp, namesWished, withoutRows, withSubscriptions } from './given-up.ts';
import { endOfHours, type Hours, isWithin } from './hours.ts';
import { type ChannelId, type Incident, type IncidentId, incidentId } from './incident.ts';
import type { Language } from './language.ts';
import type { Mute } from './mute.ts';
import { type Effect, unfinishedCards, withWord } from './place.ts';
import { type Sharing, withAllowance, withSight } from './sharing.ts';
import { type Subscription, withNamesAtMost } from './subscription.ts';

/** The one value of a channel: what it wants to hear, and the messages that tell of many incidents at once there. */
export type ChannelState = {
  readonly channel: ChannelId;
  readonly language?: Language;
  readonly subscriptions: readonly Subscription[];
  /** What it wanted before, for as long as that matters. */
  readonly givenUp?: readonly GivenUp[];
  readonly mutes: readonly Mute[];
  /** What is less than severe waits for the end of these hours. */
  readonly quiet?: Hours;
  readonly digest?: DigestPlan;
  readonly digestMemory?: DigestMemory;
  /** The channel was archived, or the bot was taken out of it: its subscriptions rest until it takes messages again. */
  readonly restsSince?: Instant;
  /** Whether another company reads along; nobody knows where it is left out. */
  readonly sharing?: Sharing;
  readonly incidents: readonly Incident<Gathering | Digest>[];
};

export type ChannelMessage =
  /** A subscription with a known id takes the place of the old one. */
  | { readonly kind: 'subscribe'; readonly subscription: Subscription }
  /** Those with these ids; all of them where none is given. */
  | { readonly kind: 'unsubscribe'; readonly ids?: readonly string[] }
  /** Rows of messages that tell of many, which the channel wants no more. */
  | { readonly kind: 'given-up'; readonly rows: readonly GatheredRow[] }
  | { readonly kind: 'mute'; readonly mute: Mute }
  /** Ends a mute now; its summary follows. */
  | { readonly kind: 'unmute'; readonly id: string; readonly by?: string }
  | { readonly kind: 'quiet'; readonly hours?: Hours }
  | { readonly kind: 'language'; readonly language: Language }
  | { readonly kind: 'rests'; readonly rests: boolean }
  | DigestMessage
  /** Slack says whether the channel is shared with another company. */
  | { readonly kind: 'sharing'; readonly isShared: boolean; readonly isChanged?: boolean }
  /** An admin has people named there though others read along, or not any more. */
  | { readonly kind: 'names-allowed'; readonly allowed: boolean; readonly by: string }
  /** The cards that stand in it are drawn for those who read it now. */
  | { readonly kind: 'redrawn' }
  | CrowdMessage
  | CardMessage
  | AnswerMessage;

export type ChannelEffect =
  | Effect
  /** Tell the incident's own desk that this revision is told here. Safe to hear again. */
  | { readonly kind: 'settle'; readonly desk: string; readonly incident: IncidentId; readonly revision: number }
  /** The incident outlasted or outgrew the gathering: bring its own card up. */
  | { readonly kind: 'release'; readonly desk: string; readonly incident: IncidentId };

export type ChannelUpdated = { readonly state: ChannelState; readonly effects: readonly ChannelEffect[] };

export const newChannel = (channel: ChannelId): ChannelState => ({
  channel,
  subscriptions: [],
  mutes: [],
  incidents: [],
});

/** Every change of a channel goes through here. Hearing a message twice changes nothing the second time. */
export function updateChannel(state: ChannelState, message: ChannelMessage, now: Instant, zone: Zone): ChannelUpdated {
  const only = (next: ChannelState): ChannelUpdated => ({ state: next, effects: [] });
  switch (message.kind) {
    case 'crowd':
      return crowded(state, message, now, zone);
    case 'subscribe': {
      const { subscription } = message;
      const others = state.subscriptions.filter((one) => one.id !== subscription.id);
      return only(withSubscriptions(state, [...others, subscription], now));
    }
    case 'unsubscribe': {
      const { ids } = message;
      const kept = ids === undefined ? [] : state.subscriptions.filter((one) => !ids.includes(one.id));
      return only(kept.length === state.subscriptions.length ? state : withSubscriptions(state, kept, now));
    }
    case 'given-up':
      return only(withoutRows(state, message.rows, now));
    case 'mute':
      return muted(state, message.mute, now);
    case 'unmute':
      return unmuted(state, message, now);
    case 'quiet': {
      const { quiet, ...rest } = state;
      const { hours } = message;
      // Hours that were moved tell what they hold at their new end, and at once where they would not hold it any more.
      const end = hours !== undefined && isWithin(hours, now, zone) ? endOfHours(hours, now, zone) : now;
      const told = waitUntil(rest.incidents, (one) => one.facts.why === 'quiet', { end, now });
      return withTold({ ...rest, ...(hours !== undefined && { quiet: hours }) }, told);
    }
    case 'digest':
    case 'digest-made':
    case 'digest-skipped':
    case 'digest-noted':
      return updateDigests(state, message, now, zone);
    case 'language':
      return only({ ...state, language: message.language });
    case 'rests': {
      if (message.rests === (state.restsSince !== undefined)) return only(state);
      const { restsSince, ...rest } = state;
      return only(message.rests ? { ...rest, restsSince: now } : rest);
    }
    case 'sharing':
      return only({ ...state, sharing: withSight(state.sharing, message.isShared, now, message.isChanged) });
    case 'names-allowed': {
      const allowance = message.allowed ? { by: message.by, at: now } : undefined;
      return only({ ...state, sharing: withAllowance(state.sharing, allowance, now) });
    }
    case 'redrawn': {
      if (state.sharing?.owesRedraw === undefined) return only(state);
      const { owesRedraw, ...sharing } = state.sharing;
      return only({ ...state, sharing });
    }
    default:
      return withWord(state, message, now);
  }
}

/** By the incidents of a channel, which never change: asked for each card that is due, with thousands of rows in a storm. */
const held = new WeakMap<readonly Incident[], ReadonlySet<string>>();

/** Whether an open gathering tells of this incident, so that its own card must wait. */
export function isHeld(state: ChannelState, desk: string, incident: IncidentId): boolean {
  const keys = held.get(state.incidents) ?? new Set(membersOf(state).map(keyOfRow));
  held.set(state.incidents, keys);
  return keys.has(keyOfRow({ desk, incident }));
}

/** Incidents that open gatherings tell of, and whose desks have not all heard so. */
export function membersOf(state: ChannelState): readonly GatheredRow[] {
  return openGatherings(state).flatMap(({ facts }) => facts.rows.filter((row) => row.released !== true));
}

export const openGatherings = (state: ChannelState): readonly Incident<Gathering>[] =>
  gatheringsOf(state).filter((one) => one.closedAt === undefined);

/** The messages that tell, or told, of many incidents; without the digests. */
export const gatheringsOf = ({ incidents }: Pick<ChannelState, 'incidents'>): readonly Incident<Gathering>[] =>
  incidents.filter(isGathering);

const isGathering = (one: Incident<Gathering | Digest>): one is Incident<Gathering> => one.facts.kind === 'gathering';

/** A digest gathers nothing: it stands as it is. */
function crowded(state: ChannelState, message: CrowdMessage, now: Instant, zone: Zone): ChannelUpdated {
  const before = { ...state, incidents: gatheringsOf(state) };
  const { state: next, effects } = crowd(before, message, now, zone);
  const incidents = next.incidents.map((one) => namedAsWished(one, state));
  if (next === before && incidents.every((one, index) => one === before.incidents[index])) return { state, effects };
  const digests = state.incidents.filter((one) => one.facts.kind === 'digest');
  return { state: { ...next, incidents: [...incidents, ...digests] }, effects };
}

/** What was hidden in a message of many stays hidden there, whatever the channel wishes later. */
function namedAsWished(one: Incident<Gathering>, state: ChannelState): Incident<Gathering> {
  const cards = one.cards.map((card) => withNamesAtMost(card, namesWished(state)));
  const isSame = one.closedAt !== undefined || cards.every((card, index) => card === one.cards[index]);
  return isSame ? one : { ...one, cards };
}

/** A mute opens the message that will confess it: what it hides is counted from the beginning. */
function muted(state: ChannelState, mute: Mute, now: Instant): ChannelUpdated {
  if (state.mutes.some((one) => one.id === mute.id)) return { state, effects: [] };
  const summary: Incident<Gathering> = {
    id: incidentId(`gathering/muted/${mute.id}`),
    facts: {
      kind: 'gathering',
      why: 'muted',
      since: now,
      joinedAt: now,
      tellAt: mute.until,
      mute: mute.id,
      confesses: mute,
      rows: [],
    },
    revision: 1,
    lastReason: 'opened',
    openedAt: now,
    seenAfterMs: 0,
    seenAt: now,
    cards: [{ channel: state.channel, told: 0, generation: 0 }],
  };
  const next = { ...state, mutes: [...state.mutes, mute], incidents: [...state.incidents, summary] };
  return { state: next, effects: unfinishedCards({ incidents: [summary] }) };
}

function unmuted(
  state: ChannelState,
  { id, by }: Extract<ChannelMessage, { kind: 'unmute' }>,
  now: Instant,
): ChannelUpdated {
  const mute = state.mutes.find((one) => one.id === id);
  if (mute === undefined || mute.until <= now) return { state, effects: [] };
  const ended: Mute = { ...mute, until: now, ...(by !== undefined && { endedBy: by }) };
  const isSummary = (one: Incident<Gathering>): boolean => one.facts.mute === id;
  const told = waitUntil(state.incidents, isSummary, { end: now, now }).map((one) =>
    isGathering(one) && isSummary(one) && one.facts.confesses !== undefined
      ? { ...one, facts: { ...one.facts, confesses: ended } }
      : one,
  );
  return withTold({ ...state, mutes: state.mutes.map((one) => (one.id === id ? ended : one)) }, told);
}

/** Gatherings that wait for a moment still to come wait for another one instead; now, and they are told at once. */
function waitUntil(
  incidents: ChannelState['incidents'],
  isMeant: (one: Incident<Gathering>) => boolean,
  { end, now }: { readonly end: Instant; readonly now: Instant },
): ChannelState['incidents'] {
  return incidents.map((one) => {
    if (!isGathering(one)) return one;
    const { tellAt } = one.facts;
    if (one.closedAt !== undefined || !isMeant(one) || tellAt === undefined || tellAt <= now || tellAt === end)
      return one;
    return { ...one, facts: { ...one.facts, tellAt: end } };
  });
}

function withTold(state: ChannelState, incidents: ChannelState['incidents']): ChannelUpdated {
  const changed = incidents.filter((one, index) => one !== state.incidents[index]);
  return { state: { ...state, incidents }, effects: unfinishedCards({ incidents: changed }) };
}
