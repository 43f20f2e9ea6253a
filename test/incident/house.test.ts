import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type HouseMessage, NEW_HOUSE, updateHouse } from '../../src/incident/house.ts';
import { channelId } from '../../src/incident/incident.ts';
import { at } from '../support/rows.ts';

const refused = (...channels: readonly string[]): HouseMessage => ({
  kind: 'session-refused',
  why: 'wrong-password',
  since: at('09:00:00'),
  subscriptions: channels.map((channel) => ({ channel: channelId(channel), id: 'ops', topics: ['blind'] })),
});

describe('a refused login', () => {
  it('is told once, however often it is heard', () => {
    const once = updateHouse(NEW_HOUSE, refused('C0OPS'), at('09:00:00'));
    assert.deepEqual(
      once.effects.map((effect) => effect.kind),
      ['changed', 'tell'],
    );
    const twice = updateHouse(once.state, refused('C0OPS'), at('09:05:00'));
    assert.equal(twice.state, once.state);
    assert.deepEqual(twice.effects, []);
  });

  it('is told to a channel that the configuration names only after a restart', () => {
    const once = updateHouse(NEW_HOUSE, refused(), at('09:00:00'));
    const { state, effects } = updateHouse(once.state, refused('C0OPS'), at('09:05:00'));
    assert.deepEqual(
      effects.filter((effect) => effect.kind === 'tell').map((effect) => effect.channel),
      ['C0OPS'],
    );
    assert.equal(state.incidents.length, 1);
  });
});
