import type { Instant, PlaceId } from '../door/ids.ts';
import type { Zone } from '../door/zone.ts';
import type { ChannelState, ChannelUpdated } from './channel.ts';
import { type Digest, type DigestPlan, digestPlan, type PastDigest, type UnlockedSpell } from './digest.ts';
import { type DigestNote, type Noted, notesAfter, withNotes } from './digest-notes.ts';
import { type Incident, incidentId } from './incident.ts';
import { unfinishedCards } from './place.ts';
import type { Subscription } from './subscription.ts';

/** What a channel remembers for its next digests. */
export type DigestMemory = {
  readonly notes: readonly DigestNote[];
  readonly past: readonly PastDigest[];
  /** Doors that were unlocked at the end of the digest before. */
  readonly unlocked?: readonly UnlockedSpell[];
};

export type DigestMessage =
  /** From now on digests are told by this plan; none where it is left out. */
  | { readonly kind: 'digest'; readonly plan?: DigestPlan }
  /** The digest that is due was made: it is to be told, and the next one is due later. Safe to hear again. */
  | { readonly kind: 'digest-made'; readonly facts: Digest; readonly unlocked: readonly UnlockedSpell[] }
  /** The digest due at this moment is too old to be told. */
  | { readonly kind: 'digest-skipped'; readonly dueAt: Instant }
  /** What the next digest has to tell, beside what the log says. */
  | { readonly kind: 'digest-noted'; readonly notes: readonly Noted[] };

/** Digests of one span that make the usual numbers, the newest. */
const PAST_KEPT = 8;
/** A digest is forgotten so long after it was told, in milliseconds. */
const KEEP_MS = 86_400_000;

const NOTHING: DigestMemory = { notes: [], past: [] };

/** Every change of a channel that is about its digests. */
export function updateDigests(state: ChannelState, message: DigestMessage, now: Instant, zone: Zone): ChannelUpdated {
  const { digest: plan, digestMemory: memory = NOTHING } = state;
  const unchanged: ChannelUpdated = { state, effects: [] };
  switch (message.kind) {
    case 'digest': {
      const { digest, ...rest } = state;
      return { state: { ...rest, ...(message.plan !== undefined && { digest: message.plan }) }, effects: [] };
    }
    case 'digest-noted': {
      const notes = withNotes(memory.notes, message.notes);
      if (notes === memory.notes) return unchanged;
      return { state: { ...state, digestMemory: { ...memory, notes } }, effects: [] };
    }
    case 'digest-skipped': {
      if (plan?.dueAt !== message.dueAt) return unchanged;
      const next = { ...digestPlan(plan.minute, plan.weekday, { now, zone }), skipped: plan.dueAt };
      return { state: { ...state, digest: next }, effects: [] };
    }
    case 'digest-made': {
      const { facts, unlocked } = message;
      // Made already, or somebody changed the plan while it was being made.
      if (plan?.dueAt !== facts.until || plan.from !== facts.since) return unchanged;
      const { skipped, ...rest } = plan;
      const weekdays = plan.weekday === undefined ? undefined : [plan.weekday];
      const dueAt = zone.next(plan.minute, facts.until, weekdays);
      const incident: Incident<Digest> = {
        id: incidentId(`digest/${facts.until}`),
        facts,
        revision: 1,
        lastReason: 'opened',
        openedAt: now,
        seenAfterMs: 0,
        seenAt: now,
        // Nothing of it will change: it is over as soon as it is told.
        closedAt: now,
        cards: [{ channel: state.channel, told: 0, generation: 0 }],
      };
      const kept = state.incidents.filter((one) => one.facts.kind !== 'digest' || !isOld(one, now));
      return {
        state: {
          ...state,
          digest: { ...rest, from: facts.until, dueAt },
          digestMemory: {
            notes: notesAfter(memory.notes, facts.until),
            past: withPast(memory.past, facts),
            unlocked,
          },
          incidents: [...kept, incident],
        },
        effects: unfinishedCards({ incidents: [incident] }),
      };
    }
  }
}

const isOld = (incident: Incident, now: Instant): boolean =>
  unfinishedCards({ incidents: [incident] }).length === 0 && now - (incident.closedAt ?? now) > KEEP_MS;

/** What could be read in part only is no measure for others. */
function withPast(past: readonly PastDigest[], facts: Digest): readonly PastDigest[] {
  if (facts.unread.length > 0 || facts.cut.length > 0 || facts.moreDoors > 0) return past;
  const { span, until } = facts;
  const doors = facts.doors.flatMap(({ place, door, failures }) =>
    failures === 0 ? [] : [{ place, ...(door !== undefined && { door }), failures }],
  );
  const others = past.filter((one) => one.span !== span);
  const same = past.filter((one) => one.span === span);
  return [...others, ...same.slice(-(PAST_KEPT - 1)), { span, until, doors }];
}

/** The places that a channel hears of: those of its subscriptions, and all where one of them names none. */
export function placesHeard(subscriptions: readonly Subscription[], all: readonly PlaceId[]): readonly PlaceId[] {
  const named = subscriptions.map(({ places, doors }) => places ?? doors?.map((door) => door.place));
  if (named.length === 0 || named.some((places) => places === undefined)) return all;
  return all.filter((place) => named.some((places) => places?.includes(place)));
}
