import { dayAfter } from '../door/day.ts';
import type { DoorEvent } from '../door/event.ts';
import { after, type DoorId, type EventId, type Instant, type PlaceId } from '../door/ids.ts';
import type { Zone } from '../door/zone.ts';
import { type Arrival, arrivalsOf } from './arrivals.ts';
import type { DoorIncident } from './decide.ts';
import { beganAt, type IncidentId } from './incident.ts';
import type { Kind } from './kinds/kind.ts';
import { learnedBefore } from './learned.ts';
import { EMPTY_MEMORY } from './memory.ts';
import type { PlaceState } from './place.ts';
import { type Listener, listenerFor } from './rehearsal-listener.ts';
import { asTold, atEndOf, type PlaceInTime } from './rehearsal-place.ts';
import { bySeverity, severityOf } from './severity.ts';
import type { Subscription } from './subscription.ts';
import { USUAL_AFTER } from './topic.ts';

export type RehearsalInput = {
  /** The rows of each place, in any order, and what the bot has learned of it: names, third parties, habits. */
  readonly places: readonly { readonly rows: readonly DoorEvent[]; readonly learned: PlaceState }[];
  readonly subscription: Subscription;
  readonly kinds: readonly Kind[];
  readonly zone: Zone;
  readonly from: Instant;
  readonly to: Instant;
};

/** A row that reached the server so long after it was dated, in milliseconds. */
export type LateRow = {
  readonly place: PlaceId;
  readonly door?: DoorId;
  readonly at: Instant;
  readonly lateMs: number;
};

/** What a subscription would have told in the past. */
export type Rehearsal = {
  readonly from: Instant;
  readonly to: Instant;
  readonly rows: number;
  /** Rows that are known to have come late, by how much the latest did, in milliseconds, and the latest of them. */
  readonly late: { readonly rows: number; readonly mostMs: number; readonly latest: readonly LateRow[] };
  readonly messages: number;
  /** Days with messages, oldest first. */
  readonly days: readonly { readonly day: string; readonly messages: number }[];
  /** The hours with most messages, the busiest first. */
  readonly busiest: readonly { readonly from: Instant; readonly messages: number }[];
  /** Doors with what was told of them, the loudest first. */
  readonly doors: readonly { readonly place: PlaceId; readonly door?: DoorId; readonly alerts: number }[];
  /** What would have mattered most. */
  readonly loudest: readonly DoorIncident[];
  /** How many messages other wishes would have brought. */
  readonly instead: { readonly after2?: number; readonly after3?: number; readonly night?: number };
  /** Everything that was told, as it was at the end. */
  readonly incidents: readonly DoorIncident[];
};

/**
 * Rows are taken together that came within so long, in milliseconds: no longer than a row stays at hand (see trail.ts), and a
 * quarter of an hour begins at the same moment in every zone.
 */
export const STEP_MS = 900_000;
const HOUR_MS = 3_600_000;
const SHOWN = 3;
const NIGHT = { from: 22 * 60, to: 7 * 60 };

/**
 * Runs the past through the very heart that watches: what the rows show is decided by {@link updatePlace}, and which of it is
 * told by one message by the channel's own desk. It gives back how much of it is done, from 0 to 1, so that others can have
 * their turn, and at last the answer.
 */
export function* rehearse(input: RehearsalInput): Generator<number, Rehearsal> {
  const { subscription, kinds, from, to } = input;
  const zone = remembering(input.zone);
  const shown = listenerFor('shown', subscription, zone);
  const others = variantsOf(subscription).map(([name, one]) => [name, listenerFor(name, one, zone)] as const);
  const listeners: readonly Listener[] = [shown, ...others.map(([, listener]) => listener)];
  const subscriptions = listeners.map((one) => one.subscription);
  const places: PlaceInTime[] = [];
  for (const { rows, learned } of input.places) {
    const sorting = arrivalsOf(rows);
    let sorted = sorting.next();
    for (; sorted.done !== true; sorted = sorting.next()) yield 0;
    const names = new Map(learned.people);
    places.push({ arrivals: sorted.value, next: 0, names, state: asLearned(learned, from) });
  }
  const late = places.flatMap(({ arrivals }) => arrivals.filter((one) => one.isLate));
  yield 0;
  const lateRows = new Set<EventId>(late.map(({ event }) => event.id));
  const told = new Map<IncidentId, DoorIncident>();

  let before = from;
  for (const now of stepsOf(input)) {
    const news: {
      readonly desk: string;
      readonly incident: DoorIncident;
      readonly at: Instant;
      readonly isLate: boolean;
    }[] = [];
    for (const place of places) {
      const known = new Map(place.state.incidents.map((one) => [one.id, one]));
      const looking = atEndOf(place, { before, now, subscriptions, kinds, zone });
      let look = looking.next();
      for (; look.done !== true; look = looking.next()) yield (before - from) / Math.max(to - from, 1);
      place.state = look.value;
      for (const incident of place.state.incidents) {
        if (incident === known.get(incident.id)) continue;
        if (incident.mergedInto !== undefined || incident.isUnfounded === true) told.delete(incident.id);
        else if (incident.cards.some((card) => card.channel === shown.channel)) told.set(incident.id, incident);
        const isLate = incident.founder !== undefined && lateRows.has(incident.founder);
        const began = beganAt(incident.facts);
        const at = isLate || began > now ? now : began < before ? before : began;
        news.push({ desk: `place/${place.state.place}`, incident, at, isLate });
      }
      place.state = asTold(place.state);
      yield (now - from) / Math.max(to - from, 1);
    }
    for (const listener of listeners) listener.hear(news.sort((a, b) => a.at - b.at));
    before = now;
  }

  const incidents = [...told.values()];
  const loudest = incidents.toSorted(byLoudness).slice(0, SHOWN);
  yield 1;
  const moments = shown.moments();
  // Hours begin when the clock on the wall says so.
  const midnight = zone.startOf(zone.wall(from).day);
  return {
    from,
    to,
    rows: places.reduce((sum, { arrivals }) => sum + arrivals.length, 0),
    late: lateOf(late),
    messages: moments.length,
    days: daysOf(moments, zone),
    busiest: [...Map.groupBy(moments, (at) => after(midnight, Math.floor((at - midnight) / HOUR_MS) * HOUR_MS))]
      .map(([at, ats]) => ({ from: at, messages: ats.length }))
      .sort((a, b) => b.messages - a.messages || a.from - b.from)
      .slice(0, SHOWN),
    doors: doorsOf(incidents),
    loudest,
    instead: Object.fromEntries(others.map(([name, listener]) => [name, listener.moments().length])),
    incidents,
  };
}

function lateOf(late: readonly Arrival[]): Rehearsal['late'] {
  const rows = late
    .map(({ at, event: { place, door, at: dated } }): LateRow => {
      return { place, ...(door !== undefined && { door }), at: dated, lateMs: at - dated };
    })
    .sort((a, b) => b.lateMs - a.lateMs);
  return { rows: rows.length, mostMs: rows[0]?.lateMs ?? 0, latest: rows.slice(0, SHOWN) };
}

/** The zone, with the days it was asked about: each calm line asks when its day ends. */
function remembering(zone: Zone): Zone {
  const starts = new Map<string, Instant>();
  return {
    ...zone,
    startOf: (day) => {
      const start = starts.get(day) ?? zone.startOf(day);
      starts.set(day, start);
      return start;
    },
  };
}

/** The place as the bot knows it now, before anything of the past happened; it has learned today's habits before that. */
function asLearned(place: PlaceState, from: Instant): PlaceState {
  const { newestEventAt, newestSeenAt, silence, ...state } = place;
  return {
    ...state,
    watchingSince: from,
    lookedAt: from,
    memory: EMPTY_MEMORY,
    doors: state.doors.map(({ habit, ...door }) => ({
      ...door,
      learned: learnedBefore(door.learned, from),
      trail: [],
    })),
    devices: [],
    days: [],
    incidents: [],
    rowsSeen: 0,
  };
}

/** The moments at which it is looked what the rows show: each quarter of an hour, and when the wished hours begin and end. */
function stepsOf({ subscription: { hours }, zone, from, to }: RehearsalInput): readonly Instant[] {
  const steps = new Set<Instant>([to]);
  for (let at = Math.floor(from / STEP_MS + 1) * STEP_MS; at < to; at += STEP_MS) steps.add(after(from, at - from));
  for (const minute of hours === undefined ? [] : [hours.from % 1_440, hours.to % 1_440]) {
    for (let at = zone.next(minute, from); at < to; at = zone.next(minute, at)) steps.add(at);
  }
  return [...steps].sort((a, b) => a - b);
}

/** What else could be wished for in its place. */
function variantsOf(subscription: Subscription): readonly (readonly [string, Subscription])[] {
  const { topics, after: from = USUAL_AFTER, hours } = subscription;
  const hasFailures = topics.includes('failures');
  return [
    ...([2, 3] as const).flatMap((many) =>
      hasFailures && from !== many ? [[`after${many}`, { ...subscription, after: many }] as const] : [],
    ),
    ...(hours === undefined ? [['night', { ...subscription, hours: NIGHT }] as const] : []),
  ];
}

/** Moments per day of the zone. Asking the clock for each of thousands would take long. */
function daysOf(moments: readonly Instant[], zone: Zone): Rehearsal['days'] {
  const days: { readonly day: string; messages: number }[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const at of moments.toSorted((a, b) => a - b)) {
    if (at >= end) {
      const { day } = zone.wall(at);
      days.push({ day, messages: 0 });
      end = zone.startOf(dayAfter(day, 1));
    }
    const last = days.at(-1);
    if (last !== undefined) last.messages += 1;
  }
  return days;
}

function doorsOf(incidents: readonly DoorIncident[]): Rehearsal['doors'] {
  const byDoor = Map.groupBy(incidents, ({ place, door }) => `${place}/${door ?? ''}`);
  return [...byDoor.values()]
    .flatMap((ofDoor) => {
      const [{ place, door } = {}] = ofDoor;
      return place === undefined ? [] : [{ place, ...(door !== undefined && { door }), alerts: ofDoor.length }];
    })
    .sort((a, b) => b.alerts - a.alerts);
}

/** The most severe first, then what happened most often in it. */
function byLoudness(a: DoorIncident, b: DoorIncident): number {
  return bySeverity(severityOf(a.facts), severityOf(b.facts)) || timesOf(b) - timesOf(a);
}

function timesOf({ facts }: DoorIncident): number {
  if (facts.kind === 'walk-around') return facts.steps.reduce((sum, step) => sum + step.count, 0);
  return 'count' in facts ? facts.count : 0;
}
