import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { openRooms } from '../../src/rooms.ts';
import { announcing, says } from '../support/announcing.ts';

const rooms = openRooms();
after(() => rooms.close());

describe('a bot whose store forgot', { concurrency: true }, () => {
  it('brings what an earlier run told and forgot up to date, and looks for it once per channel', async () => {
    const { tell, until, texts, toldBefore, callsOf } = await announcing(rooms, { isOlder: { isSevere: false } });
    await toldBefore('a', 'told before');
    tell('a', 3);
    tell('b', 2);
    tell('c', 5);
    await until('all three', (all) => [2, 3, 5].every((count) => all.some(says(count))));
    tell('a', 4);
    await until('news of the first', (all) => all.some(says(4)));
    assert.deepEqual([texts().length, callsOf('conversations.history')], [3, 1]);
  });

  it('does not look for what happened after it was started', async () => {
    const { tell, until, callsOf } = await announcing(rooms);
    tell('a', 1);
    await until('the card', ([text]) => says(1)(text));
    assert.equal(callsOf('conversations.history'), 0);
  });

  it('rings again for what has become severe, and not for what was told as severe, or rang in its thread', async () => {
    const { tell, until, texts, toldBefore } = await announcing(rooms, { isOlder: { isSevere: true } });
    await toldBefore('a', 'told before');
    const thread = await toldBefore('b', 'told before, too');
    await toldBefore('b', 'somebody was let in', { part: 'let-in', thread });
    await toldBefore('c', 'told before as severe', { isSevere: true });
    tell('a', 5);
    tell('b', 6);
    tell('c', 7);
    await until('all three', (all) => [5, 6, 7].every((count) => all.some(says(count))));
    assert.deepEqual(
      texts().filter((text) => text.includes('told before')),
      ['told before'],
    );
  });

  it('posts although the history cannot be read, and asks for it three times at most', async () => {
    const { tell, until, slack, callsOf } = await announcing(rooms, { isOlder: { isSevere: false } });
    slack.faults.set({ method: 'conversations.history', kind: 'http-500' });
    for (let count = 1; count <= 5; count += 1) tell(`incident ${count}`, count);
    await until('all five', (all) => all.length === 5);
    assert.equal(callsOf('conversations.history'), 3);
  });
});
