import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after } from '../../src/door/ids.ts';
import { openZone } from '../../src/door/zone.ts';
import { withAnswer } from '../../src/incident/answers.ts';
import { type ChannelMessage, newChannel, updateChannel } from '../../src/incident/channel.ts';
import type { Failures } from '../../src/incident/door-facts.ts';
import { type Card, channelId } from '../../src/incident/incident.ts';
import { isOwn, SIGHT_HOLDS_MS } from '../../src/incident/sharing.ts';
import { channelValue } from '../../src/store/values.ts';
import { anIncident, entry } from '../slack/messages/given.ts';
import { ALERTS } from '../support/place-spec.ts';
import { at } from '../support/rows.ts';

const T0 = at('09:00:00');
const TOKYO = openZone('Asia/Tokyo');
/** What a channel knows of its readers after it heard this, all at one moment. */
const heard = (...messages: readonly ChannelMessage[]) =>
  messages.reduce((state, message) => updateChannel(state, message, T0, TOKYO).state, newChannel(ALERTS)).sharing;
const SHARED = { kind: 'sharing', isShared: true } as const;
const OWN = { kind: 'sharing', isShared: false } as const;

describe('a channel', () => {
  it('is the company’s own only where Slack said so, and said so within the hour', () => {
    assert.equal(isOwn(heard(), T0), false);
    assert.equal(isOwn(heard(SHARED), T0), false);
    assert.equal(isOwn(heard(OWN), T0), true);
    assert.equal(isOwn(heard(OWN), after(T0, SIGHT_HOLDS_MS - 1)), true);
    assert.equal(isOwn(heard(OWN), after(T0, SIGHT_HOLDS_MS)), false);
    assert.equal(isOwn(heard(OWN), after(T0, -1)), false, 'the clock was put back');
  });

  it('owes its cards a new drawing from when its readers change until they are drawn', () => {
    assert.equal(heard(OWN)?.owesRedraw, undefined, 'nothing was ever told to others');
    assert.equal(heard(OWN, OWN)?.owesRedraw, undefined);
    assert.equal(heard(SHARED)?.owesRedraw, true, 'cards may stand that an older bot drew');
    assert.equal(heard(OWN, SHARED, SHARED)?.owesRedraw, true);
    assert.equal(heard(OWN, SHARED, { kind: 'redrawn' }, SHARED)?.owesRedraw, undefined);
    assert.equal(heard(OWN, SHARED, { kind: 'redrawn' }, OWN)?.owesRedraw, true);
  });

  it('keeps what it knows in the store', () => {
    const state = { ...newChannel(ALERTS), sharing: heard(OWN, SHARED) ?? assert.fail() };
    assert.deepEqual(channelValue.parse(JSON.parse(JSON.stringify(state))), state);
  });
});

describe('a redraw', () => {
  const facts: Failures = { kind: 'failures', count: 4, firstAt: T0, lastAt: T0, entries: [entry('EBISU', T0)] };
  const card: Card = { channel: ALERTS, told: 1, generation: 0, ts: '1.1' };
  /** The revision of a burst whose card stands so, after a redraw of the alerts channel. */
  const revision = (change: Parameters<typeof anIncident>[1] = {}, closedToo = true, who = facts) => {
    const one = anIncident(who, { revision: 1, cards: [card], ...change });
    const message = { kind: 'redraw', channel: ALERTS, closedToo } as const;
    const { incidents, changed } = withAnswer([one], message, T0);
    assert.equal(changed.length, incidents[0] === one ? 0 : 1);
    return incidents[0]?.revision;
  };

  it('brings every card that names somebody to a new revision, also one whose post is under way', () => {
    assert.equal(revision(), 2);
    assert.equal(revision({ cards: [{ channel: ALERTS, told: 0, generation: 0, postingAt: T0 }] }), 2);
    assert.equal(revision({ closedAt: T0 }), 2);
  });

  it('leaves alone what names nobody there, stands nowhere, or is over and need not be told more', () => {
    assert.equal(revision({}, true, { ...facts, entries: [] }), 1);
    assert.equal(revision({ cards: [{ ...card, names: 'none' }] }), 1);
    assert.equal(revision({ cards: [{ ...card, channel: channelId('C0OPS') }] }), 1);
    assert.equal(revision({ cards: [{ channel: ALERTS, told: 1, generation: 0 }] }), 1);
    assert.equal(revision({ closedAt: T0 }, false), 1);
  });
});
