import type { DoorId, EventId, Instant, PlaceId } from '../door/ids.ts';
import { inherited } from './answers.ts';
import type { DoorFacts } from './door-facts.ts';
import { type DoorView, once } from './door-view.ts';
import { beganAt, type Incident, type IncidentId, incidentId, type NotePart, type Reason } from './incident.ts';
import type { DoorKind, Kind, PlaceKind, PlaceView, Sighting } from './kinds/kind.ts';
import { severityOf } from './severity.ts';
import { indexSpans, type Span } from './spans.ts';
import { TRAIL_MS, untilOf } from './trail.ts';

export type DoorIncident = Incident<DoorFacts>;
/** What changed about an incident, and why. */
export type Change = { readonly incident: IncidentId; readonly reason: Reason };

export type Decision = { readonly incidents: readonly DoorIncident[]; readonly changes: readonly Change[] };

type Common = {
  readonly place: PlaceId;
  /** Rows that were seen for the first time just now: only they found new incidents, unless time does. */
  readonly fresh: ReadonlySet<EventId>;
  /** Every incident of this door, or of the place itself, that is still remembered. */
  readonly incidents: readonly DoorIncident[];
};
export type DoorCase = Common & { readonly of: 'door'; readonly door?: DoorId; readonly view: DoorView };
export type PlaceCase = Common & { readonly of: 'place'; readonly view: PlaceView };

/** An incident is settled when it is over and so long unseen that its rows are forgotten: nothing changes it any more. */
export function isSettled(incident: Incident, now: Instant): boolean {
  return incident.closedAt !== undefined && now - Math.max(incident.seenAt, incident.closedAt) > TRAIL_MS;
}

/**
 * Brings the incidents of one door, or those that are of no single door of a place, up to what the rows show now: opens, grows,
 * ends, joins and parts them. The order in which rows arrived does not matter, as long as they are at hand together.
 */
export function decide(about: DoorCase | PlaceCase, kinds: readonly Kind[]): Decision {
  const byKind = Map.groupBy(about.incidents, (one) => one.facts.kind);
  const views = about.of === 'door' ? [about.view] : about.view.doors;
  const ground: Ground = {
    place: about.place,
    ...(about.of === 'door' && about.door !== undefined && { door: about.door }),
    fresh: about.fresh,
    views,
    times: once(() => new Set(views.flatMap((view) => view.trail.map((row) => row.event.at)))),
    pending: once(() => new Set(views.flatMap(pendingRows))),
    lookedAt: about.view.lookedAt,
    now: about.view.now,
  };
  const result = new Map(about.incidents.map((one) => [one.id, one]));
  const changes = kinds.flatMap((kind) => {
    const sightings = sightingsOf(about, kind);
    if (sightings === undefined) return [];
    const decided = decideKind(ground, kind, sightings, byKind.get(kind.name) ?? []);
    for (const incident of decided.incidents) result.set(incident.id, incident);
    return decided.changes;
  });
  return { incidents: [...result.values()], changes };
}

function sightingsOf(about: DoorCase | PlaceCase, kind: DoorKind | PlaceKind): readonly Sighting[] | undefined {
  if (about.of === 'door') return kind.of === 'door' ? kind.sight(about.view) : undefined;
  return kind.of === 'place' ? kind.sight(about.view) : undefined;
}

/** What a decision stands on: the rows at hand, whoever's incidents it is about. */
type Ground = {
  readonly place: PlaceId;
  readonly door?: DoorId;
  readonly fresh: ReadonlySet<EventId>;
  readonly views: readonly DoorView[];
  /** The device times of the rows at hand. */
  readonly times: () => ReadonlySet<Instant>;
  /** Rows of passages that are still open. */
  readonly pending: () => ReadonlySet<EventId>;
  /** When the bot last looked: what was not settled then is still remembered by its rows. */
  readonly lookedAt: Instant;
  readonly now: Instant;
};

/** The incidents of one kind that changed, and how. */
function decideKind(
  ground: Ground,
  kind: Kind,
  sightings: readonly Sighting[],
  incidents: readonly DoorIncident[],
): Decision {
  const { now, lookedAt, fresh } = ground;
  const candidates = incidents.filter((one) => one.mergedInto === undefined && !isSettled(one, lookedAt));
  if (sightings.length === 0 && candidates.length === 0) return { incidents: [], changes: [] };
  const bySpan = indexSpans(candidates, (one) => kind.extent(one.facts));
  const byFounder = Map.groupBy(candidates, (one) => one.founder);
  const taken = new Set(incidents.map((one) => one.id));
  const result: DoorIncident[] = [];
  const changes: Change[] = [];
  const claimed = new Set<IncidentId>();
  const put = (incident: DoorIncident, reason: Reason): void => {
    result.push(incident);
    taken.add(incident.id);
    changes.push({ incident: incident.id, reason });
  };
  const founders = new Set(sightings.flatMap((one) => one.founders));
  for (const sighting of sightings) {
    const extent = kind.extent(sighting.facts);
    const near = bySpan.near(extent);
    const overlapping = near.filter((one) => overlap(kind.extent(one.facts), extent));
    const isOwned = (one: DoorIncident): boolean => one.founder !== undefined && founders.has(one.founder);
    const matches = [
      ...sighting.founders.flatMap((id) => byFounder.get(id) ?? []),
      ...overlapping.filter((one) => !isOwned(one)),
    ];
    const [oldest, ...others] = [...new Set(matches)].filter((one) => !claimed.has(one.id)).sort(byOpening);
    if (oldest === undefined) {
      if (sighting.founders.length === 0) continue;
      // A late row may part what was one: the second part is new, though none of its rows is. What was seen long before the last
      // look was told in its time, and forgotten.
      const isKnown = lookedAt - sighting.seenAt > TRAIL_MS;
      const parted = !isKnown && overlapping.some((one) => claimed.has(one.id) || isOwned(one));
      const isNew = sighting.isDue === true || sighting.founders.some((id) => fresh.has(id));
      if (parted || isNew) put(open(ground, sighting, taken), 'opened');
      continue;
    }
    claimed.add(oldest.id);
    const facts = kind.carry(oldest.facts, sighting.facts, (at) => ground.times().has(at));
    const heir = inherited(oldest, others);
    const { incident, reason } = bring(heir, { ...sighting, facts }, now);
    if (reason !== undefined || heir !== oldest) put(incident, reason ?? 'changed');
    else if (incident !== oldest) result.push(incident);
    for (const other of others) {
      claimed.add(other.id);
      const revision = other.revision + 1;
      put({ ...other, mergedInto: oldest.id, closedAt: now, revision, lastReason: 'merged' }, 'merged');
    }
  }
  for (const one of candidates) {
    // What is settled stands as it was told, though its rows may be at hand yet.
    if (claimed.has(one.id) || isSettled(one, now)) continue;
    if (isDisproved(one, ground)) put(unfounded(one, now), 'changed');
  }
  return { incidents: result, changes };
}

/** Whether the row that an incident was opened for and the one it begins with are at hand, and show nothing of it any more. */
function isDisproved({ founder, isUnfounded, facts }: DoorIncident, { views, times, pending }: Ground): boolean {
  if (isUnfounded === true || founder === undefined || !views.some(({ rows }) => rows.has(founder))) return false;
  const began = facts.kind === 'entries' ? (facts.entries[0]?.at ?? facts.since) : beganAt(facts);
  return times().has(began) && !pending().has(founder);
}

function unfounded(one: DoorIncident, now: Instant): DoorIncident {
  const { closedAt = now, revision } = one;
  return { ...one, isUnfounded: true, closedAt, seenAt: now, revision: revision + 1, lastReason: 'changed' };
}

function open(ground: Ground, sighting: Sighting, taken: ReadonlySet<IncidentId>): DoorIncident {
  const { now, place, door } = ground;
  const { facts, founders, seenAt, over } = sighting;
  // A part that a late row split off may begin with the very row that the whole was named after.
  let id = incidentId([facts.kind, place, door ?? '', founders[0] ?? ''].join('/'));
  while (taken.has(id)) id = incidentId(`${id}+`);
  return {
    id,
    facts,
    place,
    ...(door !== undefined && { door }),
    ...(founders[0] !== undefined && { founder: founders[0] }),
    revision: 1,
    lastReason: 'opened',
    openedAt: now,
    seenAfterMs: seenAfterMs(ground, sighting),
    seenAt,
    ...(over && { closedAt: now }),
    // Who hears of it is decided when all of it is known: see subscription.ts.
    cards: [],
  };
}

/** How late the newest row was seen that is new and makes it an incident; else its first row. What time alone made one is not late. */
function seenAfterMs({ views, fresh, now }: Ground, { founders, isDue }: Sighting): number {
  const isFresh = founders.some((one) => fresh.has(one));
  const id = (isFresh ? founders.findLast((one) => fresh.has(one)) : undefined) ?? founders[0];
  const founder = id === undefined ? undefined : views.flatMap(({ rows }) => rows.get(id) ?? [])[0];
  if (founder === undefined) return 0;
  const seenAt = isDue === true && !isFresh ? founder.seenAt : now;
  return seenAt - untilOf(founder);
}

/** The incident brought to what was sighted, and why it changed, if it did. */
function bring(old: DoorIncident, sighting: Sighting, now: Instant): { incident: DoorIncident; reason?: Reason } {
  const wasOver = old.closedAt !== undefined;
  const sameFacts = same(old.facts, sighting.facts);
  if (sameFacts && wasOver === sighting.over && old.isUnfounded !== true) {
    // It is remembered for as long as its newest row is at hand, though that row was no news.
    return { incident: sighting.seenAt > old.seenAt ? { ...old, seenAt: sighting.seenAt } : old };
  }
  const reason = sighting.over ? (wasOver ? 'changed' : 'closed') : wasOver ? 'reopened' : 'grew';
  const { closedAt, isUnfounded, ...rest } = old;
  const incident: DoorIncident = {
    ...rest,
    facts: sighting.facts,
    seenAt: sighting.seenAt,
    revision: old.revision + 1,
    lastReason: reason,
    ...(sighting.over && { closedAt: closedAt ?? now }),
  };
  return { incident: { ...incident, ...notesOf(old, incident, now) }, reason };
}

/** What became severe rings once more: somebody was let in after many failures, or it grew worse in another way. */
function notesOf(old: DoorIncident, { facts, revision }: DoorIncident, now: Instant): Pick<DoorIncident, 'notes'> {
  const notes = old.notes ?? [];
  const part: NotePart = facts.kind === 'failures' ? 'let-in' : 'worse';
  const isNews = severityOf(facts) === 'severe' && !notes.some((note) => note.part === part);
  if (isNews && severityOf(old.facts) !== 'severe') return { notes: [...notes, { part, revision, seenAt: now }] };
  return old.notes === undefined ? {} : { notes };
}

const pendingRows = ({ passages }: DoorView): readonly EventId[] =>
  passages.flatMap((passage) => (passage.kind === 'pending' ? passage.rows : []));

function overlap(a: Span, b: Span): boolean {
  return a.from === b.from || (a.from < b.to && b.from < a.to);
}

/** The oldest first; of those that were opened at one moment, always the same one. */
const byOpening = (a: DoorIncident, b: DoorIncident): number => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1);

function same(a: DoorFacts, b: DoorFacts): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
