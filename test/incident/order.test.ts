import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { after } from '../../src/door/ids.ts';
import { END, found, LAST_TICK, rowsInTicks } from '../support/happenings.ts';
import { aPlace, given } from '../support/place-spec.ts';

describe('the order of rows', () => {
  it('does not matter: any split over any ticks ends in the same incidents, each with one card', () => {
    fc.assert(
      fc.property(rowsInTicks, ({ rows, ticks }) => {
        const atOnce = given(aPlace()).when(rows, END).state;
        let spec = given(aPlace());
        for (let tick = 0; tick <= LAST_TICK; tick += 1) {
          const visible = rows.filter((_, index) => ticks[index] === tick);
          spec = spec.when(visible, after(END, (tick - LAST_TICK) * 5_000));
        }
        assert.deepEqual(found(spec.state), found(atOnce));
        const alive = spec.state.incidents.filter((incident) => incident.mergedInto === undefined);
        assert.ok(alive.every((incident) => incident.cards.length === 1));
        assert.equal(new Set(spec.state.incidents.map((incident) => incident.id)).size, spec.state.incidents.length);
      }),
      { numRuns: 300 },
    );
  });
});
