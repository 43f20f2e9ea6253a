import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { DoorEvent } from '../../src/door/event.ts';
import { after } from '../../src/door/ids.ts';
import type { PlaceState } from '../../src/incident/place.ts';
import { aPlace, given } from '../support/place-spec.ts';
import { at, authenticated, authFailed, EBISU, JACK, relayOff, relayOn } from '../support/rows.ts';

const START = at('09:00:00');

/** Something that happens at a door within ten minutes, as the rows it writes. */
const happening = fc
  .record({
    second: fc.integer({ min: 0, max: 500 }),
    what: fc.constantFrom('fail', 'enter', 'button', 'left-unlocked'),
    door: fc.constantFrom('181', '182'),
    who: fc.constantFrom(EBISU, JACK),
  })
  .map(({ second, what, door, who }): readonly DoorEvent[] => {
    const time = after(START, second * 1_000);
    switch (what) {
      case 'fail':
        return [authFailed(time, { door })];
      case 'enter':
        return [
          authenticated(who, time, { door }),
          relayOn(after(time, 50), { door }),
          relayOff(after(time, 3_050), { door }),
        ];
      case 'button':
        return [relayOn(time, { door }), relayOff(after(time, 3_000), { door })];
      default:
        return [relayOn(time, { door })];
    }
  });

/** Rows, and for each the tick it becomes visible in: any split, in any order. */
const rowsInTicks = fc
  .array(happening, { minLength: 1, maxLength: 12 })
  .map((happenings) => happenings.flat())
  .chain((rows) =>
    fc.record({
      rows: fc.constant(rows),
      ticks: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: rows.length, maxLength: rows.length }),
    }),
  );

/** What was found, without the names that depend on which row came first. */
const found = (state: PlaceState): readonly string[] =>
  state.incidents
    .filter((incident) => incident.mergedInto === undefined)
    .map((incident) => `${incident.door} ${JSON.stringify(incident.facts)}`)
    .sort();

describe('the order of rows', () => {
  it('does not matter: any split over any ticks ends in the same incidents, each with one card', () => {
    fc.assert(
      fc.property(rowsInTicks, ({ rows, ticks }) => {
        const end = after(START, 600_000);
        const atOnce = given(aPlace()).when(rows, end).state;
        let spec = given(aPlace());
        for (let tick = 0; tick <= 5; tick += 1) {
          const visible = rows.filter((_, index) => ticks[index] === tick);
          spec = spec.when(visible, after(end, (tick - 5) * 5_000));
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
