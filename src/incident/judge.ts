import type { DoorId, EventId, Instant } from '../door/ids.ts';
import { type Arrival, arrivalsOf, type DayRecord, daysAt, isDayDue, withArrivals, withEnds } from './days.ts';
import { type Change, type Decision, decide } from './decide.ts';
import { isOfPlace } from './door-facts.ts';
import { type DoorView, doorView, once } from './door-view.ts';
import { learnFrom } from './learned.ts';
import type { DoorState, Heart, PlaceState } from './place.ts';
import type { TrailRow } from './trail.ts';

/** Once more so long after the bot saw a door's last row, in milliseconds, it is looked at: by then time has told all it can. */
const LOOKED_AT_MS = 120_000;

/** What one look at a place goes by. */
type Look = {
  readonly views: readonly DoorView[];
  readonly fresh: ReadonlySet<EventId>;
  /** Doors with rows that are new. */
  readonly busy: ReadonlySet<DoorId | undefined>;
};

/** The incidents as they are now, of the doors and of the place itself; and its days. */
export function judge(
  state: PlaceState,
  { views, fresh, busy }: Look,
  now: Instant,
  { kinds, zone }: Heart,
): Decision & { readonly days: readonly DayRecord[] } {
  const { place } = state;
  const changes: Change[] = [];
  const byDoor = Map.groupBy(
    state.incidents.filter((one) => !isOfPlace(one.facts.kind)),
    (one) => one.door,
  );
  let isLookedAt = false;
  const ofDoors = views.flatMap((view) => {
    const { door } = view;
    const incidents = byDoor.get(door) ?? [];
    const isWatched =
      busy.has(door) || isUnsettled(view, view.lookedAt) || incidents.some((one) => one.closedAt === undefined);
    if (!isWatched) return incidents;
    isLookedAt = true;
    const about = { of: 'door', place, ...(door !== undefined && { door }), view, fresh, incidents } as const;
    const decision = decide(about, kinds);
    changes.push(...decision.changes);
    return decision.incidents;
  });
  const ofPlace = state.incidents.filter((one) => isOfPlace(one.facts.kind));
  const isQuiet = !isLookedAt && !isDayDue(state.days, now) && ofPlace.every((one) => one.closedAt !== undefined);
  if (isQuiet) return { incidents: [...ofDoors, ...ofPlace], changes, days: daysAt(state.days, [], now, zone) };
  const arrivals = views.flatMap((view) => arrivalsOf(view));
  const days = daysAt(state.days, arrivals, now, zone);
  const view = { doors: views, days: withArrivals(days, arrivals), ...timesOf(state, now) };
  const decision = decide({ of: 'place', place, view, fresh, incidents: ofPlace }, kinds);
  return {
    incidents: [...ofDoors, ...decision.incidents],
    changes: [...changes, ...decision.changes],
    days: withEnds(days, now),
  };
}

/** Time alone tells what a row without an answer meant: whether a door was not looked at since it could. */
const isUnsettled = ({ trail }: DoorView, lookedAt: Instant): boolean =>
  trail.some(({ seenAt }) => Math.abs(lookedAt - seenAt) <= LOOKED_AT_MS);

/** Whether this look is the last that a door needs for now, which is worth remembering. */
export const isLastLook = (view: DoorView): boolean => isUnsettled(view, view.lookedAt) && !isUnsettled(view, view.now);

/** Since when the bot watches, when it last looked, and now. */
const timesOf = ({ watchingSince, lookedAt }: PlaceState, now: Instant) => ({
  watchingSince: watchingSince ?? now,
  lookedAt: lookedAt ?? now,
  now,
});

export function viewsOf(state: PlaceState, now: Instant): readonly DoorView[] {
  const names = once(() => new Map(state.people));
  const times = timesOf(state, now);
  return state.doors.map(({ door, trail, learned, thirdParty }) =>
    doorView({ ...(door !== undefined && { door }), trail, learned, thirdParty, names, ...times }),
  );
}

/** The doors without the rows that no longer matter, which teach by being forgotten; and who came in by them. */
export function forget(
  doors: readonly DoorState[],
  views: readonly DoorView[],
  trim: (door: DoorState) => readonly TrailRow[],
): { readonly doors: readonly DoorState[]; readonly arrivals: readonly Arrival[] } {
  const arrivals: Arrival[] = [];
  const left = doors.map((door, index) => {
    const trail = trim(door);
    const view = views[index];
    const kept = new Set(trail.map((row) => row.event.id));
    const isForgotten = (row: TrailRow): boolean => !kept.has(row.event.id);
    const teaches = door.trail.some((row) => row.event.kind === 'unlocked' && isForgotten(row));
    if (view === undefined || !teaches) return trail === door.trail ? door : { ...door, trail };
    arrivals.push(...arrivalsOf(view, isForgotten));
    return { ...door, trail, learned: learnFrom(view, isForgotten) };
  });
  return { doors: left, arrivals };
}
