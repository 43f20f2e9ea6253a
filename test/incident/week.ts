import type { DoorEvent } from '../../src/door/event.ts';
import { after, eventId, type Instant } from '../../src/door/ids.ts';
import { authenticated, authFailed, nextId, person, relayOff, relayOn } from '../support/rows.ts';

/** A busy shop with two doors, written row by row: its ordinary weeks, and one in which something happens. */

export const FRONT = '181';
export const BACK = '182';
const DAY_MS = 86_400_000;
const SECOND_MS = 1_000;
/** People let in per week. */
export const ENTRIES = 5_000;
/** Of so many of them the face is misread before. */
const MISREAD = 0.08;
/** Of those so many give up and walk away. */
const GIVES_UP = 0.05;
/** The front door has an exit button, which every second of them presses. */
const BUTTON = 0.5;

/** Numbers between 0 and 1, the same ones for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** When people come: between seven in the morning and ten at night, most of them at noon and in the evening. */
function momentOf(from: Instant, random: () => number): Instant {
  const day = Math.floor(random() * 7);
  const peak = random();
  const hour = peak < 0.3 ? 11.5 + 2 * random() : peak < 0.6 ? 17.5 + 2.5 * random() : 7 + 15 * random();
  return after(from, day * DAY_MS + Math.round(hour * 3_600_000));
}

/** One person who comes in, at once or after a failure or three; or gives up. */
function visit(time: Instant, random: () => number): readonly DoorEvent[] {
  const door = random() < 0.7 ? FRONT : BACK;
  const id = String(Math.floor(random() * 400));
  const who = person(id, `Member ${id}`);
  const rows: DoorEvent[] = [];
  let then = time;
  if (random() < MISREAD) {
    const often = random();
    const failures = often < 0.8 ? 1 : often < 0.95 ? 2 : 3;
    for (let index = 0; index < failures; index += 1) {
      rows.push(authFailed(then, { door }));
      then = after(then, Math.round((2 + 3 * random()) * SECOND_MS));
    }
    if (random() < GIVES_UP) return rows;
    then = after(then, Math.round(4 * random() * SECOND_MS));
  }
  rows.push(...entry(then, door, who));
  if (door === FRONT && random() < BUTTON) {
    const left = after(then, Math.round((60 + 1_200 * random()) * SECOND_MS));
    rows.push(relayOn(left, { door }), relayOff(after(left, 3_000), { door }));
  }
  return rows;
}

function entry(time: Instant, door: string, who = person('7', 'Member 7')): readonly DoorEvent[] {
  return [
    authenticated(who, time, { door }),
    relayOn(after(time, 50), { door }),
    relayOff(after(time, 3_050), { door }),
  ];
}

/** Rows in the order of their times, with ids as a server issues them when each reaches it at once. */
export function inOrder(rows: readonly DoorEvent[]): readonly DoorEvent[] {
  return rows.toSorted((a, b) => a.at - b.at).map((row) => ({ ...row, id: eventId(nextId()) }));
}

/** A week in which nothing happens but people. */
export function ordinaryWeek(from: Instant, seed: number): readonly DoorEvent[] {
  const random = randomFrom(seed);
  return Array.from({ length: ENTRIES }, () => momentOf(from, random)).flatMap((time) => visit(time, random));
}

/** Something that must be told: what it is, and the moment from which on it is so. */
export type Planted = {
  readonly kind: 'failures' | 'walk-around' | 'left-unlocked';
  readonly name: string;
  readonly rows: readonly DoorEvent[];
  /** The card must be told within one poll of this moment. */
  readonly dueAt: Instant;
  /** And this reply of it within one poll of that. */
  readonly reply?: { readonly part: 'let-in' | 'worse'; readonly dueAt: Instant };
};

/** Three attacks, and two doors left unlocked. */
export function plantedIn(from: Instant): readonly Planted[] {
  const at = (day: number, hour: number, second = 0): Instant =>
    after(from, day * DAY_MS + hour * 3_600_000 + second * SECOND_MS);
  const failing = (begin: Instant, count: number, everyS: number, door: string) =>
    Array.from({ length: count }, (_, index) => authFailed(after(begin, index * everyS * SECOND_MS), { door }));
  const night = at(0, 3.2, 1);
  const broken = at(2, 23.1, 2);
  const walk = at(4, 5.5, 3);
  const back = at(3, 22.4, 1);
  const front = at(5, 22.2, 4);
  const spell = (begin: Instant, minutes: number, door: string) => [
    authenticated(person('9', 'Cleaner'), begin, { door }),
    relayOn(after(begin, 50), { door }),
    relayOff(after(begin, minutes * 60_000), { door }),
  ];
  return [
    {
      kind: 'failures',
      name: 'nine failures at the back door by night',
      rows: failing(night, 9, 6, BACK),
      dueAt: after(night, 3 * 6_000),
    },
    {
      kind: 'failures',
      name: 'twelve failures at the front door, and then an entry',
      rows: [...failing(broken, 12, 4, FRONT), ...entry(after(broken, 50_000), FRONT, person('8', 'Nobody knows'))],
      dueAt: after(broken, 3 * 4_000),
      reply: { part: 'let-in', dueAt: after(broken, 50_050) },
    },
    {
      kind: 'walk-around',
      name: 'two failures at each door, one after the other',
      rows: [...failing(walk, 2, 5, FRONT), ...failing(after(walk, 90_000), 2, 5, BACK)],
      dueAt: after(walk, 95_000 + 20_000),
    },
    {
      kind: 'left-unlocked',
      name: 'the back door left unlocked for 25 minutes',
      rows: spell(back, 25, BACK),
      dueAt: after(back, 50 + 30_000),
      reply: { part: 'worse', dueAt: after(back, 50 + 600_000) },
    },
    {
      kind: 'left-unlocked',
      name: 'the front door left unlocked for three minutes',
      rows: spell(front, 3, FRONT),
      dueAt: after(front, 50 + 30_000),
    },
  ];
}
