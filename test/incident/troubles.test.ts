import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deviceId, doorId, type Instant, type PlaceId, placeId } from '../../src/door/ids.ts';
import { type HouseMessage, type HouseState, NEW_HOUSE, updateHouse } from '../../src/incident/house.ts';
import { channelId } from '../../src/incident/incident.ts';
import type { MissingRows, SilentDoors } from '../../src/incident/trouble.ts';
import { keyOfTrouble, troublesElsewhere } from '../../src/incident/troubles.ts';
import { at, SHIBUYA } from '../support/rows.ts';

const subscriptions = [{ channel: channelId('C0OPS'), id: 'ops', topics: ['blind'] }] as const;
const OFFICE = placeId('179');

const missing = (place: PlaceId, count: number): MissingRows => ({
  kind: 'missing-rows',
  place,
  device: deviceId('902'),
  doors: [doorId('181')],
  missing: count,
  most: 3,
  first: 100,
  last: 102,
  since: at('09:00:00'),
});
const silent: SilentDoors = {
  kind: 'silent',
  place: OFFICE,
  doors: [{ door: doorId('191'), lastAt: at('06:00:00'), usual: 9 }],
  since: at('06:00:00'),
};
const raise = (facts: MissingRows | SilentDoors): HouseMessage => ({ kind: 'trouble', facts, subscriptions });

/** A house after it heard these, each at its moment. */
const house = (...heard: readonly (readonly [Instant, HouseMessage])[]): HouseState =>
  heard.reduce((state, [now, message]) => updateHouse(state, message, now).state, NEW_HOUSE);

describe('a trouble that is over', () => {
  const facts = missing(SHIBUYA, 1);
  const over: HouseMessage = { kind: 'trouble-over', key: keyOfTrouble(facts), facts };

  it('says what it came to, and hearing that again changes nothing', () => {
    const state = house([at('09:02:00'), raise(missing(SHIBUYA, 3))], [at('09:30:00'), over]);
    assert.partialDeepStrictEqual(state.incidents, [
      { facts: { missing: 1, until: at('09:30:00') }, closedAt: at('09:30:00'), lastReason: 'closed' },
    ]);
    assert.equal(updateHouse(state, over, at('09:31:00')).state, state);
  });

  it('and goes on is told on the same card', () => {
    const state = house([at('09:02:00'), raise(facts)], [at('09:30:00'), over], [at('09:40:00'), raise(facts)]);
    assert.equal(state.incidents.length, 1);
    assert.partialDeepStrictEqual(state.incidents[0], { facts, lastReason: 'reopened', revision: 3 });
    assert.equal(state.incidents[0]?.closedAt, undefined);
    assert.ok(!('until' in (state.incidents[0]?.facts ?? {})));
  });
});

describe('a place that is watched no longer', () => {
  it('leaves no trouble open', () => {
    const state = house(
      [at('09:02:00'), raise(missing(SHIBUYA, 3))],
      [at('09:02:00'), raise(missing(OFFICE, 2))],
      [at('09:02:00'), raise(silent)],
    );
    assert.deepEqual(troublesElsewhere(state.incidents, [SHIBUYA]), [
      { key: 'missing-rows/179/902', facts: missing(OFFICE, 2) },
      { key: 'silent/179', facts: { ...silent, unheard: true } },
    ]);
    assert.deepEqual(troublesElsewhere(state.incidents, [SHIBUYA, OFFICE]), []);
  });
});
