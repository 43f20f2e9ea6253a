import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Subscription } from '../../../../src/incident/subscription.ts';
import { TOPICS, USUAL_TOPICS } from '../../../../src/incident/topic.ts';
import { readWishWords } from '../../../../src/slack/commands/wishes/read-wish.ts';
import { readLess } from '../../../../src/slack/commands/wishes/unsubscribe.ts';
import { ALERTS, aDesk, clue } from '../desk.ts';
import { FRONT, PLACES } from './reading.ts';

const given = (id: string, more: Partial<Subscription>): Subscription => ({
  channel: ALERTS,
  id,
  topics: USUAL_TOPICS,
  ...more,
});
const SUBSCRIPTIONS = [
  given('usual', {}),
  given('s0001', { topics: ['failures', 'unlocks'], doors: [FRONT] }),
  given('s0002', { topics: ['failures', 'entries'], hours: { from: 1_320, to: 420 } }),
  given('s0003', { topics: ['failures'], doors: [FRONT], after: 1 }),
];

/** What goes, by id; what is unclear, as one line. */
function less(text: string): Readonly<Record<string, readonly string[]>> | string {
  const reading = readLess(readWishWords(text), SUBSCRIPTIONS, { places: PLACES, asker: 'U1' });
  if (!reading.ok) return `${reading.unclear.kind}: ${reading.unclear.word}`;
  return Object.fromEntries(reading.less.map(({ subscription, topics }) => [subscription.id, topics]));
}

describe('less is', () => {
  it('everything, by one word', () => {
    for (const word of ['all', 'すべて', '모두']) assert.deepEqual(Object.keys(less(word)).length, 4, word);
  });

  it('a subscription by its id', () => {
    assert.deepEqual(less('s0001'), { s0001: ['failures', 'unlocks'] });
    assert.deepEqual(less('S0001 s0003'), { s0001: ['failures', 'unlocks'], s0003: ['failures'] });
    assert.equal(less('s9999'), 'no-such-subscription: s9999');
  });

  it('a kind, of all that tell it', () => {
    const others = USUAL_TOPICS.filter((topic) => topic !== 'failures');
    assert.deepEqual(less('unlocks'), { s0001: ['unlocks'] });
    assert.deepEqual(less('失敗'), {
      usual: ['failures'],
      s0001: ['failures'],
      s0002: ['failures'],
      s0003: ['failures'],
    });
    assert.deepEqual(less('let-in-after-failures walk-around third-party nobody left-open'), { usual: others });
    assert.deepEqual(less('blind'), {});
  });

  it('kinds beside an id of that subscription alone', () => {
    assert.deepEqual(less('s0001 failures'), { s0001: ['failures'] });
    assert.deepEqual(less('unlocks s0001'), { s0001: ['unlocks'] });
  });

  it('what has the same filters', () => {
    assert.deepEqual(less('door:Front'), { s0001: ['failures', 'unlocks'], s0003: ['failures'] });
    assert.deepEqual(less('failures 22:00-07:00'), { s0002: ['failures'] });
    assert.deepEqual(less('failures door:Front after:1'), { s0003: ['failures'] });
    assert.deepEqual(less('failures door:Front after:9'), {});
    assert.deepEqual(less('failures 9-18'), {});
  });

  it('never what has hours, where all hours are named', () => {
    assert.deepEqual(less('failures daily'), { usual: ['failures'] });
    assert.deepEqual(less('daily'), { usual: USUAL_TOPICS });
    assert.deepEqual(less('0-24'), { usual: USUAL_TOPICS });
  });

  it('nothing where a word is unclear', () => {
    assert.equal(less('failures nonsense'), 'unknown-word: nonsense');
    assert.equal(less('all failures nonsense'), 'unknown-word: nonsense');
    assert.equal(less('door:Nowhere'), 'no-such-door: Nowhere');
  });
});

describe('/clue unsubscribe', () => {
  it('leaves the other kinds of a subscription, and forgets a number of failures with them', async () => {
    const desk = aDesk({ subscriptions: [given('s0001', { topics: ['failures', 'unlocks'], after: 2 })] });
    const answer = await clue('unsubscribe failures', { channels: { desk } });
    assert.match(answer.text, /does not hear any more: Failures from 2 on\./);
    assert.deepEqual(desk.state().subscriptions, [given('s0001', { topics: ['unlocks'] })]);
  });

  it('says so where there was nothing of that, and changes nothing', async () => {
    const desk = aDesk({ subscriptions: [given('s0001', { topics: ['unlocks'] })] });
    const said: string[] = [];
    const channels = { desk, say: ({ text }: { readonly text: string }) => void said.push(text) };
    assert.match((await clue('unsubscribe failures', { channels })).text, /nothing was removed/);
    assert.equal(desk.state().subscriptions.length, 1);
    assert.deepEqual(said, []);
  });

  it('of everything leaves a channel that hears nothing', async () => {
    const desk = aDesk({ subscriptions: [given('s0001', { topics: TOPICS }), given('s0002', {})] });
    await clue('unsubscribe all', { channels: { desk } });
    assert.deepEqual(desk.state().subscriptions, []);
    assert.match((await clue('subscriptions', { channels: { desk } })).text, /hears nothing/);
  });
});
