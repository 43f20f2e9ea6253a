import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { StoreBusyError } from '../../src/store/errors.ts';
import { eventually } from '../support/eventually.ts';
import { aKeeper, written } from './kept.ts';
import { aDirectory, aDisk, aHolder, NEEDS_DISK, storeError } from './support.ts';

/** More than the test's disk holds. */
const BIG = 'x'.repeat(600_000);

test('a store that works is written at once, and nobody hears of anything', async (t) => {
  const { keeper, file, told } = await aKeeper(t);
  await keeper.save('a', 1);
  await keeper.saveOnDisk('session', 2);
  await keeper.look();
  assert.deepEqual(
    [await keeper.load('a'), await keeper.load('never'), keeper.trouble(), told],
    [1, undefined, undefined, []],
  );
  await keeper.close();
  assert.deepEqual(await written(t, file, ['a', 'session']), [1, 2]);
});

test(
  'a full disk: refused for five seconds, then kept in memory, and written when there is room',
  NEEDS_DISK,
  async (t) => {
    const disk = aDisk(t);
    const { keeper, file, told, logged, now, pass } = await aKeeper(t, disk.folder);
    await keeper.save('a', 1);
    disk.fill();
    const since = now();
    await assert.rejects(keeper.save('a', { text: BIG }), storeError(/a cannot be saved \(database or disk is full\)/));
    pass(4_900);
    await keeper.look();
    await assert.rejects(keeper.save('a', { text: BIG }), storeError(/full/));
    assert.deepEqual([keeper.trouble(), told], [{ why: 'full', since }, []]);

    pass(200);
    await keeper.look();
    assert.deepEqual(told, ['full']);
    await keeper.save('a', { text: BIG });
    await keeper.save('house', 'speaks');
    await assert.rejects(keeper.saveOnDisk('session', BIG), storeError(/full/));
    pass(3_600_000);
    await keeper.look();
    assert.deepEqual([keeper.trouble(), told], [{ why: 'full', since }, ['full']]);

    disk.makeRoom();
    await keeper.save('a', 3);
    await keeper.save('session', 4);
    await keeper.look();
    assert.deepEqual([keeper.trouble(), told], [undefined, ['full', undefined]]);
    assert.match(
      logged.join('\n'),
      /^error: the store fails.*"why":"full".*disk is full.*\ninfo: the store works again/,
    );
    await keeper.close();
    assert.deepEqual(await written(t, file, ['a', 'house', 'session']), [3, 'speaks', 4]);
  },
);

test('a value that a full disk never takes is a trouble, even though smaller ones still fit', NEEDS_DISK, async (t) => {
  const disk = aDisk(t);
  const { keeper, told, pass } = await aKeeper(t, disk.folder);
  await keeper.save('small', 1);
  await assert.rejects(keeper.save('big', BIG), storeError(/full/));
  for (let second = 0; second < 6; second += 1) {
    pass(1_000);
    await keeper.save('small', second);
    await keeper.look();
  }
  assert.deepEqual(told, ['full']);
  await keeper.save('big', BIG);
  await keeper.save('big', 'less');
  await keeper.look();
  assert.deepEqual([told, await keeper.load('big')], [['full', undefined], 'less']);
});

test('one write that failed once is told to its desk alone', async (t) => {
  let failures = 1;
  const { keeper, told, logged, pass } = await aKeeper(t, aDirectory(t), {
    wrap: (store) => ({
      ...store,
      save: async (name, value) => {
        failures -= 1;
        if (failures === 0) throw new Error('a hiccup');
        await store.save(name, value);
      },
    }),
  });
  await assert.rejects(keeper.save('a', 1), /a hiccup/);
  assert.equal(keeper.trouble()?.why, 'other');
  pass(1_000);
  await keeper.look();
  pass(60_000);
  await keeper.save('b', 2);
  await keeper.look();
  assert.deepEqual([keeper.trouble(), told, logged], [undefined, [], []]);
});

test('what was refused before never comes after what its desk writes now', async (t) => {
  const answer = Promise.withResolvers<void>();
  let writes = 0;
  const { keeper } = await aKeeper(t, aDirectory(t), {
    wrap: (store) => ({
      ...store,
      save: async (name, value) => {
        writes += 1;
        if (writes === 1) throw new Error('a hiccup');
        await store.save(name, value);
        if (writes === 2) await answer.promise;
      },
    }),
  });
  await assert.rejects(keeper.save('a', 'old'), /a hiccup/);
  const saved = keeper.save('a', 'new');
  await eventually('the write that has no answer yet', () => writes === 2);
  await keeper.look();
  answer.resolve();
  await saved;
  await keeper.look();
  assert.deepEqual([await keeper.load('a'), keeper.trouble()], ['new', undefined]);
});

test('a file that another program holds: after the wait, alerts go on from memory at once', async (t) => {
  const { keeper, file, told, pass } = await aKeeper(t);
  await keeper.save('a', 1);
  const holder = await aHolder(t, file);
  await keeper.save('a', 2);
  assert.equal(keeper.trouble()?.why, 'locked');
  const before = performance.now();
  for (let count = 3; count < 53; count += 1) await keeper.save('a', count);
  assert.ok(performance.now() - before < 90, 'what is owed anyway is not waited for');
  await assert.rejects(keeper.saveOnDisk('session', 1), StoreBusyError);
  pass(20_000);
  await keeper.look();
  assert.deepEqual(told, ['locked']);
  await holder.letGo();
  await keeper.look();
  assert.deepEqual([told, await keeper.load('a')], [['locked', undefined], 52]);
});

test('whoever hears of a trouble and saves at once, as the house does, does not wait for the disk', async (t) => {
  const spoken = Promise.withResolvers<number>();
  const { keeper, file, pass } = await aKeeper(t, aDirectory(t), {
    onTrouble: async (trouble) => {
      if (trouble === undefined) return;
      const before = performance.now();
      await keeper.save('house', trouble);
      spoken.resolve(performance.now() - before);
    },
  });
  await keeper.save('a', 1);
  const holder = await aHolder(t, file);
  const saved = keeper.save('a', 2);
  pass(5_000);
  await saved;
  const tookMs = await spoken.promise;
  // A write that waits for the holder takes 100 ms and more.
  assert.ok(tookMs < 50, `the house spoke after ${tookMs} ms`);
  await holder.letGo();
});

test('a clock that is put back by an hour does not make the bot wait for an hour', NEEDS_DISK, async (t) => {
  const disk = aDisk(t);
  const { keeper, pass } = await aKeeper(t, disk.folder);
  disk.fill();
  await assert.rejects(keeper.save('a', BIG));
  pass(-3_600_000);
  await keeper.save('a', BIG);
});

test('a file that the system made read-only while it was open is told as such', async (t) => {
  const { keeper, file, pass } = await aKeeper(t);
  await keeper.save('a', 1);
  const files = [file, `${file}-wal`];
  try {
    execFileSync('chattr', ['+i', ...files], { stdio: 'ignore' });
  } catch {
    t.skip('only Linux’s root, on a disk that knows chattr, may make an open file read-only');
    return;
  }
  try {
    await assert.rejects(keeper.save('a', 2));
    pass(5_000);
    await keeper.save('a', 3);
    assert.equal(keeper.trouble()?.why, 'read-only');
  } finally {
    execFileSync('chattr', ['-i', ...files]);
  }
  await keeper.look();
  assert.deepEqual([keeper.trouble(), await keeper.load('a')], [undefined, 3]);
});

test(
  'the end: what is owed is written if it can be, else the log says that it will be missing',
  NEEDS_DISK,
  async (t) => {
    for (const isRoom of [true, false]) {
      const disk = aDisk(t);
      const { keeper, file, logged, pass } = await aKeeper(t, disk.folder);
      await keeper.save('a', 1);
      disk.fill();
      await assert.rejects(keeper.save('a', 'x'.repeat(100_000)));
      pass(5_000);
      await keeper.save('a', 'y'.repeat(100_000));
      if (isRoom) disk.makeRoom();
      await keeper.close();
      await keeper.close();
      const last = logged.filter((one) => one.includes('did not take everything'));
      assert.equal(last.length, isRoom ? 0 : 1, logged.join('\n'));
      if (!isRoom) {
        assert.match(last[0] ?? '', /error:.*"values":1,"why":"full"/);
        disk.makeRoom();
      }
      assert.deepEqual(await written(t, file, ['a']), [isRoom ? 'y'.repeat(100_000) : 1]);
      await assert.rejects(keeper.save('a', 2), storeError(/closed/));
      await assert.rejects(keeper.load('a'), storeError(/closed/));
    }
  },
);

test('a second bot on the same store is refused, and a store in memory needs no looking after', async (t) => {
  const { file } = await aKeeper(t);
  await assert.rejects(aKeeper(t, file.slice(0, file.lastIndexOf('/'))), StoreBusyError);
  const { keeper, told } = await aKeeper(t, aDirectory(t), { url: 'memory:' });
  await keeper.save('a', 1);
  await keeper.look();
  assert.deepEqual([await keeper.load('a'), told, keeper.durable], [1, [], false]);
});
