import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after, doorId, type Instant } from '../../src/door/ids.ts';
import {
  type ChannelEffect,
  type ChannelState,
  isHeld,
  JOINABLE_MS,
  LATE_TOLD_SINGLY,
  newChannel,
  RELEASE_AFTER_MS,
  updateChannel,
} from '../../src/incident/channel.ts';
import type { Candidate, GatheredRow } from '../../src/incident/gathering.ts';
import { incidentId } from '../../src/incident/incident.ts';
import { ALERTS } from '../support/place-spec.ts';
import { at, SHIBUYA } from '../support/rows.ts';

const T0 = at('09:00:00');
const DESK = 'place/178';

type Change = Partial<GatheredRow> & { readonly told?: number; readonly late?: Candidate['late'] };

/** A burst at a door of its own. */
const burst = (door: number, { told = 0, late = 'no', ...change }: Change = {}): Candidate => ({
  told,
  late,
  row: {
    desk: DESK,
    incident: incidentId(`failures/178/${door}/1`),
    place: SHIBUYA,
    door: doorId(String(door)),
    kind: 'failures',
    since: T0,
    lastAt: T0,
    count: 3,
    letIn: 0,
    isOpen: true,
    openedAt: T0,
    seenAfterMs: 0,
    revision: 1,
    ...change,
  },
});
const bursts = (count: number, change?: Change): readonly Candidate[] =>
  Array.from({ length: count }, (_, door) => burst(door, change));

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
      const next = updateChannel(state, { kind: 'crowd', waiting, members, isCrowded }, now);
      return given(next.state, next.effects);
    },
    /** The newest gathering's message was told as it is. */
    told: (now: Instant) => {
      const last = state.incidents.at(-1);
      assert.ok(last);
      const outcome = { kind: 'posted', ts: '1.1', revision: last.revision } as const;
      const next = updateChannel(state, { kind: 'card', incident: last.id, channel: ALERTS, outcome }, now);
      return given(next.state, next.effects);
    },
    gathering: () => {
      const last = state.incidents.at(-1);
      assert.ok(last);
      return last;
    },
    kinds: () => effects.map((effect) => effect.kind),
  };
}

describe('cards that wait in a channel', () => {
  it('are told by one message when the last would wait too long', () => {
    const spec = given().when({ waiting: bursts(20), isCrowded: true }, T0);
    assert.equal(spec.gathering().facts.why, 'storm');
    assert.equal(spec.gathering().facts.rows.length, 20);
    assert.deepEqual(spec.kinds(), ['changed', 'tell']);
    assert.ok(isHeld(spec.state, DESK, burst(7).row.incident));
  });

  it('are told singly while they are few', () => {
    const state = newChannel(ALERTS);
    assert.equal(given(state).when({ waiting: bursts(9) }, T0).state, state);
  });

  it('join the storm that goes on, however few they are', () => {
    const storm = given().when({ waiting: bursts(20), isCrowded: true }, T0);
    const spec = storm.when({ waiting: [burst(99)], members: bursts(20) }, after(T0, 5_000));
    assert.equal(spec.state.incidents.length, 1);
    assert.equal(spec.gathering().facts.rows.length, 21);
    assert.equal(spec.gathering().revision, 2);
  });

  it('that came late are caught up by one message, and live ones are told beside it', () => {
    const late = bursts(LATE_TOLD_SINGLY + 1, { late: 'row', isOpen: false });
    const spec = given().when({ waiting: [...late, burst(50), burst(51)] }, T0);
    assert.equal(spec.gathering().facts.why, 'rows-late');
    assert.ok(!isHeld(spec.state, DESK, burst(50).row.incident));
  });

  it('keep their own card where somebody was let in after many failures', () => {
    const late = bursts(LATE_TOLD_SINGLY + 1, { late: 'row', isOpen: false });
    const severe = burst(50, { late: 'row', isOpen: false, count: 14, letIn: 1 });
    const spec = given().when({ waiting: [...late, severe] }, T0);
    assert.ok(!isHeld(spec.state, DESK, severe.row.incident));
  });

  it('because Slack was away are told as such', () => {
    const spec = given().when({ waiting: bursts(20, { late: 'slack', isOpen: false }), isCrowded: true }, T0);
    assert.equal(spec.gathering().facts.why, 'slack-away');
  });
});

describe('a gathering', () => {
  const storm = given().when({ waiting: bursts(12), isCrowded: true }, T0);

  it('changes nothing, and saves nothing, while its members stay as they are', () => {
    const spec = storm.when({ members: bursts(12) }, after(T0, 1_000));
    assert.equal(spec.state, storm.state);
    assert.deepEqual(spec.effects, []);
  });

  it('is kept current', () => {
    const grown = bursts(12, { count: 50, revision: 7 });
    const spec = storm.when({ members: grown }, after(T0, 1_000));
    assert.equal(spec.gathering().revision, 2);
    assert.ok(spec.gathering().facts.rows.every((row) => row.count === 50));
  });

  it('settles what is over only once its message has told it', () => {
    const over = bursts(12, { isOpen: false, revision: 2 });
    const changed = storm.when({ members: over }, after(T0, 61_000));
    assert.deepEqual(changed.kinds(), ['changed', 'tell']);
    const settling = changed.told(after(T0, 62_000)).when({ members: over }, after(T0, 63_000));
    assert.deepEqual(new Set(settling.kinds()), new Set(['settle']));
    assert.equal(settling.effects.length, 12);
  });

  it('says so again until the card’s own desk has heard it, and ends then', () => {
    const over = bursts(12, { isOpen: false, revision: 2 });
    const told = storm.when({ members: over }, after(T0, 61_000)).told(after(T0, 62_000));
    const again = told.when({ members: over }, after(T0, 63_000)).when({ members: over }, after(T0, 64_000));
    assert.equal(again.effects.length, 12);
    const heard = again.when(
      { members: bursts(12, { isOpen: false, revision: 2, told: 2 }) },
      after(T0, JOINABLE_MS + 10_000),
    );
    assert.notEqual(heard.gathering().closedAt, undefined);
    assert.ok(!isHeld(heard.state, DESK, burst(3).row.incident));
  });

  it('lets go what is still open two minutes after the last one joined, and never takes it again', () => {
    const spec = storm.when({ members: bursts(12) }, after(T0, RELEASE_AFTER_MS));
    assert.equal(spec.effects.filter((effect) => effect.kind === 'release').length, 12);
    assert.notEqual(spec.gathering().closedAt, undefined);
    const next = spec.when({ waiting: bursts(12), isCrowded: true }, after(T0, RELEASE_AFTER_MS + 1_000));
    assert.equal(next.state, spec.state);
  });

  it('goes on with what it told last when a member’s desk has forgotten it', () => {
    const spec = storm.when({ members: [] }, after(T0, JOINABLE_MS));
    assert.notEqual(spec.gathering().closedAt, undefined);
    assert.equal(spec.gathering().facts.rows.length, 12);
  });
});
