import type { DoorId, Instant } from '../door/ids.ts';
import { HABIT_FORGOTTEN_MS, type Habit, silentAgainst } from './habit.ts';
import type { SilentDoor } from './trouble.ts';

/** Doors of a place that are, or were, silent against their habit: one story a day and place. */
export type Silence = {
  /** The device time of the last row before it began. */
  readonly since: Instant;
  /** When it was first told. */
  readonly toldAt: Instant;
  readonly until?: Instant;
  readonly doors: readonly QuietDoor[];
};

export type QuietDoor = SilentDoor & {
  /** How its silence ended; absent while it goes on. */
  readonly ended?: 'heard' | 'forgotten';
};

/** A door with its habit, as far as it has one. */
type Listened = { readonly door?: DoorId; readonly habit?: Habit };

/**
 * A holiday is one story, however often a single row interrupts it: what begins again within so long of its first
 * telling, in milliseconds, goes on with the same card.
 */
const ONE_STORY_MS = 86_400_000;

/** The silence of a place after a reading in which these doors were heard. The same value when nothing changed. */
export function listened(
  old: Silence | undefined,
  {
    doors,
    heard,
    complete,
  }: {
    readonly doors: readonly Listened[];
    readonly heard: ReadonlySet<DoorId | undefined>;
    /** Whether everything was read: only then is what is silent silent. */
    readonly complete: boolean;
  },
  now: Instant,
): Silence | undefined {
  const before = old?.doors ?? [];
  const told = before.map(
    (one): QuietDoor => (heard.has(one.door) && one.ended !== 'heard' ? { ...one, ended: 'heard' } : one),
  );
  const known = complete ? told.map((one) => forgotten(one, doors, now)) : told;
  const fresh = complete ? doors.flatMap((one) => newlySilent(one, known, now)) : [];
  const isSame = fresh.length === 0 && known.every((one, index) => one === before[index]);
  if (isSame) return old;
  const isAnotherStory = old?.until !== undefined && now - old.toldAt >= ONE_STORY_MS && fresh.length > 0;
  if (old === undefined || isAnotherStory) {
    const since = fresh.reduce((oldest, { lastAt }) => (lastAt < oldest ? lastAt : oldest), now);
    return { since, toldAt: now, doors: fresh };
  }
  const { until, ...rest } = old;
  const all = [...known.filter((one) => !fresh.some(({ door }) => door === one.door)), ...fresh];
  return { ...rest, doors: all, ...(all.every((one) => one.ended !== undefined) && { until: until ?? now }) };
}

/** What has been silent for weeks is silent by habit; a door that was taken away must not stay on the card for ever. */
function forgotten(one: QuietDoor, doors: readonly Listened[], now: Instant): QuietDoor {
  if (one.ended !== undefined) return one;
  const habit = doors.find(({ door }) => door === one.door)?.habit;
  const isForgotten = habit === undefined || now - habit.heardAt >= HABIT_FORGOTTEN_MS;
  return isForgotten ? { ...one, ended: 'forgotten' } : one;
}

function newlySilent({ door, habit }: Listened, known: readonly QuietDoor[], now: Instant): readonly QuietDoor[] {
  if (door === undefined || habit === undefined) return [];
  if (known.some((one) => one.door === door && one.ended === undefined)) return [];
  const usual = silentAgainst(habit, now);
  return usual === undefined ? [] : [{ door, lastAt: habit.lastAt, usual }];
}
