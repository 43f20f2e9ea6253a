import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { after } from '../../src/door/ids.ts';
import { arrivalsOf, withArrivals } from '../../src/incident/days.ts';
import { viewsOf } from '../../src/incident/judge.ts';
import { KINDS } from '../../src/incident/kinds/index.ts';
import { learnFrom } from '../../src/incident/learned.ts';
import type { PlaceState } from '../../src/incident/place.ts';
import { END, found, LAST_TICK, LATER, rowsInTicks } from '../support/happenings.ts';
import { aPlace, given, type PlaceSpec } from '../support/place-spec.ts';

/** The place when time has told what everything meant. */
const later = (spec: PlaceSpec) => LATER.reduce((one, now) => one.when([], now), spec).state;

describe('the order of rows', () => {
  it('does not matter: any split over any ticks ends in the same incidents, each with one card', () => {
    const met = new Map<string, number>();
    fc.assert(
      fc.property(rowsInTicks, ({ rows, ticks }) => {
        const atOnce = later(given(aPlace()).looking(KINDS).when(rows, END));
        let spec = given(aPlace()).looking(KINDS);
        for (let tick = 0; tick <= LAST_TICK; tick += 1) {
          const visible = rows.filter((_, index) => ticks[index] === tick);
          spec = spec.when(visible, after(END, (tick - LAST_TICK) * 5_000));
        }
        const state = later(spec);
        assert.deepEqual(found(state), found(atOnce));
        const isOne = (one: (typeof state.incidents)[number]) => one.mergedInto === undefined && !one.isUnfounded;
        const alive = state.incidents.filter(isOne);
        assert.ok(alive.every((incident) => incident.cards.length === 1));
        assert.equal(new Set(state.incidents.map((incident) => incident.id)).size, state.incidents.length);
        assert.deepEqual(taught(state), taught(atOnce));
        for (const { facts } of alive) met.set(facts.kind, (met.get(facts.kind) ?? 0) + 1);
      }),
      { numRuns: 300 },
    );
    // A kind that never came up would prove nothing.
    assert.deepEqual([...met.keys()].sort(), KINDS.map((kind) => kind.name).sort());
  });
});

/** What the rows taught so far: those that are forgotten, and those at hand. */
function taught(state: PlaceState) {
  const views = viewsOf(state, END);
  const doors = views.map((view) => {
    const { relays, spells, since } = learnFrom(view, () => true);
    return `${view.door}: ${relays.join('; ')}, ${spells.join('; ')}, since ${since}`;
  });
  const days = withArrivals(
    state.days,
    views.flatMap((view) => arrivalsOf(view)),
  );
  return { doors: doors.sort(), days };
}
