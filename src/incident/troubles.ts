import type { Instant, PlaceId } from '../door/ids.ts';
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
  const id = incidentId(`${keyOfTrouble(facts)}/${facts.since}`);
  const before = incidents.find((one) => one.id === id);
  // What ended and goes on is the same story, on the same card.
  if (open === undefined && before !== undefined) return reopened(before, facts, now);
  if (open === undefined) {
    return {
      id,
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

/** The incident about the trouble with this key, over, with what it came to; undefined when there is none. */
export function ended(
  incidents: readonly Incident<HouseFacts>[],
  { key, facts }: { readonly key: string; readonly facts?: Trouble },
  now: Instant,
): Incident<HouseFacts> | undefined {
  const open = openTrouble(incidents, key);
  if (open === undefined) return undefined;
  return {
    ...open,
    facts: { ...(facts ?? open.facts), since: open.facts.since, until: now },
    closedAt: now,
    seenAt: now,
    revision: open.revision + 1,
    lastReason: 'closed',
  };
}

/** Troubles of places that are watched no longer, as they end: nobody else will say that they are over. */
export function troublesElsewhere(
  incidents: readonly Incident<HouseFacts>[],
  places: readonly PlaceId[],
): readonly { readonly key: string; readonly facts: Trouble }[] {
  return openTroubles(incidents).flatMap(({ facts }) => {
    if ((facts.kind !== 'missing-rows' && facts.kind !== 'silent') || places.includes(facts.place)) return [];
    return [{ key: keyOfTrouble(facts), facts: facts.kind === 'silent' ? { ...facts, unheard: true } : facts }];
  });
}

function reopened({ closedAt, ...old }: Incident<HouseFacts>, facts: Trouble, now: Instant): Incident<HouseFacts> {
  return { ...old, facts, revision: old.revision + 1, lastReason: 'reopened', seenAt: now };
}

function openTrouble(incidents: readonly Incident<HouseFacts>[], key: string): Incident<Trouble> | undefined {
  return openTroubles(incidents).find((one) => keyOfTrouble(one.facts) === key);
}

function openTroubles(incidents: readonly Incident<HouseFacts>[]): readonly Incident<Trouble>[] {
  return incidents
    .filter((one) => one.closedAt === undefined)
    .flatMap((one) => (isTrouble(one.facts) ? [{ ...one, facts: one.facts }] : []));
}

const isTrouble = (facts: HouseFacts): facts is Trouble =>
  facts.kind !== 'session-refused' && facts.kind !== 'blind' && facts.kind !== 'test';
