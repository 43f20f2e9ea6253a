import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Subscription } from '../../../../src/incident/subscription.ts';
import { USUAL_TOPICS } from '../../../../src/incident/topic.ts';
import { readWishWords } from '../../../../src/slack/commands/wishes/read-wish.ts';
import { readLess } from '../../../../src/slack/commands/wishes/unsubscribe.ts';
import { ALERTS } from '../desk.ts';
import { FRONT, PLACES } from './given.ts';

const given = (id: string, more: Partial<Subscription>): Subscription => ({
  channel: ALERTS,
  id,
  topics: USUAL_TOPICS,
  ...more,
});
const SUBSCRIPTIONS = [
  given('usual', {}),
  given('s0001', { topics: ['failures', 'unlocks'], doors: [FRONT] }),
  given('s0002', { topics: ['failures', 'blind'], hours: { from: 1_320, to: 420 } }),
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
    for (const word of ['all', 'ALL', 'all kinds', 'everything', 'すべて', '모두', 'all all']) {
      assert.deepEqual(Object.keys(less(word)).length, 4, word);
    }
  });

  it('no more than what stands beside the word for all', () => {
    assert.deepEqual(less('all unlocks'), { s0001: ['unlocks'] });
    assert.deepEqual(less('all,unlocks'), { s0001: ['unlocks'] });
    assert.deepEqual(less('모두 잠금 해제'), { s0001: ['unlocks'] });
    assert.deepEqual(less('all s0003'), { s0003: ['failures'] });
    assert.deepEqual(less('all door:Front after:1'), { s0003: ['failures'] });
  });

  it('a subscription by its id', () => {
    assert.deepEqual(less('s0001'), { s0001: ['failures', 'unlocks'] });
    assert.deepEqual(less('S0001 s0003'), { s0001: ['failures', 'unlocks'], s0003: ['failures'] });
    assert.deepEqual(less('s0001,s0003'), { s0001: ['failures', 'unlocks'], s0003: ['failures'] });
    assert.deepEqual(less('ｓ０００１'), { s0001: ['failures', 'unlocks'] });
    assert.equal(less('s9999'), 'no-such-subscription: s9999');
  });

  it('a kind, of all that tell it', () => {
    assert.deepEqual(less('unlocks'), { s0001: ['unlocks'] });
    assert.deepEqual(less('失敗'), {
      usual: ['failures'],
      s0001: ['failures'],
      s0002: ['failures'],
      s0003: ['failures'],
    });
    assert.deepEqual(less('let-in-after-failures'), { usual: ['let-in-after-failures'] });
    assert.deepEqual(less('unlocks,blind'), { s0001: ['unlocks'], s0002: ['blind'] });
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
    for (const hours of ['daily', '毎日', '매일', 'days:daily', '0-24', 'hours:0-24', 'mon-sun']) {
      assert.deepEqual(less(hours), { usual: USUAL_TOPICS }, hours);
    }
    assert.deepEqual(less('s0002 daily'), {});
  });

  it('nothing that counts no failures, where a number of them is named', () => {
    const unlocks = given('s0004', { topics: ['unlocks'] });
    const reading = readLess(readWishWords('after:4'), [unlocks], { places: PLACES, asker: 'U1' });
    assert.deepEqual(reading, { ok: true, less: [] });
  });

  it('nothing where a word is unclear', () => {
    assert.equal(less('failures nonsense'), 'unknown-word: nonsense');
    assert.equal(less('all failures nonsense'), 'unknown-word: nonsense');
    assert.equal(less('door:Nowhere'), 'no-such-door: Nowhere');
  });
});
