import type { Instant } from '../door/ids.ts';
import type { LoginRefusal } from '../door/problem.ts';
import { type CardMessage, newCards, withOutcome } from './card.ts';
import { type Incident, incidentId, type SessionRefused } from './incident.ts';
import { type Updated, unfinishedCards } from './place.ts';
import { channelsFor, type Subscription } from './subscription.ts';

/** The one value of the house itself: what keeps the bot from seeing, and who was told of it. */
export type HouseState = { readonly incidents: readonly Incident<SessionRefused>[] };

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
  | CardMessage;

export const NEW_HOUSE: HouseState = { incidents: [] };

/** Ended refusals are forgotten after so long, in milliseconds. */
const KEEP_MS = 86_400_000;

/** Every change of the house goes through here. */
export function updateHouse(state: HouseState, message: HouseMessage, now: Instant): Updated<HouseState> {
  switch (message.kind) {
    case 'session-refused':
      return refused(state, message, now);
    case 'session-works':
      return works(state, now);
    case 'card': {
      const incidents = state.incidents.map((incident) =>
        incident.id === message.incident ? withOutcome(incident, message.channel, message.outcome, now) : incident,
      );
      return { state: { incidents }, effects: [] };
    }
  }
}

/** One refusal, one incident: the same one heard again changes nothing, and a new reason is a new revision. */
function refused(
  state: HouseState,
  message: Extract<HouseMessage, { kind: 'session-refused' }>,
  now: Instant,
): Updated<HouseState> {
  const { why, code, since } = message;
  const facts: SessionRefused = { kind: 'session-refused', why, since, ...(code !== undefined && { code }) };
  const open = state.incidents.find((incident) => incident.closedAt === undefined);
  if (open !== undefined) {
    const told = open.cards.map((card) => card.channel);
    const channels = channelsFor('session-refused', message.subscriptions).filter((one) => !told.includes(one));
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
  const known = state.incidents.some((incident) => incident.facts.since === since);
  if (known) return { state, effects: [] };
  return withIncident(state, {
    id: incidentId(`session-refused/${since}`),
    facts,
    revision: 1,
    lastReason: 'opened',
    openedAt: now,
    seenAfterMs: now - since,
    seenAt: now,
    cards: newCards(channelsFor('session-refused', message.subscriptions)),
  });
}

function works(state: HouseState, now: Instant): Updated<HouseState> {
  const open = state.incidents.find((incident) => incident.closedAt === undefined);
  if (open === undefined) return { state, effects: [] };
  const facts: SessionRefused = { ...open.facts, until: now };
  const kept = state.incidents.filter((one) => one.closedAt === undefined || now - one.closedAt < KEEP_MS);
  const closed: Incident<SessionRefused> = {
    ...open,
    facts,
    closedAt: now,
    seenAt: now,
    revision: open.revision + 1,
    lastReason: 'closed',
  };
  return withIncident({ incidents: kept }, closed);
}

function withIncident(state: HouseState, incident: Incident<SessionRefused>): Updated<HouseState> {
  const others = state.incidents.filter((one) => one.id !== incident.id);
  const change = { incident: incident.id, reason: incident.lastReason };
  return {
    state: { incidents: [...others, incident] },
    effects: [{ kind: 'changed', change }, ...unfinishedCards({ incidents: [incident] })],
  };
}
