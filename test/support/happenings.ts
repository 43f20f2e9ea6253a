import fc from 'fast-check';
import type { DoorEvent } from '../../src/door/event.ts';
import { after } from '../../src/door/ids.ts';
import type { PlaceState } from '../../src/incident/place.ts';
import { at, authenticated, authFailed, EBISU, JACK, relayOff, relayOn } from './rows.ts';

export const START = at('09:00:00');
/** When everything that began is over but for what was left unlocked. */
export const END = after(START, 600_000);

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

/** The last tick in which a row may become visible; the first is 0. */
export const LAST_TICK = 5;

/** Rows, and for each the tick it becomes visible in: any split, in any order. */
export const rowsInTicks = fc
  .array(happening, { minLength: 1, maxLength: 12 })
  .map((happenings) => happenings.flat())
  .chain((rows) =>
    fc.record({
      rows: fc.constant(rows),
      ticks: fc.array(fc.integer({ min: 0, max: LAST_TICK }), { minLength: rows.length, maxLength: rows.length }),
    }),
  );

/** What was found, without the names that depend on which row came first. */
export const found = (state: PlaceState): readonly string[] =>
  state.incidents
    .filter((incident) => incident.mergedInto === undefined)
    .map((incident) => `${incident.door} ${JSON.stringify(incident.facts)}`)
    .sort();
