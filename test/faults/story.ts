import { between, type Random } from '../../src/sandbox/clue/seeded-random.ts';
import type { SandboxClue } from '../../src/sandbox/clue/start-clue.ts';

/** An incident that the story caused, as its channels must know it in the end. A door has one of each kind at most. */
export type Expected = {
  readonly kind: 'failures' | 'unlocks';
  /** The door's id in CLUe. */
  readonly door: number;
  /** Failures of a burst. */
  readonly count: number;
  /** Who was let in: after a burst, or by the spell. */
  readonly person?: string;
  /** How long the spell was, in milliseconds; absent while the door is unlocked. */
  readonly unlockedMs?: number;
  /** When its first row reached CLUe, by the scene's clock. */
  readonly appendedAt: number;
};

export type Story = {
  /** So many failures now; `agoMs` moves the device's time back, or ahead where it is negative. */
  readonly fail: (door: number, count?: number, agoMs?: number) => void;
  /** Somebody is let in: authenticated, and the relay answers. */
  readonly enter: (door: number, person: string) => void;
  /** The relay goes on with nobody authenticated. */
  readonly unlock: (door: number) => void;
  readonly lock: (door: number) => void;
  /** A door that the story did not use yet. */
  readonly newDoor: () => number;
  /** One doing of a busy day: a burst begins or grows and ends with an entry, a door is unlocked or locked again. */
  readonly step: () => void;
  /** Locks what still stands unlocked. */
  readonly end: () => void;
  /** Takes note of an incident whose rows were written by hand. */
  readonly owe: (expected: Expected) => void;
  /** Nobody is owed this door's incidents any more. */
  readonly forget: (door: number) => void;
  readonly expected: () => readonly Expected[];
};

const DEVICE = 902;
const PEOPLE = ['EBISU', 'Jack', 'Aoi', 'Ren'];
const FIRST_DOOR = 501;
/** A burst is not touched any more when it was quiet for so long: a minute of quiet would end it, in milliseconds. */
const TOUCHABLE_MS = 40_000;
/** So many failures before an entry ring a second time. */
const RINGING = 4;

/** Writes rows into a place's log, and knows what they must lead to. */
export function openStory({
  clue,
  now,
  random,
}: {
  readonly clue: SandboxClue;
  readonly now: () => number;
  readonly random: Random;
}): Story {
  const place = clue.place(178);
  const owed = new Map<string, Expected>();
  const unlockedAt = new Map<number, number>();
  const touchedAt = new Map<number, number>();
  let lastDoor = FIRST_DOOR - 1;

  const write = (door: number, eventType: string, eventAt: number, person?: string): void => {
    const who = person === undefined ? {} : { userId: `id-${person}`, userName: person };
    place.append({ eventType, eventAt, doorId: door, deviceId: DEVICE, ...who });
  };
  const owe = (one: Expected): void => void owed.set(`${one.kind} ${one.door}`, one);
  const burstAt = (door: number): Expected | undefined => owed.get(`failures ${door}`);

  const fail: Story['fail'] = (door, count = 1, agoMs = 0) => {
    for (let i = 0; i < count; i += 1) write(door, 'DEV_FACE_AUTH_FAIL', now() - agoMs + i);
    const old = burstAt(door) ?? { kind: 'failures', door, count: 0, appendedAt: now() };
    owe({ ...old, count: old.count + count });
    touchedAt.set(door, now());
  };
  const spell = (door: number, at: number, person?: string): void => {
    write(door, 'DEV_DOOR_RELAY_ON', at);
    unlockedAt.set(door, at);
    owe({ kind: 'unlocks', door, count: 1, appendedAt: now(), ...(person !== undefined && { person }) });
  };
  const enter: Story['enter'] = (door, person) => {
    const at = now() + 5;
    write(door, 'DEV_FACE_AUTH_SUCCESS', at, person);
    spell(door, at + 40, person);
    const burst = burstAt(door);
    if (burst !== undefined) owe({ ...burst, person });
    touchedAt.delete(door);
  };
  const unlock: Story['unlock'] = (door) => spell(door, now());
  const lock: Story['lock'] = (door) => {
    const since = unlockedAt.get(door);
    const one = owed.get(`unlocks ${door}`);
    if (since === undefined || one === undefined) return;
    const until = Math.max(now(), since + 300);
    write(door, 'DEV_DOOR_RELAY_OFF', until);
    unlockedAt.delete(door);
    owe({ ...one, unlockedMs: until - since });
  };
  const newDoor = (): number => {
    lastDoor += 1;
    return lastDoor;
  };

  const step = (): void => {
    const bursts = [...touchedAt].filter(([, at]) => now() - at < TOUCHABLE_MS).map(([door]) => door);
    const burst = bursts[between(random, 0, Math.max(bursts.length - 1, 0))];
    const dice = random();
    if (burst === undefined || dice < 0.25) fail(newDoor(), between(random, 1, 5));
    else if (dice < 0.6) fail(burst, between(random, 1, 4));
    else if (dice < 0.75) {
      // A burst that is too small to ring is first made larger, so that every entry here rings.
      fail(burst, Math.max(RINGING - (burstAt(burst)?.count ?? 0), 1));
      enter(burst, PEOPLE[between(random, 0, PEOPLE.length - 1)] ?? 'EBISU');
    } else if (dice < 0.85) unlock(newDoor());
    else lock([...unlockedAt.keys()][0] ?? 0);
  };

  return {
    fail,
    enter,
    unlock,
    lock,
    newDoor,
    step,
    end: () => [...unlockedAt.keys()].forEach(lock),
    owe,
    forget: (door) => {
      for (const [key, one] of owed) if (one.door === door) owed.delete(key);
    },
    expected: () => [...owed.values()],
  };
}
