import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after, type Instant } from '../../src/door/ids.ts';
import { type ChannelMessage, gatheringsOf, newChannel, updateChannel } from '../../src/incident/channel.ts';
import type { Failures } from '../../src/incident/door-facts.ts';
import { isGivenUp, namesWished, unsaid } from '../../src/incident/given-up.ts';
import type { Subscription } from '../../src/incident/subscription.ts';
import { channelValue } from '../../src/store/values.ts';
import { anIncident } from '../slack/messages/given.ts';
import { burstsAt } from '../support/candidates.ts';
import { ALERTS, UTC } from '../support/place-spec.ts';
import { at } from '../support/rows.ts';

const T0 = at('09:00:00');
const LATER = after(T0, 60_000);
const FAILURES: Subscription = { channel: ALERTS, id: 'a', topics: ['failures'], after: 1 };
const UNLOCKS: Subscription = { channel: ALERTS, id: 'b', topics: ['unlocks'] };
const subscribe = (subscription: Subscription): ChannelMessage => ({ kind: 'subscribe', subscription });
const NOTHING: ChannelMessage = { kind: 'unsubscribe' };

/** A channel after it heard this. */
const heard = (...messages: readonly ChannelMessage[]) => heardAt(newChannel(ALERTS), T0, ...messages);
const heardAt = (channel: ReturnType<typeof newChannel>, now: Instant, ...messages: readonly ChannelMessage[]) =>
  messages.reduce((state, message) => updateChannel(state, message, now, UTC).state, channel);

const facts: Failures = { kind: 'failures', count: 3, firstAt: T0, lastAt: T0, entries: [] };
const burst = anIncident(facts, { openedAt: T0 });
const isGone = (channel: ReturnType<typeof newChannel>, incident = burst): boolean =>
  isGivenUp(incident, channel, channel.subscriptions, UTC);

describe('a first message that waits', () => {
  it('is wanted while a subscription is there that hears it', () => {
    assert.equal(isGone(heard(subscribe(FAILURES))), false);
    assert.equal(isGone(heard(subscribe(FAILURES), subscribe(UNLOCKS), { kind: 'unsubscribe', ids: ['b'] })), false);
  });

  it('is wanted no more when the one that heard it is gone, or was changed', () => {
    assert.ok(isGone(heard(subscribe(FAILURES), NOTHING)));
    assert.ok(isGone(heard(subscribe(FAILURES), subscribe(UNLOCKS), { kind: 'unsubscribe', ids: ['a'] })));
    assert.ok(isGone(heard(subscribe(FAILURES), subscribe({ ...UNLOCKS, id: 'a' }))));
    assert.equal(isGone(heard(subscribe(FAILURES), NOTHING, subscribe(FAILURES))), false);
  });

  it('is still wanted where hours ended since, or where it began after what is gone', () => {
    const night = { ...FAILURES, id: 'n', hours: { from: 22 * 60, to: 7 * 60 } };
    assert.equal(isGone(heard(subscribe(night), subscribe(UNLOCKS), { kind: 'unsubscribe', ids: ['b'] })), false);
    const others = heard(subscribe(FAILURES), subscribe(UNLOCKS), { kind: 'unsubscribe', ids: ['a'] });
    assert.equal(isGone(others, anIncident(facts, { openedAt: LATER })), false);
  });

  it('is forgotten after a day, by the next change, and is in the store until then', () => {
    const gone = heard(subscribe(FAILURES), subscribe(UNLOCKS), { kind: 'unsubscribe', ids: ['a'] });
    assert.deepEqual(channelValue.parse(JSON.parse(JSON.stringify(gone))), gone);
    const next = heardAt(gone, after(T0, 86_400_000), NOTHING);
    assert.deepEqual(
      next.givenUp?.map((one) => one.subscription.id),
      ['b'],
    );
  });
});

describe('a message of many that nobody has read', () => {
  const waiting = burstsAt(2);
  const look: ChannelMessage = { kind: 'crowd', waiting, members: [], isCrowded: false };
  const quiet = heard(subscribe(FAILURES), { kind: 'quiet', hours: { from: 0, to: 600 } }, look);

  it('leaves out what the channel wants no more, and ends where nothing is left', () => {
    const [first, second] = waiting.map((one) => one.row);
    assert.ok(first && second);
    const one = heardAt(quiet, LATER, { kind: 'given-up', rows: [first] });
    assert.deepEqual(
      unsaid(one).map(({ facts: { rows } }) => rows.length),
      [1],
    );
    const none = heardAt(one, LATER, { kind: 'given-up', rows: [second] });
    assert.deepEqual(unsaid(none), []);
    const [ended] = gatheringsOf(none);
    assert.equal(ended?.closedAt, LATER);
    assert.equal(ended?.cards[0]?.told, ended?.revision, 'nothing is posted');
  });

  it('is kept as it is once it stands', () => {
    const [gathering] = gatheringsOf(quiet);
    assert.ok(gathering);
    const posted = { kind: 'posted', ts: '1.1', revision: gathering.revision } as const;
    const told = heardAt(quiet, T0, { kind: 'card', incident: gathering.id, channel: ALERTS, outcome: posted });
    assert.equal(heardAt(told, LATER, { kind: 'given-up', rows: waiting.map((one) => one.row) }), told);
  });

  it('of a mute ends with it, unsaid, where the channel wants nothing any more', () => {
    const mute = { id: 'm', topic: 'failures', severity: 'severe', since: T0, until: LATER, by: 'U0HANA' } as const;
    const muted = heard(subscribe(FAILURES), { kind: 'mute', mute }, look, NOTHING);
    const rows = waiting.map((one) => one.row);
    const during = heardAt(muted, T0, { kind: 'given-up', rows });
    assert.deepEqual(
      unsaid(during).map(({ facts: { rows: left } }) => left.length),
      [0],
    );
    assert.deepEqual(unsaid(heardAt(during, LATER, { kind: 'given-up', rows: [] })), []);
    const again = heardAt(during, T0, subscribe(FAILURES));
    assert.equal(unsaid(heardAt(again, LATER, { kind: 'given-up', rows: [] })).length, 1, 'it is confessed');
  });
});

describe('how people are named', () => {
  const hidden = { ...FAILURES, names: 'none' } as const;
  const look: ChannelMessage = { kind: 'crowd', waiting: burstsAt(12), members: [], isCrowded: true };
  const ofCard = (channel: ReturnType<typeof newChannel>) => gatheringsOf(channel)[0]?.cards[0]?.names;

  it('stays as it was wished where the channel gave everything up', () => {
    assert.equal(namesWished(heard(subscribe(hidden), NOTHING)), 'none');
    assert.equal(namesWished(heard(subscribe(hidden), NOTHING, subscribe(FAILURES))), 'full');
    assert.equal(namesWished(heard(subscribe(FAILURES), NOTHING)), 'full');
  });

  it('in a message of many is what showed the least while it was open', () => {
    assert.equal(ofCard(heard(subscribe(FAILURES), look)), undefined);
    assert.equal(ofCard(heard(subscribe(hidden), look)), 'none');
    assert.equal(ofCard(heard(subscribe(FAILURES), look, subscribe(hidden), look)), 'none');
    assert.equal(ofCard(heard(subscribe(hidden), look, subscribe(FAILURES), look)), 'none');
  });
});
