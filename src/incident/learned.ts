import type { Instant } from '../door/ids.ts';
import type { Habit } from './door-facts.ts';
import type { DoorView } from './door-view.ts';
import { stretchesOf } from './kinds/stretches.ts';
import type { TrailRow } from './trail.ts';

/**
 * What a door's past taught. A row teaches when it is forgotten: by then whatever belongs to it has come, so that it counts
 * once, and as what it turned out to be. What is still at hand is added whenever somebody asks.
 */
export type Learned = {
  /** The newest relay-ons: 1 for each with nobody before it, else 0. */
  readonly relays: readonly number[];
  /** How long the newest spells lasted, in milliseconds. */
  readonly spells: readonly number[];
  /** The device time of the first relay-on that was counted. */
  readonly since?: Instant;
};

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
    (first, { at }) => (first === undefined || at < first ? at : first),
    view.learned.since,
  );
  return {
    relays: [...view.learned.relays, ...relays.map((one) => one.unexplained)].slice(-RELAYS_KEPT),
    spells: [...view.learned.spells, ...spells].slice(-SPELLS_KEPT),
    ...(since !== undefined && { since }),
  };
}

/** Whether it is normal at this door that the relay goes on with nobody before it. */
export function habitOf(view: DoorView): Habit {
  const { relays, since } = learnFrom(view, () => true);
  if (relays.length < RELAYS_NEEDED || since === undefined || view.now - since < LEARNING_MS) return 'unknown';
  const share = relays.reduce((sum, one) => sum + one, 0) / relays.length;
  return share >= USUAL_SHARE ? 'usual' : 'rare';
}

/** How long this door may stay unlocked before it counts as left so, in milliseconds. */
export function usualSpellMs(view: DoorView): number {
  const { spells } = learnFrom(view, () => true);
  if (spells.length < SPELLS_NEEDED) return UNKNOWN_SPELL_MS;
  const sorted = [...spells].sort((a, b) => a - b);
  // Nearest rank: with twenty spells the longest one alone says nothing of the habit.
  const ninetyFifth = sorted[Math.ceil(0.95 * sorted.length) - 1] ?? 0;
  return Math.max(LEAST_SPELL_MS, SPELLS_BEYOND * ninetyFifth);
}

function relaysOf({ passages, rows }: DoorView, isMeant: (row: TrailRow) => boolean) {
  return passages.flatMap((passage) => {
    if (!('relay' in passage)) return [];
    const row = rows.get(passage.relay);
    const unexplained = passage.kind === 'unlocked-without-person' ? 1 : 0;
    return row !== undefined && isMeant(row) ? [{ at: row.event.at, unexplained }] : [];
  });
}

function spellLengths(view: DoorView, isMeant: (row: TrailRow) => boolean): readonly number[] {
  return stretchesOf(view).flatMap(({ ons: [on], since, until, isEndUntold }) =>
    on !== undefined && isMeant(on) && until !== undefined && !isEndUntold ? [Math.max(until - since, 0)] : [],
  );
}
