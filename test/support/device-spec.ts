import assert from 'node:assert/strict';
import type { DoorEvent } from '../../src/door/event.ts';
import { deviceId, type Instant, instant } from '../../src/door/ids.ts';
import { type DeviceLog, withRows } from '../../src/incident/device-log.ts';
import { type HouseMessage, type HouseState, NEW_HOUSE, updateHouse } from '../../src/incident/house.ts';
import { channelId } from '../../src/incident/incident.ts';
import { newPlace } from '../../src/incident/place.ts';
import { troublesOf } from '../../src/incident/place-troubles.ts';
import { at, authFailed, SHIBUYA } from './rows.ts';

const OPS = channelId('C0OPS');
const HEARS = [{ channel: OPS, id: 'ops', topics: ['blind'] }] as const;

type EntryOptions = { readonly time?: Instant; readonly id?: string; readonly device?: string; readonly door?: string };

/** A row with its device's own number: entry n happens n seconds after 08:00 and has the server's id 10,000 + n. */
export function entry(localLogId: number, options: EntryOptions = {}): DoorEvent {
  const time = options.time ?? instant(at('08:00:00') + localLogId * 1_000);
  const { id = String(10_000 + localLogId), door = '181', device = '902' } = options;
  return { ...authFailed(time, { door, id }), device: deviceId(device), localLogId };
}
export const entries = (from: number, to: number): readonly DoorEvent[] =>
  Array.from({ length: to - from + 1 }, (_, index) => entry(from + index));

/** What the house was told of a place's devices: every card, as it stands. */
const cardsOf = (house: HouseState) =>
  house.incidents.map(({ facts, closedAt, id }) => {
    assert.ok(facts.kind === 'missing-rows');
    const { missing, most, first, last, doors } = facts;
    return { id, missing, most, first, last, doors, over: closedAt !== undefined };
  });

/** Devices, and a house that hears of them after each reading. */
export function watching(logs: readonly DeviceLog[] = [], house: HouseState = NEW_HOUSE) {
  return {
    logs,
    house,
    reads: (rows: readonly DoorEvent[], now: Instant, complete = true) => {
      const next = withRows(logs, rows, now, complete);
      const heard = troublesOf({ ...newPlace(SHIBUYA), devices: next }, HEARS);
      const tell = (state: HouseState, message: HouseMessage): HouseState => updateHouse(state, message, now).state;
      // Everything is said twice: the second time must change nothing.
      const once = heard.reduce(tell, house);
      assert.equal(heard.reduce(tell, once), once);
      return watching(next, once);
    },
    misses: (...numbers: readonly number[]) => {
      assert.deepEqual(missing(logs), numbers);
      return watching(logs, house);
    },
    tells: (...cards: readonly Partial<ReturnType<typeof cardsOf>[number]>[]) => {
      assert.partialDeepStrictEqual(cardsOf(house), cards);
      assert.equal(house.incidents.length, cards.length, JSON.stringify(cardsOf(house)));
      return watching(logs, house);
    },
  };
}

/** Every number that is missing. */
export const missing = (logs: readonly DeviceLog[]): readonly number[] =>
  logs.flatMap(({ holes }) =>
    holes.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index)),
  );
