import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Instant, placeId } from '../../src/door/ids.ts';
import type { Problem } from '../../src/door/problem.ts';
import { type HouseMessage, type HouseState, NEW_HOUSE, updateHouse } from '../../src/incident/house.ts';
import { channelId } from '../../src/incident/incident.ts';
import { at } from '../support/rows.ts';

const OPS = channelId('C0OPS');
const AWAY: Problem = { kind: 'unreachable', detail: 'ECONNREFUSED' };
const FORBIDDEN: Problem = { kind: 'not-allowed', code: 'e1001' };

const unseen = (place: string, problem: Problem = AWAY): HouseMessage => ({
  kind: 'place-unseen',
  place: placeId(place),
  problem,
  subscriptions: [{ channel: OPS, id: 'ops', topics: ['blind'] }],
});
const seen = (place: string): HouseMessage => ({ kind: 'place-seen', place: placeId(place) });

/** A house after it heard these, each at its moment. */
function house(...heard: readonly (readonly [Instant, HouseMessage])[]): HouseState {
  return heard.reduce((state, [now, message]) => updateHouse(state, message, now).state, NEW_HOUSE);
}

describe('a place that cannot be read', () => {
  it('is no news for a minute', () => {
    assert.deepEqual(house([at('09:00:00'), unseen('178')], [at('09:00:55'), unseen('178')]).incidents, []);
    const short = house(
      [at('09:00:00'), unseen('178')],
      [at('09:00:30'), seen('178')],
      [at('09:01:30'), unseen('178')],
    );
    assert.deepEqual(short.incidents, []);
  });

  it('is told after a minute, once, with the moment since when', () => {
    const state = house(
      [at('09:00:00'), unseen('178')],
      [at('09:01:00'), unseen('178')],
      [at('09:01:05'), unseen('178')],
      [at('09:20:00'), unseen('178', { kind: 'timeout', afterMs: 30_000 })],
    );
    assert.equal(state.incidents.length, 1);
    assert.partialDeepStrictEqual(state.incidents[0], {
      facts: { kind: 'blind', still: ['178'], since: at('09:00:00') },
      revision: 1,
      cards: [{ channel: OPS, told: 0 }],
    });
  });

  it('is one card with all others that have the same cause, and ends when the last of them is read', () => {
    const places = Array.from({ length: 200 }, (_, index) => String(1_000 + index));
    const blind = house(
      ...places.map((place) => [at('09:00:00'), unseen(place)] as const),
      ...places.map((place) => [at('09:01:01'), unseen(place)] as const),
    );
    assert.equal(blind.incidents.length, 1);
    const healed = places.reduce((state, place) => updateHouse(state, seen(place), at('09:10:00')).state, blind);
    assert.partialDeepStrictEqual(healed.incidents[0], {
      facts: { still: [], until: at('09:10:00') },
      closedAt: at('09:10:00'),
    });
    assert.deepEqual(healed.unseen, []);
  });

  it('has a card of its own where the cause is the place’s own', () => {
    const state = house(
      [at('09:00:00'), unseen('178')],
      [at('09:00:00'), unseen('179', FORBIDDEN)],
      [at('09:01:00'), unseen('178')],
      [at('09:01:00'), unseen('179', FORBIDDEN)],
    );
    assert.deepEqual(
      state.incidents.map((one) => one.facts.kind === 'blind' && one.facts.problem.kind),
      ['unreachable', 'not-allowed'],
    );
  });

  it('is not told a second time when the login is refused, which has a card of its own', () => {
    const refused: Problem = { kind: 'login-refused', why: 'wrong-password', since: at('09:00:00') };
    assert.equal(house([at('09:00:00'), unseen('178', refused)], [at('09:05:00'), unseen('178', refused)]), NEW_HOUSE);
  });

  it('is not written again at every poll', () => {
    const blind = house([at('09:00:00'), unseen('178')], [at('09:01:00'), unseen('178')]);
    assert.equal(updateHouse(blind, unseen('178'), at('09:01:05')).state, blind);
    assert.equal(updateHouse(NEW_HOUSE, seen('178'), at('09:01:05')).state, NEW_HOUSE);
  });
});
