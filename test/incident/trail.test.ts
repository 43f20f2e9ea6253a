import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instant } from '../../src/door/ids.ts';
import { aPlace, given } from '../support/place-spec.ts';
import { at, authenticated, authFailed, EBISU, relayOff, relayOn } from '../support/rows.ts';

const minute = (index: number) => instant(at('09:00:00') + index * 30_000);

describe('a door that is busy for a whole day', () => {
  it('keeps a burst of failures one burst, counted exactly, however many are let in between', () => {
    let spec = given(aPlace());
    const rounds = 700;
    for (let index = 0; index < rounds; index += 1) {
      const then = minute(index);
      const passing = [
        authFailed(then),
        authenticated(EBISU, instant(then + 4_000)),
        relayOn(instant(then + 4_050)),
        relayOff(instant(then + 7_000)),
      ];
      spec = spec.when(passing, instant(then + 8_000));
    }
    const bursts = spec.state.incidents.filter((one) => one.facts.kind === 'failures');
    assert.deepEqual(
      bursts.map(({ facts }) => facts.kind === 'failures' && [facts.count, facts.firstAt]),
      [[rounds, minute(0)]],
    );
    const nobody = spec.state.incidents.filter((one) => one.facts.kind === 'unlocks' && one.facts.withoutPerson > 0);
    assert.deepEqual(nobody, [], 'no relay loses the authentication it answered');
  });

  it('keeps who was let in during a burst, though thousands of rows came after', () => {
    const then = at('09:00:00');
    const entry = instant(then + 4_000);
    let spec = given(aPlace()).when(
      [authFailed(then), authenticated(EBISU, entry), relayOn(instant(then + 4_050))],
      entry,
    );
    for (let index = 1; index < 10; index += 1) {
      const later = instant(then + index * 30_000);
      const crowd = Array.from({ length: 300 }, (_, one) => relayOff(instant(later + one)));
      spec = spec.when([authFailed(later), ...crowd], instant(later + 1_000));
    }
    spec.thenState((state) => {
      assert.ok(
        state.doors[0]?.trail.every((row) => row.event.at !== entry),
        'its row is forgotten',
      );
      const burst = state.incidents.find((one) => one.facts.kind === 'failures');
      assert.deepEqual(burst?.facts.kind === 'failures' && burst.facts.entries, [{ at: entry, person: EBISU }]);
    });
  });

  it('knows since when it is unlocked, however often the relay goes on again', () => {
    let spec = given(aPlace());
    for (let index = 0; index < 1_500; index += 1) {
      const then = minute(index);
      spec = spec.when([authenticated(EBISU, then), relayOn(instant(then + 50))], instant(then + 1_000));
    }
    spec.thenIncidents({ kind: 'unlocks', since: instant(minute(0) + 50) });
  });
});
