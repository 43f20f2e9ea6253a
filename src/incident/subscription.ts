import type { Person } from '../door/event.ts';
import type { DoorId, PersonId, PlaceId } from '../door/ids.ts';
import type { Zone } from '../door/zone.ts';
import type { Entry } from './door-facts.ts';
import { type Hours, isWithin } from './hours.ts';
import { type Card, type ChannelId, type Facts, type Incident, lastOf } from './incident.ts';
import { type Topic, topicsOf, USUAL_AFTER } from './topic.ts';

/** How people are named in a channel. */
export const NAMES_SHOWN = ['full', 'initials', 'none'] as const;
export type NamesShown = (typeof NAMES_SHOWN)[number];

/** A door by the place it belongs to: two places can have doors of one id. */
export type DoorRef = { readonly place: PlaceId; readonly door: DoorId };

/** What one channel wants to hear. What is left out does not narrow. */
export type Subscription = {
  readonly channel: ChannelId;
  /** What tells the channel's subscriptions apart; short enough to be typed. */
  readonly id: string;
  readonly topics: readonly Topic[];
  readonly doors?: readonly DoorRef[];
  readonly places?: readonly PlaceId[];
  readonly people?: readonly PersonId[];
  readonly notDoors?: readonly DoorRef[];
  readonly notPeople?: readonly PersonId[];
  readonly hours?: Hours;
  /** Failures from this many on; {@link USUAL_AFTER} where it is left out. */
  readonly after?: number;
  /** `full` where it is left out. */
  readonly names?: NamesShown;
  /** Slack's ids of people and user groups that a severe card names when nobody answers it. */
  readonly notify?: readonly string[];
};

/** Whether this subscription wants to hear of the incident as it is now. Hours are those of the place, at the incident's newest moment. */
export function hears(
  subscription: Subscription,
  incident: Pick<Incident, 'facts' | 'place' | 'door'>,
  zone: Zone,
): boolean {
  const { facts, place } = incident;
  if (!topicsOf(facts).some((topic) => subscription.topics.includes(topic) && isEnough(topic, facts, subscription))) {
    return false;
  }
  // What the bot is blind to is nobody's door and nobody's hour.
  if (topicsOf(facts).includes('blind')) return true;
  const { doors, places, people, notDoors, notPeople, hours } = subscription;
  const its = doorsOf(incident);
  const isDoor = (ref: DoorRef): boolean => ref.place === place && its.includes(ref.door);
  const isLeftOut = (door: DoorId): boolean => (notDoors ?? []).some((ref) => ref.place === place && ref.door === door);
  const who = peopleOf(facts);
  const isPerson = (id: PersonId): boolean => who.some((person) => person.id === id);
  return (
    (doors === undefined || doors.some(isDoor)) &&
    (places === undefined || (place !== undefined && places.includes(place))) &&
    (people === undefined || people.some(isPerson)) &&
    !(its.length > 0 && its.every(isLeftOut)) &&
    !(notPeople !== undefined && who.length > 0 && who.every(({ id }) => id !== undefined && notPeople.includes(id))) &&
    (hours === undefined || isWithin(hours, lastOf(facts), zone))
  );
}

/** The incident's cards, with one for each channel that wants to hear of it now and has none yet. */
export function withSubscribers<I extends Incident>(
  incident: I,
  subscriptions: readonly Subscription[],
  zone: Zone,
): I {
  if (incident.mergedInto !== undefined || incident.isUnfounded === true) return incident;
  const known = new Set(incident.cards.map((card) => card.channel));
  const hearing = subscriptions.filter((one) => !known.has(one.channel) && hears(one, incident, zone));
  if (hearing.length === 0) return incident;
  const byChannel = Map.groupBy(hearing, (one) => one.channel);
  const cards = [...byChannel].map(([channel, ofChannel]) => newCard(channel, ofChannel));
  return { ...incident, cards: [...incident.cards, ...cards] };
}

/** The channels that hear of a topic, whatever the place and the hour: for what the bot says of itself. */
export function channelsFor(topic: Topic, subscriptions: readonly Subscription[]): readonly ChannelId[] {
  return [...new Set(subscriptions.filter((one) => one.topics.includes(topic)).map((one) => one.channel))];
}

/** Of two ways to name people the one that shows less. */
export const stricter = (a: NamesShown, b: NamesShown): NamesShown =>
  NAMES_SHOWN.indexOf(b) > NAMES_SHOWN.indexOf(a) ? b : a;

/** What shows the least of a name, of all that a channel's subscriptions say; in full where there are none. */
export const leastShown = (subscriptions: readonly Subscription[]): NamesShown =>
  subscriptions.map((one) => one.names ?? 'full').reduce<NamesShown>(stricter, 'full');

/** The card with people named in it no more openly than this, from now on. */
export function withNamesAtMost(card: Card, names: NamesShown): Card {
  const least = stricter(card.names ?? 'full', names);
  return least === 'full' || least === card.names ? card : { ...card, names: least };
}

/** Of several subscriptions of one channel the one that shows the least of a name rules, and everybody is named whom one names. */
function newCard(channel: ChannelId, subscriptions: readonly Subscription[]): Card {
  const names = leastShown(subscriptions);
  const notify = [...new Set(subscriptions.flatMap((one) => one.notify ?? []))];
  return { channel, told: 0, generation: 0, ...(names !== 'full' && { names }), ...(notify.length > 0 && { notify }) };
}

function isEnough(topic: Topic, facts: Facts, { after = USUAL_AFTER }: Subscription): boolean {
  return topic !== 'failures' || facts.kind !== 'failures' || facts.count >= after;
}

/** The doors that an incident is about. */
export function doorsOf({ facts, door }: Pick<Incident, 'facts' | 'door'>): readonly DoorId[] {
  if (door !== undefined) return [door];
  switch (facts.kind) {
    case 'walk-around':
      return doorsAmong(facts.steps);
    case 'entries':
      return doorsAmong(facts.entries);
    case 'first-in':
    case 'last-entry':
      return doorsAmong([facts.entry]);
    case 'missing-rows':
      return facts.doors;
    case 'silent':
      return doorsAmong(facts.doors);
    case 'failures':
    case 'unlocks':
    case 'refused-by-third-party':
    case 'not-unlocked':
    case 'unexplained':
    case 'left-unlocked':
    case 'session-refused':
    case 'blind':
    case 'slack-away':
    case 'store-failing':
    case 'channel-refused':
    case 'test':
    case 'gathering':
    case 'digest':
      return [];
  }
}

/** The people that an incident names. */
export function peopleOf(facts: Facts): readonly Person[] {
  switch (facts.kind) {
    case 'failures':
    case 'unlocks':
    case 'walk-around':
    case 'entries':
      return peopleAmong(facts.entries);
    case 'refused-by-third-party':
    case 'not-unlocked':
      return facts.people;
    case 'left-unlocked':
      return peopleAmong(facts.lastIn === undefined ? [] : [facts.lastIn]);
    case 'first-in':
    case 'last-entry':
      return peopleAmong([facts.entry]);
    case 'unexplained':
    case 'session-refused':
    case 'blind':
    case 'missing-rows':
    case 'silent':
    case 'slack-away':
    case 'store-failing':
    case 'channel-refused':
    case 'test':
    case 'gathering':
    case 'digest':
      return [];
  }
}

const doorsAmong = (ones: readonly { readonly door?: DoorId }[]): readonly DoorId[] => [
  ...new Set(ones.flatMap(({ door }) => (door === undefined ? [] : [door]))),
];

const peopleAmong = (entries: readonly Entry[]): readonly Person[] =>
  entries.flatMap(({ person }) => (person === undefined ? [] : [person]));
