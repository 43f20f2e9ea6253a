import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DoorEvent } from '../../src/door/event.ts';
import { after, type Instant, instant } from '../../src/door/ids.ts';
import { REMEMBER_IDS, REMEMBER_MORE, seenIds } from '../../src/incident/memory.ts';
import type { PlaceState } from '../../src/incident/place.ts';
import { aPlace, given, type PlaceSpec } from '../support/place-spec.ts';
import { at, authenticated, authFailed, EBISU, relayOff, relayOn } from '../support/rows.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const YEAR = 365 * 24 * HOUR;
const NINE = at('09:00:00');

/** A row as the device counted it, whatever its clock said. */
const counted = (localLogId: number, row: DoorEvent): DoorEvent => ({ ...row, localLogId });

/** Ticks every five seconds with nothing new, and the revisions that each incident went through. */
function quiet(
  spec: PlaceSpec,
  from: Instant,
  forMs: number,
): { readonly spec: PlaceSpec; readonly reasons: string[] } {
  const reasons: string[] = [];
  let current = spec;
  for (let ms = 5 * SECOND; ms <= forMs; ms += 5 * SECOND) {
    current = current.when([], after(from, ms)).thenState((_, effects) => {
      reasons.push(...effects.flatMap((one) => (one.kind === 'changed' ? [one.change.reason] : [])));
    });
  }
  return { spec: current, reasons };
}

const failuresOf = (state: PlaceState): number =>
  state.incidents.reduce((sum, { facts }) => sum + (facts.kind === 'failures' ? facts.count : 0), 0);

describe('a device whose clock runs ahead', () => {
  for (const [name, ahead] of [
    ['half a minute', 30 * SECOND],
    ['a minute and a half', 90 * SECOND],
    ['three hours', 3 * HOUR],
    ['a year', YEAR],
  ] as const) {
    it(`by ${name} has its burst told once, and ended once`, () => {
      const seen = given(aPlace()).when([authFailed(after(NINE, ahead))], NINE);
      seen.thenState((_, effects) => assert.ok(effects.some((one) => one.kind === 'tell')));
      assert.deepEqual(quiet(seen, NINE, 6 * MINUTE).reasons, ['closed']);
    });
  }

  it('is seen like any other: the row of next year hides no row of today', () => {
    const nextYear = given(aPlace()).when([authFailed(after(NINE, YEAR))], NINE);
    const { spec } = quiet(nextYear, NINE, 2 * MINUTE);
    const today = after(NINE, 3 * MINUTE);
    spec.when([authFailed(today)], today).thenState((state, effects) => {
      assert.equal(failuresOf(state), 2);
      assert.equal(state.incidents.length, 2);
      assert.ok(effects.some((one) => one.kind === 'tell'));
    });
  });

  it('does not make the newest row one of next year', () => {
    given(aPlace())
      .when([authFailed(after(NINE, YEAR))], NINE)
      .thenState((state) => assert.equal(state.newestEventAt, NINE))
      .when([authFailed(after(NINE, MINUTE))], after(NINE, MINUTE))
      .thenState((state) => assert.equal(state.newestEventAt, after(NINE, MINUTE)));
  });

  it('has its rows forgotten like any others', () => {
    const seen = given(aPlace()).when([authFailed(after(NINE, YEAR)), relayOff(after(NINE, YEAR))], NINE);
    const { spec } = quiet(seen, NINE, 20 * MINUTE);
    const later = after(NINE, 40 * MINUTE);
    spec.when([authFailed(later)], later).thenState((state) => {
      assert.deepEqual(
        state.doors.flatMap((door) => door.trail.map((row) => row.event.at)),
        [later],
      );
    });
  });
});

describe('a device whose clock runs behind', () => {
  it('has every failure counted, and no burst reopened that is over by its own time', () => {
    const reasons: string[] = [];
    let spec = given(aPlace());
    for (let second = 0; second < 60; second += 10) {
      const now = after(NINE, second * SECOND);
      spec = spec.when([authFailed(after(now, -3 * HOUR))], now).thenState((_, effects) => {
        reasons.push(...effects.flatMap((one) => (one.kind === 'changed' ? [one.change.reason] : [])));
      });
    }
    assert.deepEqual(reasons, ['opened', 'changed', 'changed', 'changed', 'changed', 'changed']);
    spec.thenIncidents({ kind: 'failures', count: 6 }).thenState((state) => {
      assert.equal(state.incidents[0]?.seenAfterMs, 3 * HOUR);
    });
  });

  it('since it lost its time altogether has its rows told too', () => {
    const lost = instant(0);
    given(aPlace())
      .when([authFailed(lost), authenticated(EBISU, after(lost, 4_000)), relayOn(after(lost, 4_050))], NINE)
      .when([relayOff(after(lost, 7_000))], after(NINE, 5_000))
      .thenIncidents(
        { kind: 'failures', count: 1, entries: [{ at: after(lost, 4_000), person: EBISU }] },
        {
          kind: 'unlocks',
          until: after(lost, 7_000),
        },
      );
  });
});

describe('a device whose clock is set', () => {
  for (const [name, leap] of [
    ['back by an hour', -HOUR],
    ['back by half a minute', -30 * SECOND],
    ['forward by an hour', HOUR],
    ['back by a year', -YEAR],
  ] as const) {
    it(`${name} in the midst of a burst loses no failure, and every burst ends`, () => {
      let spec = given(aPlace());
      for (let second = 0; second < 60; second += 5) {
        const now = after(NINE, second * SECOND);
        spec = spec.when([authFailed(after(now, second < 30 ? 0 : leap))], now);
      }
      const { spec: end } = quiet(spec, after(NINE, 60 * SECOND), 3 * MINUTE);
      assert.equal(failuresOf(end.state), 12);
      assert.ok(end.state.incidents.every((one) => one.closedAt !== undefined));
    });

    it(`${name} while the door is unlocked lets the spell end, and the next be one of its own`, () => {
      const off = after(NINE, 5 * SECOND);
      const next = after(NINE, MINUTE);
      given(aPlace())
        .when([counted(1, relayOn(NINE))], NINE)
        .when([counted(2, relayOff(after(off, leap)))], off)
        .thenState((state) => assert.equal(state.incidents[0]?.closedAt, off))
        .when([counted(3, relayOn(after(next, leap)))], next)
        .thenState((state) =>
          assert.deepEqual(
            state.incidents.map((one) => one.closedAt === undefined),
            [false, true],
          ),
        )
        .when([counted(4, relayOff(after(next, leap + 3_000)))], after(next, 5_000))
        .thenState((state) => assert.ok(state.incidents.every((one) => one.closedAt !== undefined)));
    });
  }

  it('says how long the bot saw the door unlocked, where the device’s own times cannot', () => {
    given(aPlace())
      .when([counted(1, relayOn(NINE))], NINE)
      .when([counted(2, relayOff(after(NINE, 5_000 - HOUR)))], after(NINE, 5_000))
      .thenIncidents({ kind: 'unlocks', since: NINE, until: after(NINE, 5_000) });
  });

  it('right again after it was a year ahead lets the spell end, though the device counts nothing', () => {
    given(aPlace())
      .when([relayOn(after(NINE, YEAR))], NINE)
      .when([relayOff(after(NINE, 5_000))], after(NINE, 5_000))
      .thenState((state) => assert.ok(state.incidents.every((one) => one.closedAt !== undefined)));
  });

  it('never ends a spell with a relay-off that came before it', () => {
    given(aPlace())
      .when([counted(7, relayOff(after(NINE, -HOUR)))], NINE)
      .when([counted(8, relayOn(NINE))], after(NINE, 5_000))
      .when([counted(6, relayOff(after(NINE, -2 * HOUR)))], after(NINE, 10_000))
      .thenState((state) =>
        assert.deepEqual(
          state.incidents.map((one) => one.closedAt),
          [undefined],
        ),
      );
  });
});

describe('the bot’s own clock, put back', () => {
  it('by an hour lets a burst end', () => {
    const seen = given(aPlace()).when([authFailed(NINE)], NINE);
    const { spec } = quiet(seen, after(NINE, -HOUR), 2 * MINUTE);
    assert.ok(spec.state.incidents.every((one) => one.closedAt !== undefined));
  });

  it('by a year lets it forget what it saw, ten minutes later', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => authFailed(after(NINE, index)));
    const seen = given(aPlace()).when(many, NINE);
    const back = after(NINE, -YEAR);
    seen
      .when([authFailed(back)], back)
      .when([authFailed(after(back, 20 * MINUTE))], after(back, 20 * MINUTE))
      .when([authFailed(after(back, 40 * MINUTE))], after(back, 40 * MINUTE))
      .thenState((state) => {
        assert.ok(seenIds(state.memory).size <= REMEMBER_IDS + REMEMBER_MORE);
        assert.ok(state.doors.every((door) => door.trail.length < 10));
      });
  });
});
