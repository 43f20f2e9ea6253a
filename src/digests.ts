import { after, type Instant, type PlaceId, placeId } from './door/ids.ts';
import type { Problem } from './door/problem.ts';
import type { Zone } from './door/zone.ts';
import type { ChannelMessage, ChannelState } from './incident/channel.ts';
import {
  AROUND_MS,
  countPlace,
  type Digest,
  type DigestPlan,
  digestOf,
  type PlaceCount,
  tooLateAt,
  type UnlockedSpell,
} from './incident/digest.ts';
import { placesHeard } from './incident/digest-desk.ts';
import { notesOf, tellNotes, withNotes } from './incident/digest-notes.ts';
import type { ChannelId, Incident } from './incident/incident.ts';
import type { PlaceState } from './incident/place.ts';
import type { Log } from './slack/commands/ports.ts';
import { readGently } from './slack/commands/read-gently.ts';

export interface DigestsLog {
  info(message: string, fields?: object): void;
  warn(message: string, fields?: object): void;
  error(message: string, fields?: object): void;
}

/** A channel's own desk. */
interface ChannelDesk {
  state(): ChannelState;
  send(message: ChannelMessage): Promise<unknown>;
}

export type DigestsOptions = {
  readonly channels: ReadonlyMap<ChannelId, ChannelDesk>;
  /** All desks by name: what of their incidents a digest tells is noted before they forget them. */
  readonly desks: ReadonlyMap<string, { readonly incidents: () => readonly Incident[] }>;
  /** By place id, in the order of the configuration. */
  readonly watches: ReadonlyMap<string, { readonly desk: { state(): PlaceState } }>;
  /** The doors' log, with one page under way at a time. */
  readonly clue: Log;
  readonly zone: Zone;
  readonly startedAt: Instant;
  readonly now: () => Instant;
  readonly log: DigestsLog;
};

export type Digests = {
  /** Looks which digests are due, and tells them. Never two at once; resolves when they are saved, or to be tried again. */
  readonly look: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Where CLUe cannot be read, it is tried again so often and so long, in milliseconds; then what is missing is said. */
export const TRY_AGAIN_MS = 300_000;
export const TRY_FOR_MS = 3_600_000;
/** What is told so much later than it was due says so, in milliseconds: reading takes its time. */
const LATE_MS = 300_000;
/** Time to read one place, in milliseconds. */
const READ_WITHIN_MS = 120_000;
/** Rows of one place in one digest, at most. */
const MOST_ROWS = 200_000;

type Tried = { readonly dueAt: Instant; readonly firstAt: Instant; readonly lastAt: Instant };
type Made = { readonly facts: Digest; readonly unlocked: readonly UnlockedSpell[] };
type Counted =
  | { readonly ok: true; readonly count: PlaceCount; readonly malformed: number; readonly isCut: boolean }
  | { readonly ok: false; readonly problem: Problem };

/** Makes the digests that channels wish for, when they are due. What is told and when is decided by each channel's desk. */
export function createDigests(options: DigestsOptions): Digests {
  const { channels, desks, watches, clue, zone, startedAt, now, log } = options;
  const places = [...watches.keys()].map(placeId);
  const stopping = new AbortController();
  const tried = new Map<ChannelId, Tried>();
  let running: Promise<void> | undefined;

  const look = async (): Promise<void> => {
    // Many channels may be due for the same: each place is read once.
    const counts = new Map<string, Promise<Counted>>();
    // Reading takes its time, and desks forget meanwhile.
    const looks = [note, (channel: ChannelId, desk: ChannelDesk) => tell(channel, desk, counts)];
    for (const [step, channel, desk] of looks.flatMap((one) => [...channels].map((pair) => [one, ...pair] as const))) {
      if (stopping.signal.aborted) return;
      try {
        await step(channel, desk);
      } catch (error) {
        // Tried again at the next look.
        log.error('a digest could not be made', { channel, error: String(error) });
      }
    }
  };

  /** Notes what the next digest has to tell of incidents, before their desks forget them. */
  const note = async (channel: ChannelId, desk: ChannelDesk): Promise<void> => {
    const { digest, digestMemory, subscriptions } = desk.state();
    if (digest === undefined) return;
    const asked = { channel, places: placesHeard(subscriptions, places), from: digest.from };
    const notes = [...desks].flatMap(([name, one]) => notesOf(name, one.incidents(), asked));
    const before = digestMemory?.notes ?? [];
    if (withNotes(before, notes) !== before) await desk.send({ kind: 'digest-noted', notes });
  };

  const tell = async (channel: ChannelId, desk: ChannelDesk, counts: Map<string, Promise<Counted>>): Promise<void> => {
    const { digest: plan, restsSince } = desk.state();
    const at = now();
    if (plan === undefined || restsSince !== undefined || at < plan.dueAt) return;
    if (at >= tooLateAt(plan, zone)) {
      log.warn('a digest is left out: it was due too long ago', { channel, dueAt: plan.dueAt });
      await desk.send({ kind: 'digest-skipped', dueAt: plan.dueAt });
      return;
    }
    const before = tried.get(channel);
    const last = before?.dueAt === plan.dueAt ? before : undefined;
    if (last !== undefined && Math.abs(at - last.lastAt) < TRY_AGAIN_MS) return;
    const firstAt = last?.firstAt ?? at;
    const { facts, unlocked } = await make(desk.state(), plan, counts);
    if (stopping.signal.aborted) return;
    if (facts.unread.length > 0 && at - firstAt < TRY_FOR_MS) {
      tried.set(channel, { dueAt: plan.dueAt, firstAt, lastAt: at });
      log.warn('a digest waits for CLUe', { channel, unread: facts.unread });
      return;
    }
    await desk.send({ kind: 'digest-made', facts, unlocked });
    tried.delete(channel);
    log.info('a digest was made', { channel, dueAt: plan.dueAt });
  };

  const make = async (
    { subscriptions, digestMemory }: ChannelState,
    plan: DigestPlan,
    counts: Map<string, Promise<Counted>>,
  ): Promise<Made> => {
    const heard = placesHeard(subscriptions, places);
    const counted: { readonly place: PlaceId; readonly result: Counted }[] = [];
    const before = Map.groupBy(digestMemory?.unlocked ?? [], (one) => one.place);
    for (const place of heard) {
      const carried = before.get(place) ?? [];
      const key = JSON.stringify([place, plan.from, plan.dueAt, carried]);
      const result = counts.get(key) ?? count(place, plan, carried);
      counts.set(key, result);
      counted.push({ place, result: await result });
    }
    const read = counted.flatMap(({ place, result }) => (result.ok ? [{ place, ...result }] : []));
    const lateMs = now() - plan.dueAt;
    const facts = digestOf({
      plan,
      zone,
      counts: read.map((one) => one.count),
      past: digestMemory?.past ?? [],
      ...tellNotes(digestMemory?.notes ?? [], plan.from, plan.dueAt),
      unread: counted.flatMap(({ place, result }) => (result.ok ? [] : [place])),
      cut: read.flatMap(({ place, isCut }) => (isCut ? [place] : [])),
      malformed: read.reduce((sum, one) => sum + one.malformed, 0),
      ...(lateMs > LATE_MS && { late: { ms: lateMs, why: startedAt > plan.dueAt ? 'off' : 'unread' } }),
    });
    // Of what could not be read the next digest may know the end.
    const unlocked = counted.flatMap(({ place, result }) =>
      result.ok ? result.count.unlocked : (before.get(place) ?? []),
    );
    return { facts, unlocked };
  };

  const count = async (
    place: PlaceId,
    { from: since, dueAt: until }: DigestPlan,
    carried: readonly UnlockedSpell[],
  ): Promise<Counted> => {
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(READ_WITHIN_MS)]);
    const answer = await readGently(clue, place, {
      from: after(since, -AROUND_MS),
      to: after(until, AROUND_MS),
      most: MOST_ROWS,
      signal,
    });
    if (!answer.ok) return { ok: false, problem: answer.problem };
    const { events, malformed, isCut } = answer.value;
    const state = watches.get(place)?.desk.state();
    const thirdParty = new Map(state?.doors.map((one) => [one.door, one.thirdParty]));
    const open = (state?.incidents ?? []).flatMap(({ facts, door, closedAt, mergedInto }) =>
      (facts.kind === 'unlocks' || facts.kind === 'left-unlocked') &&
      facts.until === undefined &&
      closedAt === undefined &&
      mergedInto === undefined
        ? [{ place, ...(door !== undefined && { door }), since: facts.since }]
        : [],
    );
    const isThirdPartyDoor: Parameters<typeof countPlace>[2]['isThirdPartyDoor'] = (door) =>
      thirdParty.get(door) ?? false;
    const span = { since, until, isThirdPartyDoor, open, carried };
    return { ok: true, count: countPlace(place, events, span), malformed, isCut };
  };

  return {
    look: () => {
      running ??= look().finally(() => {
        running = undefined;
      });
      return running;
    },
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** Looks at once, and then once a minute. */
export function startDigests({
  everyMs = 60_000,
  ...options
}: DigestsOptions & { readonly everyMs: number | undefined }) {
  const digests = createDigests(options);
  const look = (): void => void digests.look();
  const timer = setInterval(look, everyMs);
  look();
  return {
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await digests.stop();
    },
  };
}
