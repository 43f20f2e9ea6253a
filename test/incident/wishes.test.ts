import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after, doorId, type Instant } from '../../src/door/ids.ts';
import { openZone } from '../../src/door/zone.ts';
import {
  type ChannelEffect,
  type ChannelMessage,
  type ChannelState,
  gatheringsOf,
  isHeld,
  newChannel,
  updateChannel,
} from '../../src/incident/channel.ts';
import type { Candidate } from '../../src/incident/gathering.ts';
import type { Mute } from '../../src/incident/mute.ts';
import { channelValue } from '../../src/store/values.ts';
import { burstAt } from '../support/candidates.ts';
import { ALERTS } from '../support/place-spec.ts';
import { at, SHIBUYA } from '../support/rows.ts';

const TOKYO = openZone('Asia/Tokyo');
const T0 = at('09:00:00');
const minutes = (count: number): Instant => after(T0, count * 60_000);

/** A channel of a bot in Tokyo, and what its desk hears; 09:00 in UTC is 18:00 there. */
function given(state: ChannelState = newChannel(ALERTS), effects: readonly ChannelEffect[] = []) {
  return {
    state,
    effects,
    hears: (message: ChannelMessage, now: Instant) => {
      const next = updateChannel(state, message, now, TOKYO);
      return given(next.state, next.effects);
    },
    when: (waiting: readonly Candidate[], now: Instant, members: readonly Candidate[] = []) => {
      const next = updateChannel(state, { kind: 'crowd', waiting, members, isCrowded: false }, now, TOKYO);
      return given(next.state, next.effects);
    },
    gathered: (why: string) => gatheringsOf(state).filter(({ facts }) => facts.why === why),
    holds: ({ row }: Candidate) => isHeld(state, row.desk, row.incident),
  };
}

const mute: Mute = {
  id: 'm1',
  door: { place: SHIBUYA, door: doorId('7') },
  severity: 'notable',
  since: T0,
  until: minutes(30),
  by: 'U0HANA',
};

describe('a mute', () => {
  const muted = given().hears({ kind: 'mute', mute }, T0);

  it('hides its door and counts what it hides', () => {
    const spec = muted.when([burstAt(7), burstAt(8)], minutes(1));
    assert.ok(spec.holds(burstAt(7)));
    assert.ok(!spec.holds(burstAt(8)));
    assert.equal(spec.gathered('muted')[0]?.facts.rows.length, 1);
  });

  it('remembers what it was and who ended it, long enough to confess it, also through a restart', () => {
    const ended = muted.hears({ kind: 'unmute', id: 'm1', by: 'U0MINJUN' }, minutes(10));
    const again = ended.hears({ kind: 'unmute', id: 'm1', by: 'U0OLIVER' }, minutes(10));
    const later = again.when([], minutes(11));
    assert.deepEqual(later.state.mutes, []);
    const [summary] = later.gathered('muted');
    assert.deepEqual(summary?.facts.confesses, { ...mute, until: minutes(10), endedBy: 'U0MINJUN' });
    assert.deepEqual(channelValue.parse(JSON.parse(JSON.stringify(again.state))), again.state);
  });

  it('is confessed at its end, even where it hid nothing', () => {
    assert.deepEqual(
      muted.effects.map((effect) => effect.kind),
      ['tell'],
    );
    assert.equal(muted.gathered('muted')[0]?.facts.tellAt, mute.until);
  });

  it('never hides what is more severe than it was made for', () => {
    const severe = burstAt(7, { severity: 'severe', letIn: 1, count: 14, isOpen: false });
    assert.ok(!muted.when([severe], minutes(1)).holds(severe));
  });

  it('lets go what becomes more severe while it is hidden', () => {
    const spec = muted.when([burstAt(7)], minutes(1));
    const worse = spec.when([], minutes(2), [burstAt(7, { severity: 'severe', letIn: 1, revision: 2 })]);
    assert.ok(!worse.holds(burstAt(7)));
    assert.ok(worse.effects.some((effect) => effect.kind === 'release'));
  });

  it('hides nothing any more once it is over, and is forgotten', () => {
    const spec = muted.when([burstAt(7)], minutes(31));
    assert.ok(!spec.holds(burstAt(7)));
    assert.deepEqual(spec.state.mutes, []);
  });

  it('that somebody ends is confessed at once', () => {
    const spec = muted.when([burstAt(7)], minutes(1)).hears({ kind: 'unmute', id: 'm1' }, minutes(2));
    assert.equal(spec.gathered('muted')[0]?.facts.tellAt, minutes(2));
    assert.ok(!spec.when([burstAt(7, { incident: burstAt(9).row.incident })], minutes(3)).holds(burstAt(9)));
  });

  it('of a topic hides that topic at every door, and no other', () => {
    const spec = given().hears({ kind: 'mute', mute: { ...mute, door: undefined, topic: 'failures' } as never }, T0);
    const other = burstAt(8, { topics: ['unlocks'], kind: 'unlocks' });
    const after1 = spec.when([burstAt(7), other], minutes(1));
    assert.ok(after1.holds(burstAt(7)));
    assert.ok(!after1.holds(other));
  });
});

describe('quiet hours', () => {
  // 18:00 to 07:00 in Tokyo.
  const quiet = given().hears({ kind: 'quiet', hours: { from: 18 * 60, to: 7 * 60 } }, T0);

  it('hold what is less than severe until they end, by the clock on the wall', () => {
    const spec = quiet.when([burstAt(7)], minutes(1));
    assert.ok(spec.holds(burstAt(7)));
    assert.equal(spec.gathered('quiet')[0]?.facts.tellAt, at('22:00:00'));
  });

  it('let severe things ring', () => {
    const severe = burstAt(7, { severity: 'severe' });
    assert.ok(!quiet.when([severe], minutes(1)).holds(severe));
  });

  it('hold nothing before they begin', () => {
    assert.ok(!quiet.when([burstAt(7)], minutes(-1)).holds(burstAt(7)));
  });

  it('that are called off tell at once what they held', () => {
    const spec = quiet.when([burstAt(7)], minutes(1)).hears({ kind: 'quiet' }, minutes(5));
    assert.equal(spec.gathered('quiet')[0]?.facts.tellAt, minutes(5));
    assert.equal(spec.state.quiet, undefined);
  });

  it('tell of one night in one message', () => {
    const spec = quiet.when([burstAt(7)], minutes(1)).when([burstAt(8)], minutes(60), [burstAt(7)]);
    assert.equal(spec.gathered('quiet').length, 1);
    assert.equal(spec.gathered('quiet')[0]?.facts.rows.length, 2);
  });
});

describe('calm lines', () => {
  const line = (door: number, change = {}) =>
    burstAt(door, { severity: 'calm', topics: ['let-in-after-failures', 'failures'], letIn: 1, count: 1, ...change });

  it('gather in one message of the day', () => {
    const spec = given()
      .when([line(7)], minutes(1))
      .when([line(8)], minutes(60), [line(7)]);
    assert.equal(spec.gathered('calm').length, 1);
    assert.equal(spec.gathered('calm')[0]?.facts.rows.length, 2);
    assert.equal(spec.gathered('calm')[0]?.facts.until, at('15:00:00'), 'midnight in Tokyo');
  });

  it('of the next day are another message', () => {
    const first = given().when([line(7)], minutes(1));
    const spec = first.when([line(8)], at('15:00:01'), [line(7, { isOpen: false, told: 1 })]);
    assert.equal(spec.gathered('calm').length, 2);
  });

  it('that become an attack get a card of their own', () => {
    const spec = given()
      .when([line(7)], minutes(1))
      .when([], minutes(2), [line(7, { severity: 'severe', count: 9, revision: 2 })]);
    assert.ok(!spec.holds(line(7)));
  });
});
