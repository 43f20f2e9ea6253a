import type { DoorEvent } from '../door/event.ts';
import { after, type Instant, type PersonId } from '../door/ids.ts';
import type { Zone } from '../door/zone.ts';
import type { Arrival } from './arrivals.ts';
import type { DoorIncident } from './decide.ts';
import type { IncidentId } from './incident.ts';
import type { Kind } from './kinds/kind.ts';
import { EMPTY_MEMORY } from './memory.ts';
import { type PlaceState, updatePlace } from './place.ts';
import { severityOf } from './severity.ts';
import type { Subscription } from './subscription.ts';

/** The watcher looks at least so often, in milliseconds: what came in between is told together. */
const LOOK_MS = 5_000;
const MINUTE_MS = 60_000;

/** A place on its way through the past. */
export type PlaceInTime = {
  readonly arrivals: readonly Arrival[];
  next: number;
  readonly names: Map<PersonId, string>;
  state: PlaceState;
  /** How it was a quarter of an hour before. */
  earlier?: { readonly next: number; readonly state: PlaceState; readonly before: Instant };
};

type StepWith = {
  readonly kinds: readonly Kind[];
  readonly zone: Zone;
  readonly now: Instant;
  readonly subscriptions: readonly Subscription[];
};

/**
 * The place at the end of a quarter of an hour. Where something became severe in it, the watcher may have told it before, and
 * rings once more: that is found out by looking as often as the watcher
 * does, from a quarter of an hour before. It pauses after each of these looks.
 */
export function* atEndOf(
  place: PlaceInTime,
  { before, ...within }: StepWith & { readonly before: Instant },
): Generator<undefined, PlaceState> {
  const { next, state: start, earlier = { next, state: start, before } } = place;
  const state = step(place, within);
  place.earlier = { next, state: start, before };
  const severe = becameSevere(start, state);
  if (severe.size === 0) return state;
  const shadow: PlaceInTime = { ...place, next: earlier.next, state: earlier.state };
  const moments = comingUntil(shadow, within.now).map(({ at }) => at);
  for (let at = after(earlier.before, MINUTE_MS); at < within.now; at = after(at, MINUTE_MS)) moments.push(at);
  for (const now of looksOf(moments, within.now)) {
    shadow.state = asTold(step(shadow, { ...within, now }));
    yield;
  }
  const watched = new Map(shadow.state.incidents.map((one) => [one.id, one]));
  return {
    ...state,
    incidents: state.incidents.map((one) => (severe.has(one.id) ? withReplies(one, watched.get(one.id)) : one)),
  };
}

/** The incident with the replies that the watcher had to tell, and the revisions that its cards were posted at. */
function withReplies(incident: DoorIncident, watched: DoorIncident | undefined): DoorIncident {
  if (watched?.notes === undefined) return incident;
  const { notes } = watched;
  const posted = new Map(watched.cards.map((card) => [card.channel, card.posted]));
  const cards = incident.cards.map((card) => {
    const first = posted.get(card.channel);
    return first === undefined ? card : { ...card, posted: first };
  });
  return { ...incident, notes, cards };
}

/** What has a card and became severe at once, as far as a quarter of an hour shows. */
function becameSevere(before: PlaceState, { incidents }: PlaceState): ReadonlySet<IncidentId> {
  const known = new Map(before.incidents.map((one) => [one.id, one]));
  const severe = incidents.filter(({ id, cards, facts, notes }) => {
    const old = known.get(id);
    const wasSevere = old !== undefined && severityOf(old.facts) === 'severe';
    return cards.length > 0 && notes === undefined && !wasSevere && severityOf(facts) === 'severe';
  });
  return new Set(severe.map(({ id }) => id));
}

/** When the watcher looks: shortly after each of these moments, and at the end. */
function looksOf(moments: readonly Instant[], end: Instant): readonly Instant[] {
  const looks = new Set<Instant>([end]);
  for (const at of moments) looks.add(after(at, Math.min(LOOK_MS - (at % LOOK_MS), end - at)));
  return [...looks].sort((a, b) => a - b);
}

function comingUntil({ arrivals, next }: PlaceInTime, now: Instant): readonly Arrival[] {
  let end = next;
  while ((arrivals[end]?.at ?? Number.POSITIVE_INFINITY) <= now) end += 1;
  return arrivals.slice(next, end);
}

/** The place after what came until now. */
function step(place: PlaceInTime, { now, subscriptions, kinds, zone }: StepWith): PlaceState {
  const came = comingUntil(place, now);
  place.next += came.length;
  const events = came.map(({ event }) => event).reverse();
  // Each row comes once here, so nothing has to be known again by its id; and of thousands of names a few are spoken of.
  const state = { ...place.state, memory: EMPTY_MEMORY, people: peopleOf(place, events) };
  const message = { kind: 'rows-seen', events, complete: true, olderRowsExist: false, subscriptions } as const;
  const next = updatePlace(state, message, now, kinds, zone).state;
  for (const [id, name] of next.people) place.names.set(id, name);
  return next;
}

/** The known names of those whom these rows, or rows at hand, speak of. */
function peopleOf({ names, state }: PlaceInTime, events: readonly DoorEvent[]): PlaceState['people'] {
  const atHand = state.doors.flatMap((door) => door.trail.map((row) => row.event));
  const ids = new Set([...atHand, ...events].flatMap(({ person }) => person?.id ?? []));
  return [...ids].flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [[id, name] as const];
  });
}

/** Nobody waits for Slack in a rehearsal: every card is told as it is. */
export const asTold = (state: PlaceState): PlaceState => ({ ...state, incidents: state.incidents.map(toldAsItIs) });

function toldAsItIs(incident: DoorIncident): DoorIncident {
  const { revision, cards } = incident;
  if (cards.every((card) => card.told === revision)) return incident;
  return { ...incident, cards: cards.map((card) => ({ ...card, told: revision, posted: card.posted ?? revision })) };
}
