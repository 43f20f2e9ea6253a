import type { DoorId, EventId, Instant, PlaceId } from '../door/ids.ts';
import { inherited } from './answers.ts';
import { type DoorFacts, type Incident, type IncidentId, incidentId, type Reason } from './incident.ts';
import type { DoorView, Kind, Sighting } from './kinds/kind.ts';
import { severityOf } from './severity.ts';
import { indexSpans, type Span } from './spans.ts';
import { TRAIL_MS, type TrailRow, untilOf } from './trail.ts';

export type DoorIncident = Incident<DoorFacts>;
/** What changed about an incident, and why. */
export type Change = { readonly incident: IncidentId; readonly reason: Reason };

export type Decision = { readonly incidents: readonly DoorIncident[]; readonly changes: readonly Change[] };

export type DoorCase = {
  readonly place: PlaceId;
  readonly door?: DoorId;
  readonly view: DoorView;
  /** Rows that were seen for the first time just now: only they found new incidents. */
  readonly fresh: ReadonlySet<EventId>;
  /** Every incident of this door that is still remembered. */
  readonly incidents: readonly DoorIncident[];
};

/** An incident is settled when it is over and so long unseen that its rows are forgotten: nothing changes it any more. */
export function isSettled(incident: Incident, now: Instant): boolean {
  return incident.closedAt !== undefined && now - Math.max(incident.seenAt, incident.closedAt) > TRAIL_MS;
}

/**
 * Brings one door's incidents up to what its rows show now: opens, grows, ends, joins and parts them.
 * The order in which rows arrived does not matter, as long as they are at hand together.
 */
export function decide(door: DoorCase, kinds: readonly Kind[]): Decision {
  const rows = new Map(door.view.trail.map((row) => [row.event.id, row]));
  const times = new Set(door.view.trail.map((row) => row.event.at));
  return kinds.reduce<Decision>(
    (decision, kind) => {
      const next = decideKind({ ...door, rows, times }, kind, decision.incidents);
      return { incidents: next.incidents, changes: [...decision.changes, ...next.changes] };
    },
    { incidents: door.incidents, changes: [] },
  );
}

/** A door's case with its rows by id, and their device times. */
type Case = DoorCase & { readonly rows: ReadonlyMap<EventId, TrailRow>; readonly times: ReadonlySet<Instant> };

function decideKind(door: Case, kind: Kind, incidents: readonly DoorIncident[]): Decision {
  const { now } = door.view;
  const candidates = incidents.filter(
    (one) => one.facts.kind === kind.name && one.mergedInto === undefined && !isSettled(one, now),
  );
  const bySpan = indexSpans(candidates, (one) => kind.extent(one.facts));
  const byFounder = Map.groupBy(candidates, (one) => one.founder);
  const result = new Map(incidents.map((one) => [one.id, one]));
  const changes: Change[] = [];
  const claimed = new Set<IncidentId>();
  const put = (incident: DoorIncident, reason: Reason): void => {
    result.set(incident.id, incident);
    changes.push({ incident: incident.id, reason });
  };
  const sightings = kind.sight(door.view);
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
    const [oldest, ...others] = matches.filter((one) => !claimed.has(one.id)).sort(byOpening);
    if (oldest === undefined) {
      // A late row may part what was one: the second part is new, though none of its rows is.
      const parted = near.some((one) => claimed.has(one.id)) || overlapping.some(isOwned);
      if (parted || sighting.founders.some((id) => door.fresh.has(id))) put(open(door, sighting, result), 'opened');
      continue;
    }
    claimed.add(oldest.id);
    const facts = kind.carry(oldest.facts, sighting.facts, (at) => door.times.has(at));
    const { incident, reason } = bring(inherited(oldest, others), { ...sighting, facts }, now);
    if (incident !== oldest) put(incident, reason ?? 'changed');
    for (const other of others) {
      claimed.add(other.id);
      put(
        { ...other, mergedInto: oldest.id, closedAt: now, revision: other.revision + 1, lastReason: 'merged' },
        'merged',
      );
    }
  }
  return { incidents: [...result.values()], changes };
}

function open(door: Case, sighting: Sighting, taken: ReadonlyMap<IncidentId, unknown>): DoorIncident {
  const { now } = door.view;
  const kind = sighting.facts.kind;
  // A part that a late row split off may begin with the very row that the whole was named after.
  let id = incidentId([kind, door.place, door.door ?? '', sighting.founders[0] ?? ''].join('/'));
  while (taken.has(id)) id = incidentId(`${id}+`);
  return {
    id,
    facts: sighting.facts,
    place: door.place,
    ...(door.door !== undefined && { door: door.door }),
    ...(sighting.founders[0] !== undefined && { founder: sighting.founders[0] }),
    revision: 1,
    lastReason: 'opened',
    openedAt: now,
    seenAfterMs: now - foundedAt(door, sighting),
    seenAt: sighting.seenAt,
    ...(sighting.over && { closedAt: now }),
    // Who hears of it is decided when all of it is known: see subscription.ts.
    cards: [],
  };
}

/** The device time of the newest row that is new and makes it an incident; of its first row where none is new. */
function foundedAt({ view, fresh, rows }: Case, { founders }: Sighting): Instant {
  const id = founders.findLast((one) => fresh.has(one)) ?? founders[0];
  const founder = id === undefined ? undefined : rows.get(id);
  return founder === undefined ? view.now : untilOf(founder);
}

/** The incident brought to what was sighted, and why it changed, if it did. */
function bring(old: DoorIncident, sighting: Sighting, now: Instant): { incident: DoorIncident; reason?: Reason } {
  const wasOver = old.closedAt !== undefined;
  const sameFacts = same(old.facts, sighting.facts);
  if (sameFacts && wasOver === sighting.over) return { incident: old };
  const reason = sighting.over ? (wasOver ? 'changed' : 'closed') : wasOver ? 'reopened' : 'grew';
  const { closedAt, ...rest } = old;
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

/** What became severe rings once more: somebody was let in after many failures. */
function notesOf(old: DoorIncident, { facts, revision }: DoorIncident, now: Instant): Pick<DoorIncident, 'notes'> {
  const notes = old.notes ?? [];
  const isNews = severityOf(facts) === 'severe' && !notes.some((note) => note.part === 'let-in');
  if (isNews && severityOf(old.facts) !== 'severe')
    return { notes: [...notes, { part: 'let-in', revision, seenAt: now }] };
  return old.notes === undefined ? {} : { notes };
}

function overlap(a: Span, b: Span): boolean {
  return a.from === b.from || (a.from < b.to && b.from < a.to);
}

/** The oldest first; of those that were opened at one moment, always the same one. */
const byOpening = (a: DoorIncident, b: DoorIncident): number => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1);

function same(a: DoorFacts, b: DoorFacts): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
