import type { Instant, PlaceId } from '../door/ids.ts';
import type { LoginRefusal, Problem } from '../door/problem.ts';
import type { AnswerMessage } from './answers.ts';
import { BLIND_AFTER_MS, grownBlind, healedBlind, type Unseen } from './blindness.ts';
import { type CardMessage, newCards } from './card.ts';
import { type ChannelId, type Incident, type IncidentId, incidentId } from './incident.ts';
import { type Updated, unfinishedCards, withWord } from './place.ts';
import { channelsFor, type Subscription } from './subscription.ts';
import type { Blind, HouseFacts, SessionRefused, Trouble } from './trouble.ts';
import { ended, raised } from './troubles.ts';

/** The one value of the house itself: what keeps the bot from seeing, and who was told of it. */
export type HouseState = {
  readonly incidents: readonly Incident<HouseFacts>[];
  /** Places that could not be read at their last poll. */
  readonly unseen: readonly Unseen[];
};

export type HouseMessage =
  /** CLUe refuses to log the bot in. Safe to hear again, also after a restart. */
  | {
      readonly kind: 'session-refused';
      readonly why: LoginRefusal;
      readonly code?: string;
      readonly since: Instant;
      readonly subscriptions: readonly Subscription[];
    }
  | { readonly kind: 'session-works' }
  /** A poll could not read the place. Heard at each such poll. */
  | {
      readonly kind: 'place-unseen';
      readonly place: PlaceId;
      readonly problem: Problem;
      /** Rows taken of the place so far. */
      readonly rowsSeen?: number;
      readonly subscriptions: readonly Subscription[];
    }
  /** A poll read the place. Heard at each such poll; it changes something only after it could not be read. */
  | { readonly kind: 'place-seen'; readonly place: PlaceId; readonly rowsSeen?: number }
  /** Something is wrong. Safe to hear again, with what is the same and what changed. */
  | { readonly kind: 'trouble'; readonly facts: Trouble; readonly subscriptions: readonly Subscription[] }
  /** It is over: the trouble with this key (see troubles.ts), with what it came to. Changes nothing where there is none. */
  | { readonly kind: 'trouble-over'; readonly key: string; readonly facts?: Trouble }
  /** Somebody wants to see an alert arrive in a channel. `id` makes it one of its own. */
  | { readonly kind: 'test-alert'; readonly id: IncidentId; readonly by: string; readonly channel: ChannelId }
  /** Its channel takes no message: told once it did, a test would be a riddle. */
  | { readonly kind: 'test-withdrawn'; readonly id: IncidentId }
  | CardMessage
  | AnswerMessage;

export const NEW_HOUSE: HouseState = { incidents: [], unseen: [] };

/** What is over is forgotten after so long, in milliseconds. */
const KEEP_MS = 86_400_000;

/** Every change of the house goes through here. */
export function updateHouse(state: HouseState, message: HouseMessage, now: Instant): Updated<HouseState> {
  switch (message.kind) {
    case 'session-refused':
      return refused(state, message, now);
    case 'session-works':
      return works(state, now);
    case 'place-unseen':
      return unseen(state, message, now);
    case 'place-seen':
      return seen(state, message, now);
    case 'trouble':
      return withChange(state, raised(state.incidents, message.facts, hearing(message), now), now);
    case 'trouble-over':
      return withChange(state, ended(state.incidents, message, now), now);
    case 'test-alert':
      return withIncident(withoutOld(state, now), testAlert(message, now));
    case 'test-withdrawn':
      return { state: without(state, message.id), effects: [] };
    default:
      return withWord(state, message, now);
  }
}

/** A refused login is told as such, so it does not make a place blind a second time. */
function unseen(
  state: HouseState,
  { place, problem, rowsSeen, subscriptions }: Extract<HouseMessage, { kind: 'place-unseen' }>,
  now: Instant,
): Updated<HouseState> {
  if (problem.kind === 'login-refused') return { state, effects: [] };
  const known = state.unseen.find((one) => one.place === place);
  if (known === undefined) {
    const fresh: Unseen = { place, since: now, ...(rowsSeen !== undefined && { rowsSeen }) };
    return { state: { ...state, unseen: [...state.unseen, fresh] }, effects: [] };
  }
  if (now - known.since < BLIND_AFTER_MS) return { state, effects: [] };
  const grown = grownBlind(openBlinds(state), known, problem, channelsFor('blind', subscriptions), now);
  return grown === undefined ? { state, effects: [] } : withIncident(state, grown);
}

function seen(
  state: HouseState,
  { place, rowsSeen }: Extract<HouseMessage, { kind: 'place-seen' }>,
  now: Instant,
): Updated<HouseState> {
  const before = state.unseen.find((one) => one.place === place);
  if (before === undefined) return { state, effects: [] };
  const caughtUp = Math.max((rowsSeen ?? 0) - (before.rowsSeen ?? rowsSeen ?? 0), 0);
  const next = { ...state, unseen: state.unseen.filter((one) => one.place !== place) };
  const struck = openBlinds(state).filter((one) => one.facts.still.includes(place));
  return struck.reduce<Updated<HouseState>>(
    (updated, one) => {
      const healed = withIncident(updated.state, healedBlind(one, { place, caughtUp }, now));
      return { state: healed.state, effects: [...updated.effects, ...healed.effects] };
    },
    { state: withoutOld(next, now), effects: [] },
  );
}

const isOld = (incident: Incident, now: Instant): boolean =>
  incident.closedAt !== undefined && now - incident.closedAt >= KEEP_MS;

const withoutOld = (state: HouseState, now: Instant): HouseState => ({
  ...state,
  incidents: state.incidents.filter((one) => !isOld(one, now)),
});

function without(state: HouseState, id: IncidentId): HouseState {
  const incidents = state.incidents.filter((one) => one.id !== id);
  return incidents.length === state.incidents.length ? state : { ...state, incidents };
}

const hearing = ({ subscriptions }: Extract<HouseMessage, { kind: 'trouble' }>): readonly ChannelId[] =>
  channelsFor('blind', subscriptions);

function withChange(state: HouseState, changed: Incident<HouseFacts> | undefined, now: Instant): Updated<HouseState> {
  return changed === undefined ? { state, effects: [] } : withIncident(withoutOld(state, now), changed);
}

/** Nothing happened, so it is over as soon as it is told. */
function testAlert({ id, by, channel }: Extract<HouseMessage, { kind: 'test-alert' }>, now: Instant) {
  const incident: Incident<HouseFacts> = {
    id,
    facts: { kind: 'test', by, since: now },
    revision: 1,
    lastReason: 'opened',
    openedAt: now,
    seenAfterMs: 0,
    seenAt: now,
    closedAt: now,
    cards: newCards([channel]),
  };
  return incident;
}

function openBlinds(state: HouseState): readonly Incident<Blind>[] {
  return state.incidents.flatMap((one) =>
    one.facts.kind === 'blind' && one.closedAt === undefined ? [{ ...one, facts: one.facts }] : [],
  );
}

function openRefusal(state: HouseState): Incident<SessionRefused> | undefined {
  return state.incidents
    .flatMap((one) => (one.facts.kind === 'session-refused' ? [{ ...one, facts: one.facts }] : []))
    .find((one) => one.closedAt === undefined);
}

/** One refusal, one incident: the same one heard again changes nothing, and a new reason is a new revision. */
function refused(
  state: HouseState,
  message: Extract<HouseMessage, { kind: 'session-refused' }>,
  now: Instant,
): Updated<HouseState> {
  const { why, code, since } = message;
  const facts: SessionRefused = { kind: 'session-refused', why, since, ...(code !== undefined && { code }) };
  const open = openRefusal(state);
  if (open !== undefined) {
    const told = open.cards.map((card) => card.channel);
    const channels = channelsFor('blind', message.subscriptions).filter((one) => !told.includes(one));
    // After a restart the configuration may name a channel that has not heard of it.
    const cards = [...open.cards, ...newCards(channels)];
    if (open.facts.why === why && open.facts.code === code) {
      return channels.length === 0 ? { state, effects: [] } : withIncident(state, { ...open, cards });
    }
    const grown: Incident<SessionRefused> = {
      ...open,
      cards,
      facts: { ...facts, since: open.facts.since },
      revision: open.revision + 1,
      lastReason: 'changed',
      seenAt: now,
    };
    return withIncident(state, grown);
  }
  const known = state.incidents.some(({ facts: { kind, since: at } }) => kind === 'session-refused' && at === since);
  if (known) return { state, effects: [] };
  return withIncident(state, {
    id: incidentId(`session-refused/${since}`),
    facts,
    revision: 1,
    lastReason: 'opened',
    openedAt: now,
    seenAfterMs: now - since,
    seenAt: now,
    cards: newCards(channelsFor('blind', message.subscriptions)),
  });
}

function works(state: HouseState, now: Instant): Updated<HouseState> {
  const open = openRefusal(state);
  if (open === undefined) return { state, effects: [] };
  const facts: SessionRefused = { ...open.facts, until: now };
  const closed: Incident<SessionRefused> = {
    ...open,
    facts,
    closedAt: now,
    seenAt: now,
    revision: open.revision + 1,
    lastReason: 'closed',
  };
  return withIncident(withoutOld(state, now), closed);
}

function withIncident(state: HouseState, incident: Incident<HouseFacts>): Updated<HouseState> {
  const others = state.incidents.filter((one) => one.id !== incident.id);
  const change = { incident: incident.id, reason: incident.lastReason };
  return {
    state: { ...state, incidents: [...others, incident] },
    effects: [{ kind: 'changed', change }, ...unfinishedCards({ incidents: [incident] })],
  };
}
