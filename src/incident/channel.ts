import type { Instant } from '../door/ids.ts';
import { type CardMessage, newCards, withCardMessage } from './card.ts';
import type { Candidate, GatheredRow, Gathering, GatheringReason } from './gathering.ts';
import { type ChannelId, type Incident, type IncidentId, incidentId } from './incident.ts';
import { type Effect, unfinishedCards } from './place.ts';
import { severityOfRow } from './severity.ts';

/** The one value of a channel: the messages that tell of many incidents at once there. */
export type ChannelState = { readonly channel: ChannelId; readonly incidents: readonly Incident<Gathering>[] };

/** Which cards wait for their first post in the channel, and how those do that a gathering tells already. */
export type CrowdMessage = {
  readonly kind: 'crowd';
  readonly waiting: readonly Candidate[];
  readonly members: readonly Candidate[];
  /** Whether the last of those waiting would wait too long for its turn. */
  readonly isCrowded: boolean;
};

export type ChannelMessage = CrowdMessage | CardMessage;

export type ChannelEffect =
  | Effect
  /** Tell the incident's own desk that this revision was told here. Safe to hear again. */
  | { readonly kind: 'settle'; readonly desk: string; readonly incident: IncidentId; readonly revision: number }
  /** The incident outlasted the gathering: bring its own card up. */
  | { readonly kind: 'release'; readonly desk: string; readonly incident: IncidentId };

type Updated = { readonly state: ChannelState; readonly effects: readonly ChannelEffect[] };

/** More late incidents than these at once are told by one message. */
export const LATE_TOLD_SINGLY = 10;
/** A gathering waits so long for more before it ends, in milliseconds. */
export const JOINABLE_MS = 60_000;
/** What is still open so long after the last incident joined gets a card of its own, in milliseconds. */
export const RELEASE_AFTER_MS = 120_000;
/** An ended gathering is remembered so long, in milliseconds: what it released must not be gathered again. */
const KEEP_MS = 86_400_000;

export const newChannel = (channel: ChannelId): ChannelState => ({ channel, incidents: [] });

/** Every change of a channel goes through here. Hearing a message twice changes nothing the second time. */
export function updateChannel(state: ChannelState, message: ChannelMessage, now: Instant): Updated {
  switch (message.kind) {
    case 'card':
      return { state: { ...state, incidents: withCardMessage(state.incidents, message, now) }, effects: [] };
    case 'crowd':
      return crowd(state, message, now);
  }
}

/** Whether an open gathering tells of this incident, so that its own card must wait. */
export function isHeld(state: ChannelState, desk: string, incident: IncidentId): boolean {
  return openOnes(state).some(({ facts }) =>
    facts.rows.some((row) => row.incident === incident && row.desk === desk && row.released !== true),
  );
}

/** Incidents that open gatherings tell of. */
export function membersOf(state: ChannelState): readonly GatheredRow[] {
  return openOnes(state).flatMap(({ facts }) => facts.rows.filter((row) => row.released !== true));
}

const openOnes = (state: ChannelState): readonly Incident<Gathering>[] =>
  state.incidents.filter((one) => one.closedAt === undefined);

function crowd(state: ChannelState, message: CrowdMessage, now: Instant): Updated {
  const joining = assign(state, message);
  const members = new Map(message.members.map((one) => [keyOf(one.row), one]));
  const kept = state.incidents.filter((one) => one.closedAt === undefined || now - one.closedAt < KEEP_MS);
  const effects: ChannelEffect[] = [];
  const incidents = kept.map((one) => {
    if (one.closedAt !== undefined) return one;
    const next = refresh(one, { joining: joining.get(one.facts.why) ?? [], members, now });
    joining.delete(one.facts.why);
    effects.push(...next.effects);
    return next.incident;
  });
  for (const [why, candidates] of joining) {
    if (candidates.length > 0) incidents.push(open(state.channel, why, candidates, now));
  }
  const before = new Map(state.incidents.map((one) => [one.id, one]));
  const changed = incidents.filter((one) => one.revision !== before.get(one.id)?.revision);
  const isSame = incidents.length === state.incidents.length && incidents.every((one) => before.get(one.id) === one);
  return {
    state: isSame ? state : { ...state, incidents },
    effects: [
      ...changed.map(
        ({ id, lastReason }): Effect => ({ kind: 'changed', change: { incident: id, reason: lastReason } }),
      ),
      ...unfinishedCards({ incidents: changed }),
      ...effects,
    ],
  };
}

/** Which of those waiting join which gathering, open or to be opened. What is left out is told by its own card. */
function assign(state: ChannelState, { waiting, isCrowded }: CrowdMessage): Map<GatheringReason, Candidate[]> {
  const known = new Set(state.incidents.flatMap(({ facts }) => facts.rows.map(keyOf)));
  const free = waiting.filter(({ row }) => !known.has(keyOf(row)));
  const open = new Set(openOnes(state).map(({ facts }) => facts.why));
  const allLate = free.filter((one) => one.late === 'row');
  const calmer = allLate.filter((one) => severityOfRow(one.row) !== 'severe');
  // What is severe keeps a card of its own, unless that is too much for one by one.
  const late = allLate.length - calmer.length > LATE_TOLD_SINGLY ? allLate : calmer;
  const result = new Map<GatheringReason, Candidate[]>();
  if (open.has('rows-late') || late.length > LATE_TOLD_SINGLY) result.set('rows-late', late);
  const gathered = new Set(result.get('rows-late'));
  const rest = free.filter((one) => !gathered.has(one));
  const standing = open.has('storm') ? 'storm' : open.has('slack-away') ? 'slack-away' : undefined;
  if (standing !== undefined) result.set(standing, rest);
  else if (isCrowded && rest.length > (gathered.size > 0 ? LATE_TOLD_SINGLY : 0)) {
    const told = rest.filter((one) => one.late === 'slack').length;
    result.set(told * 2 > rest.length ? 'slack-away' : 'storm', rest);
  }
  return result;
}

function open(channel: ChannelId, why: GatheringReason, joining: readonly Candidate[], now: Instant) {
  const rows = joining.map((one) => one.row);
  const since = rows.map((row) => row.since).reduce((a, b) => (a < b ? a : b));
  const incident: Incident<Gathering> = {
    id: incidentId(`gathering/${why}/${now}`),
    facts: { kind: 'gathering', why, since, joinedAt: now, rows },
    revision: 1,
    lastReason: 'opened',
    openedAt: now,
    seenAfterMs: 0,
    seenAt: now,
    cards: newCards([channel]),
  };
  return incident;
}

type Refreshing = {
  readonly joining: readonly Candidate[];
  readonly members: ReadonlyMap<string, Candidate>;
  readonly now: Instant;
};

/** An open gathering brought to how its members are now: told ones are settled, lasting ones released, and at last it ends. */
function refresh(
  incident: Incident<Gathering>,
  { joining, members, now }: Refreshing,
): { readonly incident: Incident<Gathering>; readonly effects: readonly ChannelEffect[] } {
  const { facts } = incident;
  const isTold = incident.cards.every((card) => card.told === incident.revision);
  const joinedAt = joining.length > 0 ? now : facts.joinedAt;
  const quietMs = Math.abs(now - joinedAt);
  const effects: ChannelEffect[] = [];
  const old = facts.rows.map((row): GatheredRow => {
    if (row.released === true) return row;
    const member = members.get(keyOf(row));
    // Forgotten by its desk: what was told last stands.
    if (member === undefined) return { ...row, isOpen: false, settled: true };
    const { settled, ...fresh } = member.row;
    if (!fresh.isOpen && member.told >= fresh.revision) return { ...fresh, settled: true };
    if (!fresh.isOpen && isTold && row.revision === fresh.revision) {
      effects.push({ kind: 'settle', desk: row.desk, incident: row.incident, revision: row.revision });
    }
    if (!fresh.isOpen || quietMs < RELEASE_AFTER_MS) return fresh;
    effects.push({ kind: 'release', desk: row.desk, incident: row.incident });
    return { ...fresh, released: true };
  });
  const rows = [...old, ...joining.map((one) => one.row)];
  const isOver = quietMs >= JOINABLE_MS && rows.every((row) => row.settled === true || row.released === true);
  const since = rows.map((row) => row.since).reduce((a, b) => (a < b ? a : b), facts.since);
  const next: Gathering = { ...facts, since, joinedAt, rows };
  const isNews = isOver || words(next) !== words(facts);
  if (!isNews && JSON.stringify(next) === JSON.stringify(facts)) return { incident, effects };
  const changed: Incident<Gathering> = {
    ...incident,
    facts: next,
    seenAt: now,
    ...(isNews && { revision: incident.revision + 1, lastReason: isOver ? 'closed' : 'grew' }),
    ...(isOver && { closedAt: now }),
  };
  return { incident: changed, effects };
}

const keyOf = ({ desk, incident }: GatheredRow): string => `${desk} ${incident}`;

/** What of a gathering its message says: whether a card knows of it is nobody's news. */
const words = ({ rows }: Gathering): string => JSON.stringify(rows.map(({ settled, revision, ...row }) => row));
