import type { Instant } from '../door/ids.ts';
import { newCards } from './card.ts';
import { type ChannelId, type Incident, incidentId } from './incident.ts';
import type { HouseFacts, Trouble } from './trouble.ts';

/** One cause, one card: two troubles with the same key are the same one. */
export function keyOfTrouble(facts: Trouble): string {
  switch (facts.kind) {
    case 'missing-rows':
      return `missing-rows/${facts.place}/${facts.device}`;
    case 'silent':
      return `silent/${facts.place}`;
    case 'channel-refused':
      return `channel-refused/${facts.channel}`;
    case 'slack-away':
    case 'store-failing':
      return facts.kind;
  }
}

/** The open incident about this trouble, or a new one. Undefined when nothing about it changed. */
export function raised(
  incidents: readonly Incident<HouseFacts>[],
  facts: Trouble,
  channels: readonly ChannelId[],
  now: Instant,
): Incident<HouseFacts> | undefined {
  const open = openTrouble(incidents, keyOfTrouble(facts));
  if (open === undefined) {
    return {
      id: incidentId(`${keyOfTrouble(facts)}/${facts.since}`),
      facts,
      revision: 1,
      lastReason: 'opened',
      openedAt: now,
      // That a trouble is told only after a while is the rule, not lateness.
      seenAfterMs: 0,
      seenAt: now,
      cards: newCards(channels),
    };
  }
  const told = open.cards.map((card) => card.channel);
  const cards = [...open.cards, ...newCards(channels.filter((one) => !told.includes(one)))];
  const current: Trouble = { ...facts, since: open.facts.since };
  const isSame = JSON.stringify(current) === JSON.stringify(open.facts);
  if (isSame) return cards.length === open.cards.length ? undefined : { ...open, cards };
  return { ...open, cards, facts: current, revision: open.revision + 1, lastReason: 'changed', seenAt: now };
}

/** The incident about the trouble with this key, over; undefined when there is none. */
export function ended(
  incidents: readonly Incident<HouseFacts>[],
  key: string,
  now: Instant,
): Incident<HouseFacts> | undefined {
  const open = openTrouble(incidents, key);
  if (open === undefined) return undefined;
  return {
    ...open,
    facts: { ...open.facts, until: now },
    closedAt: now,
    seenAt: now,
    revision: open.revision + 1,
    lastReason: 'closed',
  };
}

function openTrouble(incidents: readonly Incident<HouseFacts>[], key: string): Incident<Trouble> | undefined {
  return incidents
    .filter((one) => one.closedAt === undefined)
    .flatMap((one) => (isTrouble(one.facts) ? [{ ...one, facts: one.facts }] : []))
    .find((one) => keyOfTrouble(one.facts) === key);
}

const isTrouble = (facts: HouseFacts): facts is Trouble =>
  facts.kind !== 'session-refused' && facts.kind !== 'blind' && facts.kind !== 'test';
