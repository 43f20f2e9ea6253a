import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { doorId, placeId } from '../../src/door/ids.ts';
import { openZone } from '../../src/door/zone.ts';
import type { Failures } from '../../src/incident/door-facts.ts';
import { channelId, type Incident, incidentId } from '../../src/incident/incident.ts';
import { channelsFor, hears, type Subscription, withSubscribers } from '../../src/incident/subscription.ts';
import { USUAL_TOPICS } from '../../src/incident/topic.ts';
import { ALERTS } from '../support/place-spec.ts';
import { at, EBISU, JACK, SHIBUYA } from '../support/rows.ts';

const TOKYO = openZone('Asia/Tokyo');
const usual: Subscription = { channel: ALERTS, id: 'usual', topics: USUAL_TOPICS };

const burst = (count: number, who = [] as readonly (typeof EBISU)[], last = at('09:00:00')): Incident<Failures> => ({
  id: incidentId('failures/178/181/1'),
  facts: {
    kind: 'failures',
    count,
    firstAt: last,
    lastAt: last,
    entries: who.map((person) => ({ at: last, person })),
  },
  place: SHIBUYA,
  door: doorId('181'),
  revision: 1,
  lastReason: 'opened',
  openedAt: last,
  seenAfterMs: 0,
  seenAt: last,
  cards: [],
});
const listens = (change: Partial<Subscription>, incident: Incident): boolean =>
  hears({ ...usual, ...change }, incident, TOKYO);

describe('a subscription', () => {
  it('hears failures from four on, unless it says otherwise', () => {
    assert.ok(!listens({}, burst(3)));
    assert.ok(listens({}, burst(4)));
    assert.ok(listens({ after: 1 }, burst(1)));
    assert.ok(!listens({ after: 10 }, burst(9)));
  });

  it('hears of somebody let in after a single failure', () => {
    assert.ok(listens({}, burst(1, [JACK])));
    assert.ok(!listens({ topics: ['failures'] }, burst(1, [JACK])));
  });

  it('hears its doors, places and people alone', () => {
    const front = { place: SHIBUYA, door: doorId('181') };
    const back = { place: SHIBUYA, door: doorId('182') };
    const elsewhere = { place: placeId('179'), door: doorId('181') };
    assert.ok(listens({ doors: [back, front] }, burst(4)));
    assert.ok(!listens({ doors: [back] }, burst(4)));
    assert.ok(!listens({ doors: [elsewhere] }, burst(4)), 'a door of that id at another place');
    assert.ok(!listens({ places: [placeId('179')] }, burst(4)));
    assert.ok(listens({ people: [JACK.id ?? assert.fail()] }, burst(4, [EBISU, JACK])));
    assert.ok(!listens({ people: [JACK.id ?? assert.fail()] }, burst(4, [EBISU])));
  });

  it('leaves out doors and people, and tells of somebody unknown all the same', () => {
    const front = { place: SHIBUYA, door: doorId('181') };
    assert.ok(!listens({ notDoors: [front] }, burst(4)));
    assert.ok(!listens({ notPeople: [JACK.id ?? assert.fail()] }, burst(4, [JACK])));
    assert.ok(listens({ notPeople: [JACK.id ?? assert.fail()] }, burst(4, [JACK, EBISU])));
    assert.ok(listens({ notPeople: [JACK.id ?? assert.fail()] }, burst(4)));
  });

  it('hears in its hours, by the clock of the place', () => {
    const night = { hours: { from: 22 * 60, to: 7 * 60 } };
    assert.ok(!listens(night, burst(4, [], at('09:00:00'))), '18:00 in Tokyo');
    assert.ok(listens(night, burst(4, [], at('13:00:00'))), '22:00 in Tokyo');
  });

  it('hears what the bot is blind to at any hour', () => {
    const away: Incident = { ...burst(1), facts: { kind: 'slack-away', since: at('09:00:00') } };
    assert.ok(listens({ topics: ['blind'], hours: { from: 0, to: 1 }, places: [placeId('1')] }, away));
    assert.deepEqual(channelsFor('blind', [usual, { ...usual, channel: channelId('C0OPS'), topics: ['blind'] }]), [
      'C0OPS',
    ]);
  });
});

describe('an incident’s cards', () => {
  it('are one per channel, however many of its subscriptions want it', () => {
    const twice = [usual, { ...usual, id: 'b', after: 1, names: 'initials', notify: ['U0HANA'] } as const];
    const { cards } = withSubscribers(burst(4), twice, TOKYO);
    assert.deepEqual(cards, [{ channel: ALERTS, told: 0, generation: 0, names: 'initials', notify: ['U0HANA'] }]);
  });

  it('come when it has become what the channel wants to hear, and stay', () => {
    const quiet = withSubscribers(burst(3), [usual], TOKYO);
    assert.deepEqual(quiet.cards, []);
    const loud = withSubscribers({ ...quiet, facts: burst(4).facts }, [usual], TOKYO);
    assert.equal(loud.cards.length, 1);
    assert.equal(withSubscribers(loud, [], TOKYO).cards.length, 1);
  });

  it('are none where another incident took it in', () => {
    const merged = { ...burst(4), mergedInto: incidentId('failures/178/181/0') };
    assert.deepEqual(withSubscribers(merged, [usual], TOKYO).cards, []);
  });
});
