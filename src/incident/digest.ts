import type { DoorEvent } from '../door/event.ts';
import { after, type DoorId, type Instant, type PlaceId } from '../door/ids.ts';
import { passagesOf, RELAY_ANSWERS_WITHIN_MS } from '../door/passage.ts';
import type { Weekday, Zone } from '../door/zone.ts';
import { type DigestPoint, daysOfWeek, pointsOf } from './digest-points.ts';
import { lockedAt, spellsOf } from './kinds/spells.ts';
import type { Mute } from './mute.ts';

/** When a channel is told a digest, by the clock of the bot's zone. */
export type DigestPlan = {
  /** Minutes since midnight. */
  readonly minute: number;
  /** A week's digest on that day; each day's where it is left out. */
  readonly weekday?: Weekday;
  /** When the next one is due. What it tells begins where the one before ended. */
  readonly dueAt: Instant;
  readonly from: Instant;
  /** The one before was due at this moment and was never told, because the bot was off for too long. */
  readonly skipped?: Instant;
};

/** When a digest by this plan comes next, and what it begins with. */
export function digestPlan(
  minute: number,
  weekday: Weekday | undefined,
  { now, zone }: { readonly now: Instant; readonly zone: Zone },
): DigestPlan {
  const weekdays = weekday === undefined ? undefined : [weekday];
  const dueAt = zone.next(minute, now, weekdays);
  const days = weekday === undefined ? 1 : 7;
  // A day on which summer time begins or ends is an hour shorter or longer than others.
  const from = zone.next(minute, after(dueAt, -days * 86_400_000 - 2 * HOUR_MS), weekdays);
  return { minute, ...(weekday !== undefined && { weekday }), dueAt, from };
}

/** From then on the digest that is due is told no more: the next one is nearer. */
export function tooLateAt({ minute, weekday, dueAt }: DigestPlan, zone: Zone): Instant {
  const next = zone.next(minute, dueAt, weekday === undefined ? undefined : [weekday]);
  return after(dueAt, (next - dueAt) / 2);
}

/** A door's numbers of a day or a week. */
export type DoorDigest = {
  readonly place: PlaceId;
  readonly door?: DoorId;
  readonly entries: number;
  readonly failures: number;
  /** The middle one of its failures in the digests before; left out until there are three. */
  readonly usual?: number;
};

/** A stretch in which a door was unlocked; without `until` it goes on. */
export type UnlockedSpell = {
  readonly place: PlaceId;
  readonly door?: DoorId;
  readonly since: Instant;
  readonly until?: Instant;
};

/** What people muted, and how many incidents that hid. */
export type Muted = Pick<Mute, 'door' | 'topic'> & { readonly incidents: number };

/** What happened in a day or a week, in numbers alone: it names nobody. */
export type Digest = {
  readonly kind: 'digest';
  readonly span: 'day' | 'week';
  readonly since: Instant;
  readonly until: Instant;
  readonly entries: number;
  /** How many different people entered, as far as rows say who. */
  readonly people: number;
  /** Authentication failures at all doors. */
  readonly failures: number;
  /** The hour by the zone's clock in which most entered. */
  readonly busiest?: { readonly from: Instant; readonly entries: number };
  /** Entries per two hours: of a day as they came, of a week by the time of day. */
  readonly points: readonly DigestPoint[];
  /** Entries of each day of a week. */
  readonly days?: readonly DigestPoint[];
  /** Where something happened: the most failures first. */
  readonly doors: readonly DoorDigest[];
  /** Doors beyond those, where they are too many to be kept. */
  readonly moreDoors: number;
  /** Digests of this span before this one, as far as they are remembered. */
  readonly past: number;
  readonly longest?: UnlockedSpell;
  /** What mutes hid, the most first. */
  readonly muted: readonly Muted[];
  readonly blind: { readonly spells: number; readonly ms: number };
  /** Rows that devices counted and the bot has not got. */
  readonly missingRows: number;
  /** Severe cards that nobody took and nobody dismissed. */
  readonly unanswered: number;
  readonly dismissed: { readonly noise: number; readonly test: number; readonly known: number };
  /** Places that could not be read: their doors are missing here. */
  readonly unread: readonly PlaceId[];
  /** Places of which only the newest rows could be read. */
  readonly cut: readonly PlaceId[];
  /** Rows that could not be understood. */
  readonly malformed: number;
  /** It is told so long after it was due, in milliseconds: the bot was off, or CLUe away. */
  readonly late?: { readonly ms: number; readonly why: 'off' | 'unread' };
  readonly skipped?: Instant;
};

/** How many failures each door had in a digest that was told; doors without any are left out. */
export type PastDigest = {
  readonly span: Digest['span'];
  readonly until: Instant;
  readonly doors: readonly { readonly place: PlaceId; readonly door?: DoorId; readonly failures: number }[];
};

/** So many digests before make a usual number. */
export const USUAL_FROM = 3;
/** Doors kept in one digest: a table in Slack holds no more. */
export const DOORS_KEPT = 100;
/** Rows so long around the time are read too, in milliseconds: a relay answers an authentication. */
export const AROUND_MS = 2 * RELAY_ANSWERS_WITHIN_MS;

const HOUR_MS = 3_600_000;

/** What one place's rows say of a stretch of time. */
export type PlaceCount = {
  readonly place: PlaceId;
  /** When each entry was. */
  readonly entries: readonly Instant[];
  /** What tells those who entered apart. */
  readonly people: ReadonlySet<string>;
  readonly doors: readonly DoorDigest[];
  readonly longest?: UnlockedSpell;
  /** Spells without an end until then, as far as rows and the bot's own eyes tell: the next digest may know it. */
  readonly unlocked: readonly UnlockedSpell[];
};

export type CountedSpan = {
  readonly since: Instant;
  readonly until: Instant;
  readonly isThirdPartyDoor: (door: DoorId | undefined) => boolean;
  /** Spells that the bot knows to go on at the end, also those that began before. */
  readonly open: readonly UnlockedSpell[];
  /** What was unlocked at the end of the digest before: its relay-ons are in no row of this one. */
  readonly carried?: readonly UnlockedSpell[];
};

/** Counts one place's rows, in any order; rows around the stretch help to read those in it. */
export function countPlace(place: PlaceId, rows: readonly DoorEvent[], span: CountedSpan): PlaceCount {
  const { since, until, isThirdPartyDoor, carried = [] } = span;
  const isIn = (at: Instant): boolean => at >= since && at < until;
  const entries: Instant[] = [];
  const people = new Set<string>();
  const doors = new Map<DoorId | undefined, { entries: number; failures: number }>();
  for (const passage of passagesOf(rows, after(until, AROUND_MS), isThirdPartyDoor)) {
    if (!isIn(passage.at) || (passage.kind !== 'let-in' && passage.kind !== 'refused')) continue;
    const sum = doors.get(passage.door) ?? { entries: 0, failures: 0 };
    doors.set(passage.door, sum);
    if (passage.kind === 'refused') {
      sum.failures += 1;
      continue;
    }
    sum.entries += 1;
    entries.push(passage.at);
    const who = passage.person?.id ?? passage.person?.name;
    if (who !== undefined) people.add(who);
  }
  const seen = spellsIn(place, rows);
  const open = span.open.filter((one) => one.since < until);
  const spells = [
    ...carried.flatMap((one) => endedBy(rows, one)),
    // Without its end in the log, only the bot's own eyes can tell whether it goes on.
    ...seen.filter((one) => isIn(one.since) && one.until !== undefined),
    ...open,
  ];
  const unended = [...seen.filter((one) => one.until === undefined && one.since < until), ...open];
  const longest = spells.reduce<UnlockedSpell | undefined>(
    (a, b) => (a === undefined || lengthOf(b, until) > lengthOf(a, until) ? b : a),
    undefined,
  );
  return {
    place,
    entries,
    people,
    doors: [...doors].map(([door, sum]) => ({ place, ...(door !== undefined && { door }), ...sum })),
    ...(longest !== undefined && { longest }),
    unlocked: [...new Map(unended.map((one) => [`${one.door ?? ''} ${one.since}`, one])).values()],
  };
}

/** The spell with the end that rows tell; none where no row does. */
function endedBy(rows: readonly DoorEvent[], spell: UnlockedSpell): readonly UnlockedSpell[] {
  const ends = rows.filter(({ kind, door, at }) => kind === 'locked' && door === spell.door && at > spell.since);
  const [first, ...others] = ends.map(({ at }) => at);
  if (first === undefined) return [];
  return [{ ...spell, until: others.reduce((a, b) => (a < b ? a : b), first) }];
}

/** How long a spell lasted, in milliseconds; one that goes on, until that moment. */
export const lengthOf = ({ since, until }: UnlockedSpell, end: Instant): number => (until ?? end) - since;

function spellsIn(place: PlaceId, rows: readonly DoorEvent[]): readonly UnlockedSpell[] {
  const byDoor = Map.groupBy(rows, (row) => row.door);
  return [...byDoor].flatMap(([door, ofDoor]) => {
    const trail = ofDoor.map((event) => ({ event, seenAt: event.at })).sort((a, b) => a.event.at - b.event.at);
    return spellsOf(trail).flatMap((spell): readonly UnlockedSpell[] => {
      const since = spell.ons[0]?.event.at;
      const until = lockedAt(spell);
      if (since === undefined) return [];
      return [{ place, ...(door !== undefined && { door }), since, ...(until !== undefined && { until }) }];
    });
  });
}

export type DigestParts = Pick<
  Digest,
  'muted' | 'blind' | 'missingRows' | 'unanswered' | 'dismissed' | 'unread' | 'cut' | 'malformed' | 'late'
> & {
  readonly plan: DigestPlan;
  readonly counts: readonly PlaceCount[];
  readonly past: readonly PastDigest[];
  readonly zone: Zone;
};

/** The digest that a plan is due for, made of what was counted. */
export function digestOf({ plan, counts, past, zone, ...rest }: DigestParts): Digest {
  const { from: since, dueAt: until, skipped } = plan;
  const span = plan.weekday === undefined ? 'day' : 'week';
  const ofSpan = past.filter((one) => one.span === span);
  const entries = counts.flatMap((one) => one.entries);
  const doors = counts
    .flatMap((one) => one.doors)
    .map((one) => ({ ...one, ...usualOf(one, ofSpan) }))
    .sort((a, b) => b.failures - a.failures || b.entries - a.entries);
  const longest = counts
    .flatMap((one) => one.longest ?? [])
    .reduce<UnlockedSpell | undefined>(
      (a, b) => (a === undefined || lengthOf(b, until) > lengthOf(a, until) ? b : a),
      undefined,
    );
  const busiest = busiestHour(entries, zone.startOf(zone.wall(since).day));
  return {
    kind: 'digest',
    span,
    since,
    until,
    entries: entries.length,
    failures: doors.reduce((sum, one) => sum + one.failures, 0),
    people: new Set(counts.flatMap((one) => [...one.people])).size,
    ...(busiest !== undefined && { busiest }),
    points: pointsOf(entries, plan, zone),
    ...(span === 'week' && { days: daysOfWeek(entries, plan, zone) }),
    doors: doors.slice(0, DOORS_KEPT),
    moreDoors: Math.max(doors.length - DOORS_KEPT, 0),
    past: ofSpan.length,
    ...(longest !== undefined && { longest }),
    ...rest,
    ...(skipped !== undefined && { skipped }),
  };
}

/** The middle one of this door's failures in the digests before. */
function usualOf({ place, door }: DoorDigest, past: readonly PastDigest[]): Pick<DoorDigest, 'usual'> {
  if (past.length < USUAL_FROM) return {};
  const failures = past
    .map(({ doors }) => doors.find((one) => one.place === place && one.door === door)?.failures ?? 0)
    .sort((a, b) => a - b);
  return { usual: failures[Math.floor((failures.length - 1) / 2)] ?? 0 };
}

/** The hour in which most entered, the earliest of several; hours begin when the clock on the wall says so. */
function busiestHour(entries: readonly Instant[], midnight: Instant): Digest['busiest'] {
  const byHour = Map.groupBy(entries, (at) => Math.floor((at - midnight) / HOUR_MS));
  const [busiest] = [...byHour].sort(([a, as], [b, bs]) => bs.length - as.length || a - b);
  if (busiest === undefined) return undefined;
  return { from: after(midnight, busiest[0] * HOUR_MS), entries: busiest[1].length };
}
