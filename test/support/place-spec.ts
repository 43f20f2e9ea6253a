import assert from 'node:assert/strict';
import type { DoorEvent } from '../../src/door/event.ts';
import type { Instant } from '../../src/door/ids.ts';
import { openZone } from '../../src/door/zone.ts';
import type { Outcome } from '../../src/incident/card.ts';
import type { DoorIncident } from '../../src/incident/decide.ts';
import type { DoorFacts } from '../../src/incident/door-facts.ts';
import { channelId } from '../../src/incident/incident.ts';
import { KINDS } from '../../src/incident/kinds/index.ts';
import type { Kind } from '../../src/incident/kinds/kind.ts';
import { type Effect, newPlace, type PlaceState, updatePlace } from '../../src/incident/place.ts';
import type { Subscription } from '../../src/incident/subscription.ts';
import { TOPICS } from '../../src/incident/topic.ts';
import { at, SHIBUYA } from './rows.ts';

export const ALERTS = channelId('C0ALERTS');
export const HEARS_ALL: readonly Subscription[] = [{ channel: ALERTS, id: 'all', topics: TOPICS, after: 1 }];
/** Bursts and spells: what most tests of rows, cards and clocks are about. */
export const BURSTS_AND_SPELLS = KINDS.filter(({ name }) => name === 'failures' || name === 'unlocks');
/** The zone of every place in these tests. */
export const UTC = openZone('UTC');

/** `given(aPlace()).when([authFailed(at('09:00:00'))], at('09:00:05')).thenIncidents(...)`: a place, and what it hears tick by tick. */
export type PlaceSpec = {
  readonly when: (events: readonly DoorEvent[], now: Instant, complete?: boolean) => PlaceSpec;
  readonly whenCard: (incident: DoorIncident, outcome: Outcome, now: Instant) => PlaceSpec;
  readonly thenState: (check: (state: PlaceState, effects: readonly Effect[]) => void) => PlaceSpec;
  readonly thenIncidents: (...facts: readonly Partial<DoorFacts>[]) => PlaceSpec;
  /** The same place, where these kinds of incidents are looked for. */
  readonly looking: (kinds: readonly Kind[]) => PlaceSpec;
  readonly state: PlaceState;
};

/** A place that is being watched since 08:00, with nothing in it yet. */
export function aPlace(events: readonly DoorEvent[] = [], now: Instant = at('08:00:00')): PlaceState {
  return tick(newPlace(SHIBUYA), events, now, BURSTS_AND_SPELLS).state;
}

export function given(
  state: PlaceState,
  effects: readonly Effect[] = [],
  kinds: readonly Kind[] = BURSTS_AND_SPELLS,
): PlaceSpec {
  return {
    state,
    when: (events, now, complete = true) => {
      const next = tick(state, events, now, kinds, complete);
      return given(next.state, next.effects, kinds);
    },
    whenCard: (incident, outcome, now) => {
      const next = updatePlace(
        state,
        { kind: 'card', incident: incident.id, channel: ALERTS, outcome },
        now,
        kinds,
        UTC,
      );
      return given(next.state, next.effects, kinds);
    },
    looking: (others) => given(state, effects, others),
    thenState: (check) => {
      check(state, effects);
      return given(state, effects, kinds);
    },
    thenIncidents: (...facts) => {
      const alive = state.incidents.filter((incident) => incident.mergedInto === undefined);
      assert.partialDeepStrictEqual(
        alive.map((incident) => incident.facts).sort((a, b) => begin(a) - begin(b)),
        facts,
      );
      assert.equal(alive.length, facts.length, `incidents: ${JSON.stringify(alive.map((one) => one.facts))}`);
      return given(state, effects, kinds);
    },
  };
}

const begin = (facts: DoorFacts): number => (facts.kind === 'failures' ? facts.firstAt : facts.since);

function tick(state: PlaceState, events: readonly DoorEvent[], now: Instant, kinds: readonly Kind[], complete = true) {
  return updatePlace(
    state,
    { kind: 'rows-seen', events: [...events].reverse(), complete, olderRowsExist: false, subscriptions: HEARS_ALL },
    now,
    kinds,
    UTC,
  );
}
