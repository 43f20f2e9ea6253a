import fc from 'fast-check';
import type { DoorEvent } from '../../src/door/event.ts';
import { after, type Instant } from '../../src/door/ids.ts';
import type { PlaceState } from '../../src/incident/place.ts';
import { at, authenticated, authFailed, EBISU, JACK, refusedByThirdParty, relayOff, relayOn } from './rows.ts';

export const START = at('09:00:00');
/** When everything that began is over but for what was left unlocked. */
export const END = after(START, 600_000);

/** The door that a third party has a word at. */
const THIRD_PARTY = '183';
/** When time has told of everything what it meant: what was given up, left unlocked, or a day's last. */
export const LATER: readonly Instant[] = [
  after(END, 30_000),
  after(END, 130_000),
  at('23:59:59'),
  after(at('23:59:59'), 200_000),
];

/** Something that happens at a door within ten minutes, as the rows it writes. */
const happening = fc
  .record({
    second: fc.integer({ min: 0, max: 500 }),
    what: fc.constantFrom('fail', 'enter', 'button', 'left-unlocked', 'locked-late', 'no-answer', 'third-party'),
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
      case 'left-unlocked':
        return [relayOn(time, { door })];
      case 'locked-late':
        return [
          authenticated(who, time, { door }),
          relayOn(after(time, 50), { door }),
          relayOff(after(time, 95_000), { door }),
        ];
      case 'no-answer':
        return [authenticated(who, time, { door })];
      default:
        return [
          authenticated(who, time, { door: THIRD_PARTY }),
          refusedByThirdParty(who, after(time, 400), { door: THIRD_PARTY }),
        ];
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
export const found = (state: Pick<PlaceState, 'incidents'>): readonly string[] =>
  state.incidents
    .filter((incident) => incident.mergedInto === undefined && incident.isUnfounded !== true)
    .map((incident) => `${incident.door} ${JSON.stringify(incident.facts)}`)
    .sort();
