import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after } from '../../src/door/ids.ts';
import { severityOf } from '../../src/incident/severity.ts';
import { aPlace, given } from '../support/place-spec.ts';
import { at, authenticated, authFailed, EBISU, relayOn } from '../support/rows.ts';

const START = at('09:00:00');
const failures = (count: number) =>
  Array.from({ length: count }, (_, index) => authFailed(after(START, index * 1_000)));
const entry = [authenticated(EBISU, at('09:00:20')), relayOn(at('09:00:20.050'))];

describe('somebody who is let in after failures', () => {
  it('rings once more from four failures on, since the card is only edited', () => {
    given(aPlace())
      .when(failures(4), at('09:00:10'))
      .when(entry, at('09:00:25'))
      .thenState((state) => {
        const burst = state.incidents.find((one) => one.facts.kind === 'failures');
        assert.partialDeepStrictEqual(burst?.notes, [{ part: 'let-in', revision: 2 }]);
        assert.equal(burst && severityOf(burst.facts), 'severe');
      });
  });

  it('rings once, however many follow', () => {
    given(aPlace())
      .when(failures(14), at('09:00:15'))
      .when(entry, at('09:00:25'))
      .when([authenticated(EBISU, at('09:00:40')), relayOn(at('09:00:40.050'))], at('09:00:45'))
      .thenState((state) => {
        const burst = state.incidents.find((one) => one.facts.kind === 'failures');
        assert.equal(burst?.notes?.length, 1);
        assert.equal(burst?.facts.kind === 'failures' && burst.facts.entries.length, 2);
      });
  });

  it('is a face that was misread below four failures', () => {
    given(aPlace())
      .when(failures(3), at('09:00:10'))
      .when(entry, at('09:00:25'))
      .thenState((state) => assert.ok(state.incidents.every((one) => one.notes === undefined)));
  });

  it('needs no second ring where the first message tells it', () => {
    given(aPlace())
      .when([...failures(14), ...entry], at('09:00:25'))
      .thenState((state) => assert.ok(state.incidents.every((one) => one.notes === undefined)));
  });
});
