import assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { StoreBusyError } from '../../src/store/errors.ts';
import { aDirectory, aHolder, open, storeError } from './support.ts';

/** The longest time that nothing else of the process had a turn, in milliseconds. */
async function longestStandstill(run: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await run();
  await setTimeout(20);
  delay.disable();
  return delay.max / 1e6;
}

const DESKS = Array.from({ length: 50 }, (_, index) => `place/${index}`);

test('fifty desks that save while another program holds the file stop nothing else, and lose nothing', async (t) => {
  const file = `${aDirectory(t)}/store.sqlite`;
  const store = await open(t, { url: `sqlite://${file}` });
  const value = { rows: 'x'.repeat(20_000) };
  const holder = await aHolder(t, file);
  const standstillMs = await longestStandstill(async () => {
    const saves = DESKS.map((name) => store.save(name, value));
    await setTimeout(2_000);
    await holder.letGo();
    await Promise.all(saves);
  });
  assert.ok(standstillMs < 250, `nothing else had a turn for ${standstillMs} ms`);
  assert.deepEqual(await store.load('place/49'), value);
});

test('a file that stays held is told to everybody who waits for it, in time and all at once', async (t) => {
  const file = `${aDirectory(t)}/store.sqlite`;
  const store = await open(t, { url: `sqlite://${file}`, patience: { againAfterMs: 50, giveUpAfterMs: 400 } });
  await store.save('place/0', 1);
  const holder = await aHolder(t, file);
  const before = performance.now();
  const standstillMs = await longestStandstill(async () => {
    for (const saved of await Promise.allSettled(DESKS.map((name) => store.save(name, 2)))) {
      assert.ok(saved.status === 'rejected' && saved.reason instanceof StoreBusyError);
    }
  });
  const tookMs = performance.now() - before;
  assert.ok(standstillMs < 250, `nothing else had a turn for ${standstillMs} ms`);
  // Each of the fifty trying once more by itself would take more than two seconds.
  assert.ok(tookMs >= 400 && tookMs < 1_500, `told after ${tookMs} ms`);
  await assert.rejects(store.save('place/7', 2), storeError(/place\/7 cannot be saved: another program holds/));
  await holder.letGo();
  await store.save('place/7', 3);
  assert.deepEqual([await store.load('place/0'), await store.load('place/7')], [1, 3]);
});

test('many saves at once let everything else have its turn in between', async (t) => {
  const store = await open(t, { url: `sqlite://${aDirectory(t)}/store.sqlite` });
  let isDone = false;
  let turns = 0;
  const count = (): void => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  await Promise.all(DESKS.map((name) => store.save(name, 1)));
  isDone = true;
  assert.ok(turns >= DESKS.length, `${turns} turns for others during ${DESKS.length} saves`);
});
