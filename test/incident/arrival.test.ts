import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { candidateOf } from '../../src/incident/gathering.ts';
import { aPlace, given } from '../support/place-spec.ts';
import { at, authenticated, authFailed, EBISU, relayOn } from '../support/rows.ts';

const failures = [1, 2, 3, 4].map((second) => authFailed(at(`09:00:0${second}`)));

describe('when the bot saw what', () => {
  it('is known of the newest row, but not of one that was there before the bot', () => {
    const [first, second] = failures;
    assert.ok(first !== undefined && second !== undefined);
    const watched = given(aPlace([first], at('09:00:01')));
    watched.thenState((state) => assert.equal(state.newestSeenAt, undefined));
    watched
      .when([second], at('09:00:05'))
      .thenState((state) => assert.equal(state.newestSeenAt, at('09:00:05')))
      .when([authFailed(at('08:59:00'))], at('09:01:00'))
      .thenState((state) => assert.equal(state.newestSeenAt, at('09:00:05'), 'a late row is not the newest'));
  });

  it('goes with the news that rings twice, and with what a message of many tells', () => {
    const { state } = given(aPlace())
      .when(failures, at('09:00:05'))
      .when([authenticated(EBISU, at('09:00:10')), relayOn(at('09:00:10'))], at('09:03:00'));
    const burst = state.incidents.find((one) => one.facts.kind === 'failures');
    assert.ok(burst !== undefined);
    assert.partialDeepStrictEqual(burst.notes, [{ part: 'let-in', seenAt: at('09:03:00') }]);
    const [card] = burst.cards;
    assert.ok(card !== undefined);
    const candidate = candidateOf('place/178', burst, card, at('09:03:00'));
    assert.partialDeepStrictEqual(candidate?.row, { openedAt: at('09:00:05'), seenAfterMs: 1_000 });
  });
});
