import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withNames } from '../../src/incident/names-shown.ts';
import { leastShown } from '../../src/incident/subscription.ts';
import { anIncident } from '../slack/messages/given.ts';
import { ALERTS } from '../support/place-spec.ts';
import { at, person } from '../support/rows.ts';

const entries = ['EBISU Mami', '恵比寿 太郎', '김 민수', '👩‍👩‍👧 family'].map((name, index) => ({
  at: at('09:00:00'),
  person: person(String(index), name),
}));
const burst = anIncident({ kind: 'failures', count: 4, firstAt: at('09:00:00'), lastAt: at('09:00:00'), entries });
const shown = (names: 'full' | 'initials' | 'none') => withNames(burst, names).facts.entries.map((one) => one.person);

describe('names in a channel', () => {
  it('are shown in full where nobody wishes otherwise', () => {
    assert.equal(withNames(burst, 'full'), burst);
  });

  it('are initials in any alphabet, without the customer’s own key', () => {
    assert.deepEqual(shown('initials'), [
      { name: 'E. M.' },
      { name: '恵. 太.' },
      { name: '김. 민.' },
      { name: '👩‍👩‍👧. f.' },
    ]);
  });

  it('are nobody’s where none are wished', () => {
    assert.deepEqual(shown('none'), [{}, {}, {}, {}]);
  });

  it('follow the subscription that shows the least', () => {
    const one = { channel: ALERTS, id: 'a', topics: ['failures'] } as const;
    assert.equal(leastShown([]), 'full');
    assert.equal(leastShown([one, { ...one, names: 'none' }, { ...one, names: 'initials' }]), 'none');
  });
});
