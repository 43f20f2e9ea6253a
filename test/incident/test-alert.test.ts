import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after } from '../../src/door/ids.ts';
import { candidateOf } from '../../src/incident/gathering.ts';
import { NEW_HOUSE, updateHouse } from '../../src/incident/house.ts';
import { channelId, incidentId } from '../../src/incident/incident.ts';
import { topicsOf } from '../../src/incident/topic.ts';
import { at } from '../support/rows.ts';

const channel = channelId('C0GENERAL');
const id = incidentId('test/C0GENERAL/1');
const asked = updateHouse(NEW_HOUSE, { kind: 'test-alert', id, by: 'U1', channel }, at('09:00:00'));

describe('the incident of a test alert', () => {
  it('is told in the channel it was asked for in, and in no other', () => {
    assert.deepEqual(
      asked.effects.filter((effect) => effect.kind === 'tell'),
      [{ kind: 'tell', incident: id, channel }],
    );
    const [incident] = asked.state.incidents;
    assert.deepEqual(incident && topicsOf(incident.facts), []);
  });

  it('is never gathered with others', () => {
    const [incident] = asked.state.incidents;
    const [card] = incident?.cards ?? [];
    assert.ok(incident !== undefined && card !== undefined);
    assert.equal(candidateOf('house', incident, card, at('09:10:00')), undefined);
  });

  it('is forgotten after a day, and at once when it is withdrawn', () => {
    const again = { kind: 'test-alert', id: incidentId('test/C0GENERAL/2'), by: 'U1', channel } as const;
    const idsAt = (hours: number) =>
      updateHouse(asked.state, again, after(at('09:00:00'), hours * 3_600_000)).state.incidents.map((one) => one.id);
    assert.deepEqual(idsAt(23), [id, again.id]);
    assert.deepEqual(idsAt(24), [again.id]);
    const withdrawn = updateHouse(asked.state, { kind: 'test-withdrawn', id }, at('09:00:01'));
    assert.deepEqual(withdrawn.state.incidents, []);
    assert.deepEqual(updateHouse(withdrawn.state, { kind: 'test-withdrawn', id }, at('09:00:02')).effects, []);
  });
});
