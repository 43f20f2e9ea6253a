import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after, type Instant } from '../../src/door/ids.ts';
import { owesReminder } from '../../src/incident/answers.ts';
import type { DoorFacts } from '../../src/incident/door-facts.ts';
import { lastOf } from '../../src/incident/incident.ts';
import { KINDS } from '../../src/incident/kinds/index.ts';
import { newPlace, updatePlace } from '../../src/incident/place.ts';
import { severityOf } from '../../src/incident/severity.ts';
import { addToTrail, trimTrail } from '../../src/incident/trail.ts';
import { aPlace, given, HEARS_ALL, type PlaceSpec, UTC } from '../support/place-spec.ts';
import {
  at,
  authenticated,
  authFailed,
  EBISU,
  refusedByThirdParty,
  relayOff,
  relayOn,
  SHIBUYA,
} from '../support/rows.ts';

const MINUTE = 60_000;
const place = (): PlaceSpec => given(aPlace()).looking(KINDS);
const ofKind = ({ state }: PlaceSpec, kind: DoorFacts['kind']) =>
  state.incidents.filter((one) => one.facts.kind === kind && one.mergedInto === undefined);
const seen = (spec: PlaceSpec, rows: readonly (readonly [string, Parameters<PlaceSpec['when']>[0]])[]): PlaceSpec =>
  rows.reduce((next, [time, events]) => next.when(events, at(time)), spec);

describe('what was told is not taken back while it goes on', () => {
  it('where somebody who tried two doors goes back to the first, and gets in', () => {
    const tried = seen(place(), [
      ['09:00:04', [authFailed(at('09:00:01')), authFailed(at('09:00:03'))]],
      ['09:00:19', [authFailed(at('09:00:15'), { door: '182' }), authFailed(at('09:00:18'), { door: '182' })]],
      ['09:00:40', []],
    ]);
    assert.equal(ofKind(tried, 'walk-around').length, 1);
    const back = seen(tried, [['09:00:56', [authFailed(at('09:00:55'))]]]);
    assert.ok(ofKind(back, 'walk-around').every((one) => one.isUnfounded !== true));
    const letIn = seen(back, [
      ['09:01:05', [authenticated(EBISU, at('09:01:00')), relayOn(at('09:01:01')), relayOff(at('09:01:04'))]],
      ['09:02:30', []],
    ]);
    const [walk, ...others] = ofKind(letIn, 'walk-around');
    assert.ok(walk !== undefined && others.length === 0 && walk.isUnfounded !== true);
    assert.equal(severityOf(walk.facts), 'severe');
    assert.deepEqual(
      walk.facts.kind === 'walk-around' && walk.facts.steps.map(({ door, count }) => `${door} ${count}`),
      ['181 2', '182 2', '181 1'],
    );
  });

  it('where one more row of a refusal comes a little later', () => {
    const refused = seen(place(), [
      ['09:00:10', [authenticated(EBISU, at('09:00:05')), refusedByThirdParty(EBISU, at('09:00:06'))]],
    ]);
    const more = seen(refused, [
      ['09:00:14', [authenticated(EBISU, at('09:00:12')), refusedByThirdParty(EBISU, at('09:00:13'))]],
      ['09:00:15', []],
    ]);
    const [one, ...others] = ofKind(more, 'refused-by-third-party');
    assert.ok(one !== undefined && others.length === 0 && one.isUnfounded !== true);
    assert.ok(one.facts.kind === 'refused-by-third-party' && one.facts.count === 2);
  });
});

describe('what was disproved', () => {
  it('calls nobody a quarter of an hour later', () => {
    const open = seen(place(), [
      ['09:00:03', [authenticated(EBISU, at('09:00:01')), relayOn(at('09:00:02'))]],
      ['09:12:00', []],
    ]);
    const [severe] = ofKind(open, 'left-unlocked');
    assert.ok(severe !== undefined && severityOf(severe.facts) === 'severe');
    const posted = open.whenCard(severe, { kind: 'posted', ts: '1', revision: severe.revision }, at('09:12:01'));
    const locked = seen(posted, [['09:12:10', [relayOff(at('09:00:05'))]]]);
    const [disproved] = ofKind(locked, 'left-unlocked');
    assert.equal(disproved?.isUnfounded, true);
    assert.equal(owesReminder(locked.state.incidents, at('09:40:00')), false);
  });
});

describe('hours', () => {
  it('hear of a door that was unlocked before they began and is unlocked still', () => {
    const since = at('21:58:00');
    assert.equal(lastOf({ kind: 'left-unlocked', since, minutes: 12 }), after(since, 12 * MINUTE));
    const subscriptions = HEARS_ALL.map((one) => ({ ...one, hours: { from: 22 * 60, to: 7 * 60 } }));
    const look = (state: ReturnType<typeof aPlace>, events: readonly ReturnType<typeof relayOn>[], now: Instant) =>
      updatePlace(
        state,
        { kind: 'rows-seen', events, complete: true, olderRowsExist: false, subscriptions },
        now,
        KINDS,
        UTC,
      ).state;
    const before = look(look(aPlace(), [relayOn(since)], after(since, 1_000)), [], after(since, 90_000));
    assert.ok(before.incidents.every((one) => one.facts.kind !== 'left-unlocked' || one.cards.length === 0));
    const within = look(before, [], after(since, 10 * MINUTE));
    assert.equal(within.incidents.find((one) => one.facts.kind === 'left-unlocked')?.cards.length, 1);
  });
});

describe('a bot whose clock was ahead when it first saw a place', () => {
  it('tells every kind once the clock is right', () => {
    const ahead = given(updatePlaceAt(at('10:00:00'))).looking(KINDS);
    const later = seen(ahead, [
      ['09:00:02', [authenticated(EBISU, at('09:00:01'))]],
      ['09:00:30', []],
      ['09:01:02', [relayOn(at('09:01:01'), { door: '182' })]],
      ['09:20:00', []],
    ]);
    for (const kind of ['not-unlocked', 'unexplained', 'left-unlocked'] as const) {
      assert.equal(ofKind(later, kind).length, 1, kind);
    }
  });
});

describe('a day', () => {
  const enter = (time: Instant) => [authenticated(EBISU, time), relayOn(after(time, 50)), relayOff(after(time, 3_050))];

  it('has its first entry told where the device’s clock runs two minutes ahead', () => {
    const ahead = place().when(enter(at('09:02:00')), at('09:00:00'));
    const later = ahead.when([], at('09:01:30')).when([], at('09:02:30'));
    assert.equal(ofKind(later, 'first-in').length, 1);
    assert.ok(ofKind(later.when([], at('09:40:00')), 'first-in').length <= 1);
  });

  it('keeps who was let in together with a relay of the same second whose row came first', () => {
    const second = at('09:00:06');
    const early = addToTrail(
      [],
      [relayOn(second, { id: '201' }), authenticated(EBISU, second, { id: '202' })],
      after(second, 1_000),
    );
    const late = after(second, 60 * MINUTE);
    const trail = addToTrail(early, [relayOff(late, { id: '203' })], late);
    assert.deepEqual(
      trimTrail(trail, after(late, MINUTE), []).map(({ event }) => event.id),
      ['201', '202', '203'],
    );
  });

  it('has its last entry told though the bot was off from Friday evening to Monday', () => {
    const friday = place()
      .when(enter(at('18:00:00')), at('18:00:05'))
      .when([], at('18:03:00'));
    const monday = friday.when([], after(at('09:00:00'), 3 * 86_400_000));
    assert.equal(ofKind(monday, 'last-entry').length, 1);
    const tuesday = monday.when([], after(at('09:00:00'), 4 * 86_400_000));
    assert.ok(ofKind(tuesday, 'last-entry').length <= 1);
  });
});

/** A place that was first seen at a moment that turned out to be still to come. */
function updatePlaceAt(now: Instant) {
  const none = { complete: true, olderRowsExist: false, subscriptions: HEARS_ALL };
  return updatePlace(newPlace(SHIBUYA), { kind: 'rows-seen', events: [], ...none }, now, KINDS, UTC).state;
}
