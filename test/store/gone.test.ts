import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { cpSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { StoreBusyError } from '../../src/store/errors.ts';
import { lockStore } from '../../src/store/lock.ts';
import { aKeeper, written } from './kept.ts';
import { aDirectory, aDisk, NEEDS_DISK, open, storeError, tamper } from './support.ts';

const KEY = randomBytes(32);
const losses: readonly (readonly [string, (folder: string) => void])[] = [
  ['the file', (folder) => rmSync(`${folder}/store.sqlite`)],
  ['the log beside it', (folder) => rmSync(`${folder}/store.sqlite-wal`)],
  ['the lock file', (folder) => rmSync(`${folder}/store.sqlite.lock`)],
  [
    'the file with all that belongs to it',
    (folder) => {
      for (const end of ['', '-wal', '-shm', '.lock']) rmSync(`${folder}/store.sqlite${end}`);
    },
  ],
  ['the whole folder', (folder) => rmSync(folder, { recursive: true })],
  ['the folder, moved away', (folder) => renameSync(folder, `${folder}-away`)],
  [
    'the file, with an older copy put in its place',
    (folder) => {
      cpSync(`${folder}/store.sqlite`, `${folder}/copy`);
      rmSync(`${folder}/store.sqlite`);
      renameSync(`${folder}/copy`, `${folder}/store.sqlite`);
    },
  ],
];
for (const key of [undefined, KEY]) {
  for (const [what, lose] of losses) {
    test(`${what} gone under the bot${key ? ', encrypted' : ''}: written again at the next look, and said`, async (t) => {
      const folder = `${aDirectory(t)}/data`;
      const url = `sqlite://${folder}/store.sqlite`;
      const before = await open(t, { url, ...(key && { key }) });
      await before.save('place/1', 'loaded');
      await before.close();
      const { keeper, file, told } = await aKeeper(t, folder, key && { key });
      await keeper.load('place/1');
      await keeper.save('place/2', 'saved');
      await keeper.saveOnDisk('session', 'noted');
      await keeper.look();
      lose(folder);
      // Into a file without a name, as far as SQLite can tell.
      const [look, save] = [keeper.look(), keeper.save('place/3', 'meanwhile')];
      await Promise.all([look, save]);
      await keeper.look();
      assert.deepEqual([told, keeper.trouble()], [['gone', undefined], undefined]);
      await assert.rejects(lockStore(url), StoreBusyError);
      assert.equal(statSync(file).mode & 0o077, 0);
      await keeper.save('place/2', 'saved again');
      await keeper.close();
      assert.deepEqual(await written(t, file, ['place/1', 'place/2', 'place/3', 'session', 'format'], key), [
        'loaded',
        'saved again',
        'meanwhile',
        'noted',
        { number: 2, since: '0.2.0' },
      ]);
    });
  }
}

test('a save at every moment of a lost file reaches the new one', async (t) => {
  const { keeper, file } = await aKeeper(t);
  const saves: Promise<void>[] = [];
  for (let round = 0; round < 20; round += 1) {
    saves.push(keeper.save(`place/${round}`, round), keeper.saveOnDisk(`session/${round}`, round));
    if (round % 5 === 2) rmSync(file, { force: true });
    if (round % 2 === 0) void keeper.look();
    await setImmediate();
  }
  await Promise.all(saves);
  await keeper.look();
  await keeper.close();
  const names = Array.from({ length: 20 }, (_, round) => [`place/${round}`, `session/${round}`]).flat();
  assert.deepEqual(await written(t, file, names), Array.from({ length: 20 }, (_, round) => [round, round]).flat());
});

test(
  'a disk that is taken away and comes back read-only: from memory, until it may be written',
  NEEDS_DISK,
  async (t) => {
    const disk = aDisk(t);
    const { keeper, file, told, pass } = await aKeeper(t, disk.folder);
    await keeper.save('a', 1);
    disk.replaceReadOnly();
    await keeper.look();
    pass(6_000);
    await keeper.save('a', 2);
    await keeper.save('b', 3);
    await assert.rejects(keeper.saveOnDisk('session', 1), storeError(/read-only/));
    await keeper.look();
    assert.deepEqual(told, ['gone', 'read-only']);
    disk.makeWritable();
    await keeper.look();
    assert.deepEqual(told, ['gone', 'read-only', undefined]);
    await keeper.close();
    assert.deepEqual(await written(t, file, ['a', 'b']), [2, 3]);
  },
);

test('a file in the lost one’s place that a newer bot wrote, or that is no store, is not touched', async (t) => {
  for (const make of [
    async (file: string) => {
      const newer = await open(t, { url: `sqlite://${file}` });
      await newer.close();
      tamper(file, "UPDATE keyv SET value = replace(value, '2', '3') WHERE key = 'format'");
    },
    async (file: string) => writeFileSync(file, 'EBISU '.repeat(2_000)),
  ]) {
    const { keeper, file, told, logged, pass } = await aKeeper(t);
    await keeper.save('a', 1);
    for (const end of ['', '-wal', '-shm']) rmSync(file + end);
    await make(file);
    const before = statSync(file);
    await keeper.look();
    await keeper.save('a', 2);
    pass(6_000);
    await keeper.look();
    assert.deepEqual([told, keeper.trouble()?.why], [['gone'], 'gone']);
    assert.deepEqual([statSync(file).ino, statSync(file).size], [before.ino, before.size]);
    rmSync(file);
    await keeper.look();
    assert.equal(await keeper.load('a'), 2);
    assert.match(logged.join('\n'), /cannot be made anew.*(newer|not a database)/);
  }
});

test('a lock file that was lost and taken by another bot stops the writing, not the alerts', async (t) => {
  const { keeper, file, told } = await aKeeper(t);
  await keeper.save('a', 1);
  rmSync(`${file}.lock`);
  const other = await lockStore(`sqlite://${file}`);
  await keeper.look();
  await keeper.save('a', 2);
  assert.equal(keeper.trouble()?.why, 'locked');
  assert.deepEqual(await written(t, file, ['a']), [1]);
  other.release();
  await keeper.look();
  assert.deepEqual([told, await keeper.load('a')], [['gone', undefined], 2]);
});

test('a write that came through too late, into the lost file, is made again in the new one', async (t) => {
  const late = Promise.withResolvers<void>();
  let opened = 0;
  const { keeper, file } = await aKeeper(t, aDirectory(t), {
    wrap: (store) => {
      opened += 1;
      return opened > 1 ? store : { ...store, save: () => late.promise };
    },
  });
  const saves = [keeper.save('a', 1), keeper.saveOnDisk('session', 2)];
  await setImmediate();
  rmSync(file);
  await keeper.look();
  late.resolve();
  await Promise.all(saves);
  assert.deepEqual([await keeper.load('a'), await keeper.load('session')], [1, 2]);
});
