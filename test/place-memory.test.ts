import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doorId, instant, placeId } from '../src/door/ids.ts';
import { openZone } from '../src/door/zone.ts';
import { newPlace, type PlaceState } from '../src/incident/place.ts';
import { placeMemory } from '../src/place-memory.ts';
import type { PlaceWatch } from '../src/watch/place-watch.ts';
import { at, relayOn } from './support/rows.ts';

const NOW = at('12:00:00');
const PLACE = placeId('178');
const AWAY = { kind: 'timeout', afterMs: 10_000 } as const;
/** Spells of 2, 3 and 4 seconds in turn, with nobody before every fifth. */
const learned = (spells: number) => ({
  spells: Array.from(
    { length: spells },
    (_, index) => [instant(NOW - (spells - index) * 60_000), 2_000 + (index % 3) * 1_000] as const,
  ),
  relays: Array.from(
    { length: 60 },
    (_, index) => [instant(NOW - (60 - index) * 60_000), index % 5 === 0 ? 1 : 0] as const,
  ),
  since: instant(NOW - 5 * 86_400_000),
});
const row = relayOn(at('11:59:00'), { id: '9' });
const state = (change: Partial<PlaceState> = {}): PlaceState => ({
  ...newPlace(PLACE),
  watchingSince: at('08:00:00'),
  lookedAt: at('11:59:30'),
  doors: [
    {
      door: doorId('181'),
      name: 'testDoor',
      thirdParty: false,
      learned: learned(30),
      trail: [{ event: row, seenAt: row.at }],
    },
  ],
  ...change,
});
const memoryOf = (given: PlaceState, health: ReturnType<PlaceWatch['health']> = {}) => {
  const watch = { desk: { state: () => given }, health: () => health } as unknown as PlaceWatch;
  return placeMemory({ watches: new Map([[PLACE, watch]]), zone: openZone('Asia/Tokyo'), now: () => NOW }).of(PLACE);
};

test('a door’s habits are what its past taught', () => {
  const habits = memoryOf(state())?.doors[0]?.habits;
  assert.deepEqual(habits, { unlockedMs: 3_000, unexplained: 'usual', busiest: [] });
});

test('what too few spells taught is not said', () => {
  const [door] = state().doors;
  const few = door === undefined ? [] : [{ ...door, trail: [], learned: learned(5) }];
  assert.equal(memoryOf(state({ doors: few }))?.doors[0]?.habits.unlockedMs, undefined);
});

test('why CLUe is away, and since when what is known is old, is known', () => {
  const memory = memoryOf(state(), { lastGoodPollAt: at('11:59:40'), problem: AWAY });
  assert.equal(memory?.knownAt, at('11:59:40'));
  assert.deepEqual(memory?.problem, AWAY);
});
