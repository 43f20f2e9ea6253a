import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tendStore } from '../../src/store/tend.ts';
import { eventually } from '../support/eventually.ts';
import { aKeeper, written } from './kept.ts';
import { aHolder } from './support.ts';

test('what was only in memory is on the disk as soon as the store is free, not at the next usual look', async (t) => {
  const { keeper, file } = await aKeeper(t);
  t.after(tendStore({ store: keeper, everyMs: 600_000 }));
  await keeper.save('a', 1);
  const holder = await aHolder(t, file);
  await keeper.save('a', 2);
  await keeper.save('b', 3);
  assert.equal(keeper.trouble()?.why, 'locked');
  await holder.letGo();
  await eventually('the end of the trouble', () => keeper.trouble() === undefined);
  assert.deepEqual(await written(t, file, ['a', 'b']), [2, 3]);
});

test('a store that works is looked at at the usual pace, and whoever waits hears of each look', async (t) => {
  const heard: string[] = [];
  const store = {
    trouble: () => undefined,
    look: async (): Promise<void> => {
      heard.push('look');
    },
  };
  t.after(tendStore({ store, onLooked: () => heard.push('looked'), everyMs: 40, inTroubleEveryMs: 5 }));
  const began = performance.now();
  await eventually('three looks', () => heard.length >= 6);
  assert.deepEqual(heard.slice(0, 4), ['look', 'looked', 'look', 'looked']);
  assert.ok(performance.now() - began >= 3 * 40);
});
