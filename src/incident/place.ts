import type { DoorEvent } from '../door/event.ts';
import {
  after,
  compareEventIds,
  type DoorId,
  type EventId,
  type Instant,
  type PersonId,
  type PlaceId,
} from '../door/ids.ts';
import type { Zone } from '../door/zone.ts';
import { type AnswerMessage, withAnswer } from './answers.ts';
import { type CardMessage, isUnfinished, withCardMessage } from './card.ts';
import { arrivalsOf, type DayRecord, daysAt, withArrivals } from './days.ts';
import { type Change, type DoorIncident, isSettled } from './decide.ts';
import { type DeviceLog, withRows } from './device-log.ts';
import { isOfPlace } from './door-facts.ts';
import { type DoorNow, standsNow } from './door-now.ts';
import { type Habit, heard } from './habit.ts';
import { beganAt, type ChannelId, type Facts, type Incident, type IncidentId } from './incident.ts';
import { forget, isLastLook, judge, viewsOf } from './judge.ts';
import type { Kind } from './kinds/kind.ts';
import { type Learned, NOTHING_LEARNED } from './learned.ts';
import { EMPTY_MEMORY, isNew, type Memory, remember, seenIds } from './memory.ts';
import { remembered } from './remembered.ts';
import { listened, type Silence } from './silence.ts';
import { type Subscription, withSubscribers } from './subscription.ts';
import { addToTrail, type TrailRow, trimTrail } from './trail.ts';

/** What is known of one door. */
export type DoorState = {
  readonly door?: DoorId;
  /** The last name a row gave it. Failure rows carry none. */
  readonly name?: string;
  /** Whether it has shown VENDOR_* rows: then an authentication alone does not let anybody in. */
  readonly thirdParty: boolean;
  /** What the rows taught that are forgotten. */
  readonly learned: Learned;
  readonly trail: readonly TrailRow[];
  /** Its newest row, and the newest word of its relay. */
  readonly stands?: DoorNow;
  /** When it speaks; absent while it has not been heard since the bot listens for that. */
  readonly habit?: Habit;
};

/** The one value of a place: everything the bot must not forget about it. */
export type PlaceState = {
  readonly place: PlaceId;
  /** When the bot first saw this place; absent before. */
  readonly watchingSince?: Instant;
  /** When the bot last looked at its rows and kept what it saw. */
  readonly lookedAt?: Instant;
  readonly memory: Memory;
  readonly doors: readonly DoorState[];
  /** The names of people, by key, the most recently seen last. */
  readonly people: readonly (readonly [PersonId, string])[];
  readonly incidents: readonly DoorIncident[];
  /** Today and yesterday, by the place's own zone. */
  readonly days: readonly DayRecord[];
  /** Rows taken since the place is watched. */
  readonly rowsSeen: number;
  /** The newest row's device time, or when it was seen, where a device's clock runs ahead. */
  readonly newestEventAt?: Instant;
  /** When the bot saw that row, by the bot's clock; absent where it was there before the bot. */
  readonly newestSeenAt?: Instant;
  /** What its devices have logged, by their own count. */
  readonly devices: readonly DeviceLog[];
  /** Doors that are silent against their habit, or last were. */
  readonly silence?: Silence;
};

export type RowsSeen = {
  readonly kind: 'rows-seen';
  /** Rows as read, newest first or not, some of them perhaps known already. */
  readonly events: readonly DoorEvent[];
  /** Everything down to the floor, or down to known rows, was read. */
  readonly complete: boolean;
  /** At first sight: there are older rows, all of which count as old. */
  readonly olderRowsExist: boolean;
  readonly subscriptions: readonly Subscription[];
};

/** What the heart needs beside the rows. */
export type Heart = { readonly kinds: readonly Kind[]; readonly zone: Zone };

export type PlaceMessage = RowsSeen | CardMessage | AnswerMessage;

export type Effect =
  /** Bring a card up to date. */
  | { readonly kind: 'tell'; readonly incident: IncidentId; readonly channel: ChannelId }
  | { readonly kind: 'changed'; readonly change: Change };

export type Updated<State> = { readonly state: State; readonly effects: readonly Effect[] };

/** People whose names are kept per place, the most recently seen. */
const PEOPLE_KEPT = 10_000;

export const newPlace = (place: PlaceId): PlaceState => ({
  place,
  memory: EMPTY_MEMORY,
  doors: [],
  people: [],
  incidents: [],
  days: [],
  rowsSeen: 0,
  devices: [],
});

/** Every change of a place goes through here. Hearing a message twice changes nothing the second time. */
export function updatePlace(
  state: PlaceState,
  message: PlaceMessage,
  now: Instant,
  kinds: readonly Kind[],
  zone: Zone,
): Updated<PlaceState> {
  switch (message.kind) {
    case 'rows-seen':
      return state.watchingSince === undefined
        ? firstSight(state, message, now, zone)
        : takeRows(state, message, now, { kinds, zone });
    default:
      return withWord(state, message, now);
  }
}

/** What became of a card, or what somebody answered to one, taken into the incidents of any desk. */
export function withWord<F extends Facts, State extends { readonly incidents: readonly Incident<F>[] }>(
  state: State & { readonly incidents: readonly Incident<F>[] },
  message: CardMessage | AnswerMessage,
  now: Instant,
): Updated<State> {
  if (message.kind === 'card') {
    const incidents = withCardMessage(state.incidents, message, now);
    return { state: incidents === state.incidents ? state : { ...state, incidents }, effects: [] };
  }
  const { incidents, changed } = withAnswer(state.incidents, message, now);
  if (changed.length === 0) return { state, effects: [] };
  return { state: { ...state, incidents }, effects: unfinishedCards({ incidents: changed }) };
}

/** The cards that have something left to do; asked at start, when nobody remembers what was under way. */
export function unfinishedCards(state: { readonly incidents: readonly Incident[] }): readonly Effect[] {
  return state.incidents.flatMap((incident) =>
    incident.cards
      .filter((card) => isUnfinished(incident, card))
      .map((card): Effect => ({ kind: 'tell', incident: incident.id, channel: card.channel })),
  );
}

/** Takes what it sees as seen: the past alerts nobody, but its rows and names help to read what comes. */
function firstSight(state: PlaceState, message: RowsSeen, now: Instant, zone: Zone): Updated<PlaceState> {
  const learned = learn(state, message.events, now);
  const ids = message.events.map((event) => event.id);
  const memory = remember(state.memory, ids, now, false);
  const lowest = [...ids].sort(compareEventIds)[0];
  const views = viewsOf(learned, now);
  const arrivals = views.flatMap((view) => arrivalsOf(view));
  const forgotten = forget(learned.doors, views, (door) => trimTrail(door.trail, now, []));
  return {
    state: {
      ...learned,
      watchingSince: now,
      lookedAt: now,
      memory: message.olderRowsExist && lowest !== undefined ? { ...memory, floor: lowest } : memory,
      doors: forgotten.doors,
      days: withArrivals(daysAt(learned.days, arrivals, now, zone), forgotten.arrivals),
      rowsSeen: ids.length,
      devices: withRows([], message.events, now, message.complete),
    },
    effects: [],
  };
}

function takeRows(state: PlaceState, message: RowsSeen, now: Instant, heart: Heart): Updated<PlaceState> {
  const { kinds, zone } = heart;
  // Most polls bring no row, and the ids are many.
  const seen: ReadonlySet<EventId> = message.events.length === 0 ? new Set() : seenIds(state.memory);
  const events = [...new Map(message.events.map((event) => [event.id, event])).values()].filter((event) =>
    isNew(state.memory, seen, event.id),
  );
  const fresh = new Set<EventId>(events.map((event) => event.id));
  const learned = learn(notAhead(state, now), events, now);
  const views = viewsOf(learned, now);
  const busy = new Set(events.map((event) => event.door));
  const decided = judge(learned, { views, fresh, busy }, now, heart);
  const news = new Set(decided.changes.map((change) => change.incident));
  const incidents = remembered(decided.incidents, now).map((one) =>
    news.has(one.id) ? withSubscribers(one, message.subscriptions, zone) : one,
  );
  const devices = withRows(state.devices, events, now, message.complete);
  const silence = listened(state.silence, { doors: learned.doors, heard: busy, complete: message.complete }, now);
  const isQuiet =
    devices === state.devices && silence === state.silence && decided.days === state.days && !views.some(isLastLook);
  const nothingNew = fresh.size === 0 && news.size === 0 && incidents.length === state.incidents.length;
  if (nothingNew && isQuiet && state.memory.owesDeepRead === !message.complete) return { state, effects: [] };
  const forgotten = forget(learned.doors, views, (door) =>
    trimTrail(door.trail, now, spansOf(door, incidents, now, kinds), !message.complete),
  );
  const next: PlaceState = {
    ...learned,
    memory: remember(state.memory, [...fresh], now, !message.complete),
    doors: forgotten.doors,
    days: withArrivals(decided.days, forgotten.arrivals),
    incidents,
    lookedAt: now,
    rowsSeen: state.rowsSeen + fresh.size,
    devices,
    ...(silence !== undefined && { silence }),
  };
  const changed = decided.changes.map((change): Effect => ({ kind: 'changed', change }));
  // What happened first is told first.
  const told = incidents.filter((one) => news.has(one.id)).sort((a, b) => beganAt(a.facts) - beganAt(b.facts));
  return { state: next, effects: [...changed, ...unfinishedCards({ incidents: told })] };
}

/** What was noted at a moment that is still to come was noted by a clock that has been put back since. */
function notAhead(state: PlaceState, now: Instant): PlaceState {
  const { watchingSince = now, lookedAt = now } = state;
  if (watchingSince < now && lookedAt <= now) return state;
  return { ...state, watchingSince: watchingSince < now ? watchingSince : after(now, -1), lookedAt: now };
}

function spansOf(door: DoorState, incidents: readonly DoorIncident[], now: Instant, kinds: readonly Kind[]) {
  return incidents
    .filter((one) => one.door === door.door || isOfPlace(one.facts.kind))
    .filter((one) => one.mergedInto === undefined && !isSettled(one, now))
    .flatMap((one) => kinds.filter((kind) => kind.name === one.facts.kind).map((kind) => kind.keeps(one.facts)));
}

/** Learns names, third parties and rows from events that were not seen before. */
function learn(state: PlaceState, events: readonly DoorEvent[], now: Instant): PlaceState {
  if (events.length === 0) return state;
  const oldestFirst = [...events].reverse();
  const people = new Map(state.people);
  for (const { person } of oldestFirst) {
    if (person?.id === undefined || person.name === undefined || person.name === '') continue;
    people.delete(person.id);
    people.set(person.id, person.name);
  }
  const known = new Map(state.doors.map((door) => [door.door, door]));
  for (const [door, ofDoor] of Map.groupBy(oldestFirst, (event) => event.door)) {
    const old: DoorState = known.get(door) ?? {
      ...(door !== undefined && { door }),
      thirdParty: false,
      learned: NOTHING_LEARNED,
      trail: [],
    };
    const name =
      ofDoor.findLast((event) => event.doorName !== undefined && event.doorName !== '')?.doorName ?? old.name;
    known.set(door, {
      ...old,
      ...(name !== undefined && { name }),
      thirdParty: old.thirdParty || ofDoor.some((event) => event.kind.startsWith('third-party')),
      trail: addToTrail(old.trail, ofDoor, now),
      ...(door !== undefined && { habit: heard(old.habit, timesOf(ofDoor), now) }),
      stands: standsNow(old.stands, ofDoor, now),
    });
  }
  const newest = newestOf(events, state.newestEventAt, now);
  const isNewer = newest !== state.newestEventAt && state.watchingSince !== undefined;
  return {
    ...state,
    people: [...people].slice(-PEOPLE_KEPT),
    doors: [...known.values()],
    ...(newest !== undefined && { newestEventAt: newest }),
    ...(isNewer && { newestSeenAt: now }),
  };
}

const timesOf = (events: readonly DoorEvent[]): readonly Instant[] => events.map(({ at }) => at);

/** A device whose clock runs ahead wrote its row now, not next year. */
function newestOf(events: readonly DoorEvent[], known: Instant | undefined, now: Instant): Instant | undefined {
  const times = events.map(({ at }) => (at > now ? now : at));
  return times.reduce((newest, at) => (newest === undefined || at > newest ? at : newest), known);
}
