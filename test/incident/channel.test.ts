import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after, doorId, type Instant } from '../../src/door/ids.ts';
import {
  type ChannelEffect,
  type ChannelState,
  gatheringsOf,
  isHeld,
  newChannel,
  updateChannel,
} from '../../src/incident/channel.ts';
import { JOINABLE_MS, LATE_TOLD_SINGLY, MOST_DOORS, RELEASE_AFTER_MS } from '../../src/incident/crowd.ts';
import type { Candidate } from '../../src/incident/gathering.ts';
import { burstAt, burstsAt } from '../support/candidates.ts';
import { ALERTS, UTC } from '../support/place-spec.ts';
import { at, SHIBUYA } from '../support/rows.ts';

const T0 = at('09:00:00');
const DESK = 'place/178';

type Look = {
  readonly waiting?: readonly Candidate[];
  readonly members?: readonly Candidate[];
  readonly isCrowded?: boolean;
};

/** A channel, and what its desk decides look by look. */
function given(state: ChannelState = newChannel(ALERTS), effects: readonly ChannelEffect[] = []) {
  return {
    state,
    effects,
    when: (look: Look, now: Instant) => {
      const { waiting = [], members = [], isCrowded = false } = look;
      const next = updateChannel(state, { kind: 'crowd', waiting, members, isCrowded }, now, UTC);
      return given(next.state, next.effects);
    },
    /** The newest gathering's message was told as it is. */
    told: (now: Instant) => {
      const last = gatheringsOf(state).at(-1);
      assert.ok(last);
      const outcome = { kind: 'posted', ts: '1.1', revision: last.revision } as const;
      const next = updateChannel(state, { kind: 'card', incident: last.id, channel: ALERTS, outcome }, now, UTC);
      return given(next.state, next.effects);
    },
    gathering: () => {
      const last = gatheringsOf(state).at(-1);
      assert.ok(last);
      return last;
    },
    kinds: () => effects.map((effect) => effect.kind),
  };
}

describe('cards that wait in a channel', () => {
  it('are told by one message when the last would wait too long', () => {
    const spec = given().when({ waiting: burstsAt(20), isCrowded: true }, T0);
    assert.equal(spec.gathering().facts.why, 'storm');
    assert.equal(spec.gathering().facts.rows.length, 20);
    assert.deepEqual(spec.kinds(), ['changed', 'tell']);
    assert.ok(isHeld(spec.state, DESK, burstAt(7).row.incident));
  });

  it('are told singly while they are few', () => {
    const state = newChannel(ALERTS);
    assert.equal(given(state).when({ waiting: burstsAt(9) }, T0).state, state);
  });

  it('join the storm that goes on, however few they are', () => {
    const storm = given().when({ waiting: burstsAt(20), isCrowded: true }, T0);
    const spec = storm.when({ waiting: [burstAt(99)], members: burstsAt(20) }, after(T0, 5_000));
    assert.equal(gatheringsOf(spec.state).length, 1);
    assert.equal(spec.gathering().facts.rows.length, 21);
    assert.equal(spec.gathering().revision, 2);
  });

  it('that came late are caught up by one message, and live ones are told beside it', () => {
    const late = burstsAt(LATE_TOLD_SINGLY + 1, { late: 'row', isOpen: false });
    const spec = given().when({ waiting: [...late, burstAt(50), burstAt(51)] }, T0);
    assert.equal(spec.gathering().facts.why, 'rows-late');
    assert.ok(!isHeld(spec.state, DESK, burstAt(50).row.incident));
  });

  it('keep their own card where somebody was let in after many failures', () => {
    const late = burstsAt(LATE_TOLD_SINGLY + 1, { late: 'row', isOpen: false });
    const severe = burstAt(50, { late: 'row', isOpen: false, count: 14, letIn: 1, severity: 'severe' });
    const spec = given().when({ waiting: [...late, severe] }, T0);
    assert.ok(!isHeld(spec.state, DESK, severe.row.incident));
  });

  it('because Slack was away are told as such', () => {
    const spec = given().when({ waiting: burstsAt(20, { late: 'slack', isOpen: false }), isCrowded: true }, T0);
    assert.equal(spec.gathering().facts.why, 'slack-away');
  });
});

describe('cards that wait at more doors than a table names', () => {
  const doorsOf = (spec: ReturnType<typeof given>) =>
    gatheringsOf(spec.state).map(({ facts }) => new Set(facts.rows.map((row) => row.door)).size);

  it('are told by several messages, so that every door is named', () => {
    const spec = given().when({ waiting: burstsAt(200), isCrowded: true }, T0);
    assert.deepEqual(doorsOf(spec), [MOST_DOORS, MOST_DOORS, 20]);
    assert.equal(new Set(spec.state.incidents.map((one) => one.id)).size, 3);
  });

  it('join the storm while it has room, and then the next', () => {
    const first = given().when({ waiting: burstsAt(80), isCrowded: true }, T0);
    const more = burstsAt(120).slice(80);
    const spec = first.when({ waiting: more, members: burstsAt(80) }, after(T0, 1_000));
    assert.deepEqual(doorsOf(spec), [MOST_DOORS, 30]);
    const again = spec.when({ waiting: [], members: burstsAt(120) }, after(T0, 2_000));
    assert.equal(again.state, spec.state);
  });
});

describe('a gathering', () => {
  const storm = given().when({ waiting: burstsAt(12), isCrowded: true }, T0);

  it('changes nothing, and saves nothing, while its members stay as they are', () => {
    const spec = storm.when({ members: burstsAt(12) }, after(T0, 1_000));
    assert.equal(spec.state, storm.state);
    assert.deepEqual(spec.effects, []);
  });

  it('is kept current', () => {
    const grown = burstsAt(12, { count: 50, revision: 7 });
    const spec = storm.when({ members: grown }, after(T0, 1_000));
    assert.equal(spec.gathering().revision, 2);
    assert.ok(spec.gathering().facts.rows.every((row) => row.count === 50));
  });

  it('settles what is over as soon as it is saved, and says so again until the card’s own desk has heard it', () => {
    const over = burstsAt(12, { isOpen: false, revision: 2 });
    const changed = storm.when({ members: over }, after(T0, 61_000));
    assert.equal(changed.kinds().filter((kind) => kind === 'settle').length, 12);
    const again = changed.when({ members: over }, after(T0, 62_000));
    assert.deepEqual(new Set(again.kinds()), new Set(['settle']));
  });

  it('ends when all is over, settled, and told', () => {
    const over = burstsAt(12, { isOpen: false, revision: 2, told: 2 });
    const changed = storm.when({ members: over }, after(T0, JOINABLE_MS));
    assert.equal(changed.gathering().closedAt, undefined);
    const heard = changed.told(after(T0, JOINABLE_MS + 1_000)).when({ members: over }, after(T0, JOINABLE_MS + 2_000));
    assert.notEqual(heard.gathering().closedAt, undefined);
    assert.ok(!isHeld(heard.state, DESK, burstAt(3).row.incident));
  });

  it('lets go what is still open two minutes after the last one joined, and never takes it again', () => {
    const letGo = storm.when({ members: burstsAt(12) }, after(T0, RELEASE_AFTER_MS));
    assert.equal(letGo.kinds().filter((kind) => kind === 'release').length, 12);
    const told = letGo.told(after(T0, RELEASE_AFTER_MS + 500));
    const spec = told.when({ members: burstsAt(12) }, after(T0, RELEASE_AFTER_MS + 600));
    assert.notEqual(spec.gathering().closedAt, undefined);
    const next = spec.when({ waiting: burstsAt(12), isCrowded: true }, after(T0, RELEASE_AFTER_MS + 1_000));
    assert.equal(next.state, spec.state);
  });

  it('goes on with what it told last when a member’s desk has forgotten it', () => {
    const spec = storm
      .when({ members: [] }, after(T0, JOINABLE_MS))
      .told(after(T0, JOINABLE_MS + 1_000))
      .when({ members: [] }, after(T0, JOINABLE_MS + 2_000));
    assert.notEqual(spec.gathering().closedAt, undefined);
    assert.equal(spec.gathering().facts.rows.length, 12);
  });
});

describe('a mute', () => {
  const muted = (severity: 'calm' | 'notable') =>
    updateChannel(
      newChannel(ALERTS),
      {
        kind: 'mute',
        mute: {
          id: 'm',
          door: { place: SHIBUYA, door: doorId('1') },
          severity,
          since: T0,
          until: after(T0, 7_200_000),
          by: 'U1',
        },
      },
      T0,
      UTC,
    ).state;
  const grown = (from: 'calm' | 'notable', to: 'notable' | 'severe') =>
    given(muted(from))
      .when({ waiting: [burstAt(1, { severity: from })] }, after(T0, 1_000))
      .when({ members: [burstAt(1, { severity: to, revision: 2 })] }, after(T0, 2_000));

  it('made under a calm card lets go what becomes notable, as it does what becomes severe', () => {
    assert.deepEqual(grown('calm', 'notable').kinds().at(-1), 'release');
    assert.deepEqual(grown('calm', 'severe').kinds().at(-1), 'release');
    assert.deepEqual(grown('notable', 'severe').kinds().at(-1), 'release');
  });

  it('holds what is no worse than the card under which it was made', () => {
    assert.ok(!grown('notable', 'notable').kinds().includes('release'));
  });
});

describe('quiet hours', () => {
  const hours = (from: number, to: number, now: Instant, state: ChannelState) =>
    updateChannel(state, { kind: 'quiet', hours: { from, to } }, now, UTC).state;
  const held = given(hours(22 * 60, 7 * 60, T0, newChannel(ALERTS))).when(
    { waiting: [burstAt(1)] },
    at('22:10:00'),
  ).state;
  const toldAt = (state: ChannelState) => given(state).gathering().facts.tellAt;

  it('that are changed tell what they hold at their new end', () => {
    assert.equal(toldAt(held), after(at('07:00:00'), 86_400_000));
    assert.equal(toldAt(hours(22 * 60, 22 * 60 + 30, at('22:20:00'), held)), at('22:30:00'));
    assert.equal(toldAt(hours(21 * 60, 8 * 60, at('22:20:00'), held)), after(at('08:00:00'), 86_400_000));
  });

  it('that are changed to others tell what they hold now', () => {
    assert.equal(toldAt(hours(1 * 60, 7 * 60, at('22:20:00'), held)), at('22:20:00'));
  });

  it('that are over tell as they would have', () => {
    const later = after(at('07:00:01'), 86_400_000);
    assert.equal(toldAt(hours(6 * 60, 9 * 60, later, held)), toldAt(held));
  });
});
