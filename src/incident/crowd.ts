import { dayAfter } from '../door/day.ts';
import { after, type Instant } from '../door/ids.ts';
import type { Zone } from '../door/zone.ts';
import type { ChannelEffect, ChannelState } from './channel.ts';
import { foldRows, keyOfRow } from './gathered-rows.ts';
import type { Candidate, GatheredRow, Gathering } from './gathering.ts';
import { endOfHours, isWithin } from './hours.ts';
import { type ChannelId, type Incident, incidentId } from './incident.ts';
import { hides } from './mute.ts';
import { unfinishedCards } from './place.ts';
import { bySeverity } from './severity.ts';
import { type Topic, USUAL_AFTER } from './topic.ts';

/** Which cards wait for their first post in the channel, and how those do that a gathering tells already. */
export type CrowdMessage = {
  readonly kind: 'crowd';
  readonly waiting: readonly Candidate[];
  readonly members: readonly Candidate[];
  /** Whether the last of those waiting would wait too long for its turn. */
  readonly isCrowded: boolean;
};

/** More late incidents than these at once are told by one message. */
export const LATE_TOLD_SINGLY = 10;
/** A gathering of what happens at once waits so long for more before it ends, in milliseconds. */
export const JOINABLE_MS = 60_000;
/** What is still open so long after the last incident joined gets a card of its own, in milliseconds. */
export const RELEASE_AFTER_MS = 120_000;
/** Doors that one gathering tells of, at most. */
export const MOST_DOORS = 90;
/** An ended gathering is remembered so long, in milliseconds: what it released must not be gathered again. */
const KEEP_MS = 86_400_000;

/** A channel as far as many incidents are told by one message there. */
export type CrowdState = Omit<ChannelState, 'incidents'> & { readonly incidents: readonly Incident<Gathering>[] };
type Crowded = { readonly state: CrowdState; readonly effects: readonly ChannelEffect[] };

/** Decides which of those waiting are told by one message, and brings the open gatherings up to how their members are. */
export function crowd(state: CrowdState, message: CrowdMessage, now: Instant, zone: Zone): Crowded {
  const joining = assign(state, message, now, zone);
  const members = new Map(message.members.map((one) => [keyOfRow(one.row), one]));
  const kept = state.incidents.filter((one) => one.closedAt === undefined || now - one.closedAt < KEEP_MS);
  const effects: ChannelEffect[] = [];
  const incidents = kept.map((one) => {
    if (one.closedAt !== undefined) return one;
    const wanting = joining.get(kindOf(one.facts));
    const [taken, left] = withRoom(one.facts.rows, wanting?.candidates ?? []);
    const next = refresh(one, { state, joining: taken, members, now });
    if (wanting !== undefined) joining.set(kindOf(one.facts), { ...wanting, candidates: left });
    effects.push(...next.effects);
    return next.incident;
  });
  for (const { plan, candidates } of joining.values()) {
    let [taken, left] = withRoom([], candidates);
    for (; taken.length > 0; [taken, left] = withRoom([], left)) {
      const opened = open(state.channel, plan, taken, now);
      const twins = incidents.filter((one) => one.id.startsWith(opened.id)).length;
      effects.push(...settled(opened.facts.rows));
      incidents.push(twins === 0 ? opened : { ...opened, id: incidentId(`${opened.id}.${twins}`) });
    }
  }
  const mutes = state.mutes.filter((mute) => now < mute.until);
  const before = new Map(state.incidents.map((one) => [one.id, one]));
  const changed = incidents.filter((one) => one.revision !== before.get(one.id)?.revision);
  const isSame =
    mutes.length === state.mutes.length &&
    incidents.length === state.incidents.length &&
    incidents.every((one) => before.get(one.id) === one);
  return {
    state: isSame ? state : { ...state, mutes, incidents },
    effects: [
      ...changed.map(
        (one): ChannelEffect => ({ kind: 'changed', change: { incident: one.id, reason: one.lastReason } }),
      ),
      ...unfinishedCards({ incidents: changed }),
      ...effects,
    ],
  };
}

/** What a gathering that is not there yet would be. */
type Plan = Pick<Gathering, 'why' | 'tellAt' | 'until' | 'mute'>;
type Joining = { readonly plan: Plan; readonly candidates: readonly Candidate[] };

/** What joins one gathering, or the next where that one is full. */
const kindOf = ({ why, mute, until }: Plan): string => `${why}/${mute ?? (why === 'calm' ? until : '') ?? ''}`;

/** Which of those waiting join which gathering, open or to be opened. What is left out is told by its own card. */
function assign(
  state: CrowdState,
  { waiting, isCrowded }: CrowdMessage,
  now: Instant,
  zone: Zone,
): Map<string, Joining> {
  const known = new Set(state.incidents.flatMap(({ facts }) => facts.rows.map(keyOfRow)));
  const result = new Map<string, Joining>();
  const join = (plan: Plan, candidates: readonly Candidate[]): void => {
    const key = kindOf(plan);
    result.set(key, { plan, candidates: [...(result.get(key)?.candidates ?? []), ...candidates] });
  };
  const rest: Candidate[] = [];
  for (const one of waiting) {
    if (known.has(keyOfRow(one.row))) continue;
    const plan = wishOf(state, one.row, now, zone);
    if (plan === undefined) rest.push(one);
    else join(plan, [one]);
  }
  const open = new Set(state.incidents.filter((one) => one.closedAt === undefined).map(({ facts }) => facts.why));
  const allLate = rest.filter((one) => one.late === 'row');
  const calmer = allLate.filter((one) => one.row.severity !== 'severe');
  // What is severe keeps a card of its own, unless that is too much for one by one.
  const late = allLate.length - calmer.length > LATE_TOLD_SINGLY ? allLate : calmer;
  const gathered = new Set(open.has('rows-late') || late.length > LATE_TOLD_SINGLY ? late : []);
  if (gathered.size > 0) join({ why: 'rows-late' }, late);
  const live = rest.filter((one) => !gathered.has(one));
  const standing = open.has('storm') ? 'storm' : open.has('slack-away') ? 'slack-away' : undefined;
  if (standing !== undefined) join({ why: standing }, live);
  else if (isCrowded && live.length > (gathered.size > 0 ? LATE_TOLD_SINGLY : 0)) {
    const told = live.filter((one) => one.late === 'slack').length;
    join({ why: told * 2 > live.length ? 'slack-away' : 'storm' }, live);
  }
  return result;
}

/** What the channel wishes for this incident other than a card of its own. */
function wishOf(state: CrowdState, row: GatheredRow, now: Instant, zone: Zone): Plan | undefined {
  const mute = state.mutes.find((one) => hides(one, row, now));
  if (mute !== undefined) return { why: 'muted', mute: mute.id, tellAt: mute.until };
  if (state.quiet !== undefined && row.severity !== 'severe' && isWithin(state.quiet, now, zone)) {
    return { why: 'quiet', tellAt: endOfHours(state.quiet, now, zone) };
  }
  // Whoever asked for every failure gets a card for it.
  const isAsked = state.subscriptions.some(
    ({ topics, after: from = USUAL_AFTER }) => topics.includes('failures') && from <= row.count,
  );
  const isLine = row.severity === 'calm' && LINES.some((topic) => row.topics.includes(topic)) && !isAsked;
  return isLine ? { why: 'calm', until: zone.startOf(dayAfter(zone.wall(now).day, 1)) } : undefined;
}

/** What is worth a line of the day while it is calm. Whoever asks for entries or unlocks wants each of them. */
const LINES: readonly Topic[] = ['let-in-after-failures', 'unexplained'];

function open(channel: ChannelId, plan: Plan, joining: readonly Candidate[], now: Instant): Incident<Gathering> {
  const rows = joining.map((one) => one.row);
  const since = rows.map((row) => row.since).reduce((a, b) => (a < b ? a : b));
  return {
    id: incidentId(`gathering/${plan.why}/${now}`),
    facts: { kind: 'gathering', ...plan, since, joinedAt: now, rows },
    revision: 1,
    lastReason: 'opened',
    openedAt: now,
    seenAfterMs: 0,
    seenAt: now,
    cards: [{ channel, told: 0, generation: 0 }],
  };
}

/** Those for whom the gathering has room, and the others: a table in Slack names a hundred doors, and every door is to be named. */
function withRoom(
  rows: readonly GatheredRow[],
  candidates: readonly Candidate[],
): readonly [taken: readonly Candidate[], left: readonly Candidate[]] {
  const doors = new Set(rows.map(doorOf));
  const taken: Candidate[] = [];
  const left: Candidate[] = [];
  for (const one of candidates) {
    const door = doorOf(one.row);
    if (doors.size < MOST_DOORS || doors.has(door)) {
      doors.add(door);
      taken.push(one);
    } else left.push(one);
  }
  return [taken, left];
}

const doorOf = ({ place, door }: GatheredRow): string => `${place}/${door ?? ''}`;

/** What is over is the gathering's to tell from the moment it is saved. */
const settled = (rows: readonly GatheredRow[]): readonly ChannelEffect[] =>
  rows.flatMap(({ desk, incident, revision, isOpen, settled: isSettled }) =>
    isOpen || isSettled === true ? [] : [{ kind: 'settle', desk, incident, revision } as const],
  );

type Refreshing = {
  readonly state: CrowdState;
  readonly joining: readonly Candidate[];
  readonly members: ReadonlyMap<string, Candidate>;
  readonly now: Instant;
};

/** An open gathering brought to how its members are now: told ones are settled, lasting and worse ones released, and at last it ends. */
function refresh(
  incident: Incident<Gathering>,
  { state, joining, members, now }: Refreshing,
): { readonly incident: Incident<Gathering>; readonly effects: readonly ChannelEffect[] } {
  const { facts } = incident;
  const joinedAt = joining.length > 0 ? now : facts.joinedAt;
  const end = endOf({ ...facts, joinedAt });
  const effects: ChannelEffect[] = [];
  const old = facts.rows.map((row): GatheredRow => {
    if (row.released === true || row.times !== undefined) return row;
    const member = members.get(keyOfRow(row));
    // Forgotten by its desk: what was told last stands.
    if (member === undefined) return { ...row, isOpen: false, settled: true };
    const fresh = member.row;
    const isReleased =
      outgrows(fresh, facts, state) || (fresh.isOpen && end.releaseAt !== undefined && now >= end.releaseAt);
    if (isReleased) {
      effects.push({ kind: 'release', desk: row.desk, incident: row.incident });
      return { ...fresh, released: true };
    }
    return !fresh.isOpen && member.told >= fresh.revision ? { ...fresh, settled: true } : fresh;
  });
  effects.push(...settled(old.filter((row) => row.released !== true)));
  const rows = foldRows([...old, ...joining.map((one) => one.row)]);
  const isTold = incident.cards.every((card) => card.told === incident.revision);
  const isDone = rows.every((row) => row.settled === true || row.released === true || row.times !== undefined);
  const isOver = now >= end.at && isDone && isTold;
  const since = rows
    .map((row) => row.since)
    .reduce((a, b) => (a < b ? a : b), facts.rows.length === 0 ? now : facts.since);
  const next: Gathering = { ...facts, since: rows.length === 0 ? facts.since : since, joinedAt, rows };
  if (!isOver && JSON.stringify(next) === JSON.stringify(facts)) return { incident, effects };
  const isNews = isOver || words(next) !== words(facts);
  const changed: Incident<Gathering> = {
    ...incident,
    facts: next,
    seenAt: now,
    ...(isNews && { revision: incident.revision + 1, lastReason: isOver ? 'closed' : 'grew' }),
    ...(isOver && { closedAt: now }),
  };
  return { incident: changed, effects };
}

/** When a gathering may end, and when it lets go of what is still open. A calm day keeps its lines. */
function endOf({ why, joinedAt, tellAt, until }: Gathering): { readonly at: Instant; readonly releaseAt?: Instant } {
  if (until !== undefined) return { at: until, releaseAt: until };
  if (tellAt !== undefined) return { at: tellAt, releaseAt: after(tellAt, why === 'muted' ? 0 : RELEASE_AFTER_MS) };
  return { at: after(joinedAt, JOINABLE_MS), releaseAt: after(joinedAt, RELEASE_AFTER_MS) };
}

/** What becomes more severe than its gathering may hold is told by a card of its own. */
function outgrows(row: GatheredRow, { why, mute: id }: Gathering, { mutes }: CrowdState): boolean {
  switch (why) {
    case 'calm':
      return row.severity !== 'calm';
    case 'quiet':
      return row.severity === 'severe';
    case 'muted': {
      const mute = mutes.find((one) => one.id === id);
      return mute !== undefined && bySeverity(row.severity, mute.severity) < 0;
    }
    default:
      return false;
  }
}

/** What of a gathering its message says: whether a card knows of it is nobody's news. */
const words = ({ rows }: Gathering): string => JSON.stringify(rows.map(({ settled: _, revision, ...row }) => row));
