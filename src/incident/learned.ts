import { after, type Instant } from '../door/ids.ts';
import type { Habit } from './door-facts.ts';
import { type DoorView, once } from './door-view.ts';
import type { TrailRow } from './trail.ts';

/**
 * What a door's past taught. A row teaches when it is forgotten: by then whatever belongs to it has come, so that it counts
 * once, and as what it turned out to be. What is still at hand is added whenever somebody asks. Of each it is kept when it
 * happened, by the device's time: a habit is always asked for as it was at a moment, and is the same whenever that is asked.
 */
export type Learned = {
  /** The newest relay-ons: when, and 1 for each with nobody before it, else 0; oldest first. */
  readonly relays: readonly Taught[];
  /** The newest spells: when each began, and how long it lasted in milliseconds; oldest first. */
  readonly spells: readonly Taught[];
  /** The device time of the first relay-on that was counted. */
  readonly since?: Instant;
};
export type Taught = readonly [at: Instant, value: number];

export const NOTHING_LEARNED: Learned = { relays: [], spells: [] };

/** Relay-ons of which it is known whether anybody came before them. */
export const RELAYS_KEPT = 200;
export const SPELLS_KEPT = 100;
/** A habit is known from so many relay-ons on, and after so long, in milliseconds. */
export const RELAYS_NEEDED = 50;
export const LEARNING_MS = 3 * 86_400_000;
/** From this share of relay-ons without a person on, an exit button makes them normal. */
export const USUAL_SHARE = 0.1;
/** Before so many spells were seen, a door's habit is not known. */
export const SPELLS_NEEDED = 20;
/** How long a door may stay unlocked whose habit is not known, in milliseconds. */
export const UNKNOWN_SPELL_MS = 60_000;
/** No door is left unlocked sooner, in milliseconds. */
export const LEAST_SPELL_MS = 30_000;
const SPELLS_BEYOND = 4;

/** What is known when these rows of the view are forgotten. */
export function learnFrom(view: DoorView, isForgotten: (row: TrailRow) => boolean): Learned {
  const relays = relaysOf(view, isForgotten);
  const spells = spellLengths(view, isForgotten);
  if (relays.length === 0 && spells.length === 0) return view.learned;
  const since = relays.reduce<Instant | undefined>(
    (first, [at]) => (first === undefined || at < first ? at : first),
    view.learned.since,
  );
  return {
    relays: [...view.learned.relays, ...relays].sort(byMoment).slice(-RELAYS_KEPT),
    spells: [...view.learned.spells, ...spells].sort(byMoment).slice(-SPELLS_KEPT),
    ...(since !== undefined && { since }),
  };
}

/** Whether it was normal at this door, before a moment, that the relay goes on with nobody before it. */
export function habitsOf(view: DoorView): (at: Instant) => Habit {
  const all = once(() => [...view.learned.relays, ...relaysOf(view, () => true)].sort(byMoment));
  return (at) => {
    const relays = before(all(), at, RELAYS_KEPT);
    const [first = at] = all()[0] ?? [];
    const since = Math.min(first, view.learned.since ?? at);
    if (relays.length < RELAYS_NEEDED || at - since < LEARNING_MS) return 'unknown';
    const share = relays.reduce((sum, [, unexplained]) => sum + unexplained, 0) / relays.length;
    return share >= USUAL_SHARE ? 'usual' : 'rare';
  };
}

/** How long this door could stay unlocked, before a moment, until it counted as left so, in milliseconds. */
export function usualSpellsOf(view: DoorView): (at: Instant) => number {
  const all = once(() => [...view.learned.spells, ...spellLengths(view, () => true)].sort(byMoment));
  return (at) => {
    const spells = before(all(), at, SPELLS_KEPT);
    if (spells.length < SPELLS_NEEDED) return UNKNOWN_SPELL_MS;
    const sorted = spells.map(([, ms]) => ms).sort((a, b) => a - b);
    // Nearest rank: with twenty spells the longest one alone says nothing of the habit.
    const ninetyFifth = sorted[Math.ceil(0.95 * sorted.length) - 1] ?? 0;
    return Math.max(LEAST_SPELL_MS, SPELLS_BEYOND * ninetyFifth);
  };
}

/** How long this door is unlocked when nothing is wrong, by the middle one of its spells, in milliseconds; undefined while too few were seen. */
export function middleSpellMs(view: DoorView, at: Instant): number | undefined {
  const all = [...view.learned.spells, ...spellLengths(view, () => true)].sort(byMoment);
  const spells = before(all, at, SPELLS_KEPT);
  if (spells.length < SPELLS_NEEDED) return undefined;
  return spells.map(([, ms]) => ms).sort((a, b) => a - b)[Math.floor((spells.length - 1) / 2)];
}

/** The same, as if all of it had been learned before a moment. */
export function learnedBefore({ relays, spells, since }: Learned, at: Instant): Learned {
  const dated = (all: readonly Taught[]): readonly Taught[] => all.map(([one, value]) => [one < at ? one : at, value]);
  return {
    relays: dated(relays),
    spells: dated(spells),
    // It took as long to learn then as it did.
    ...(since !== undefined && { since: after(at, Math.min(since - (relays.at(-1)?.[0] ?? since), 0)) }),
  };
}

/** The newest of what happened before a moment, so many at most; of what comes oldest first. */
function before(all: readonly Taught[], at: Instant, most: number): readonly Taught[] {
  let [from, to] = [0, all.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((all[middle]?.[0] ?? at) < at) from = middle + 1;
    else to = middle;
  }
  return all.slice(Math.max(from - most, 0), from);
}

const byMoment = ([a]: Taught, [b]: Taught): number => a - b;

function relaysOf({ passages, rows }: DoorView, isMeant: (row: TrailRow) => boolean): readonly Taught[] {
  return passages.flatMap((passage): readonly Taught[] => {
    if (!('relay' in passage)) return [];
    const row = rows.get(passage.relay);
    const unexplained = passage.kind === 'unlocked-without-person' ? 1 : 0;
    return row !== undefined && isMeant(row) ? [[row.event.at, unexplained]] : [];
  });
}

function spellLengths(view: DoorView, isMeant: (row: TrailRow) => boolean): readonly Taught[] {
  return view.stretches.flatMap(({ ons: [on], since, until, isEndUntold }): readonly Taught[] =>
    on !== undefined && isMeant(on) && until !== undefined && !isEndUntold ? [[since, Math.max(until - since, 0)]] : [],
  );
}
