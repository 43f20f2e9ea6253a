import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { type Instant, instant } from '../../src/door/ids.ts';
import type { StoreTrouble } from '../../src/store/alarm.ts';
import { StoreBusyError } from '../../src/store/errors.ts';
import { type Keeper, type KeeperOptions, openKeeper } from '../../src/store/keeper.ts';
import { lockStore } from '../../src/store/lock.ts';
import { aDirectory, aDisk, aHolder, NEEDS_DISK, open, storeError, tamper } from './support.ts';

const BEGIN = 1_780_000_000_000;
const BIG = 'x'.repeat(600_000);

type Kept = {
  readonly keeper: Keeper;
  readonly file: string;
  /** What whoever runs the bot would be told, in order: a cause, or that it is over. */
  readonly told: (string | undefined)[];
  readonly logged: string[];
  readonly pass: (ms: number) => void;
  readonly now: () => Instant;
};

/** A kept store in a folder, with a clock of its own and little patience. */
async function aKeeper(t: TestContext, folder = aDirectory(t), more: Partial<KeeperOptions> = {}): Promise<Kept> {
  const file = `${folder}/store.sqlite`;
  let at = BEGIN;
  const told: (string | undefined)[] = [];
  const logged: string[] = [];
  const line =
    (level: string) =>
    (message: string, fields?: object): void => {
      logged.push(`${level}: ${message} ${JSON.stringify(fields ?? {})}`);
    };
  const now = (): Instant => instant(at);
  const keeper = await openKeeper({
    url: `sqlite://${file}`,
    now,
    log: { info: line('info'), error: line('error') },
    onTrouble: (trouble: StoreTrouble | undefined) => told.push(trouble?.why),
    patience: { againAfterMs: 20, giveUpAfterMs: 100 },
    ...more,
  });
  t.after(async () => {
    await keeper.close();
    // It writes its file anew where it finds it gone.
    rmSync(folder, { recursive: true, force: true });
  });
  return { keeper, file, told, logged, now, pass: (ms) => (at += ms) };
}

/** What the next start would find. */
async function onDisk(
  t: TestContext,
  file: string,
  names: readonly string[],
  key?: Buffer,
): Promise<readonly unknown[]> {
  const store = await open(t, { url: `sqlite://${file}`, ...(key && { key }) });
  const values = await Promise.all(names.map(store.load));
  await store.close();
  return values;
}

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
  assert.deepEqual(await onDisk(t, file, ['a', 'session']), [1, 2]);
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
    assert.deepEqual(await onDisk(t, file, ['a', 'house', 'session']), [3, 'speaks', 4]);
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

test('a clock that is put back by an hour does not make the bot wait for an hour', NEEDS_DISK, async (t) => {
  const disk = aDisk(t);
  const { keeper, pass } = await aKeeper(t, disk.folder);
  disk.fill();
  await assert.rejects(keeper.save('a', BIG));
  pass(-3_600_000);
  await keeper.save('a', BIG);
});

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
      const { keeper, file, told, now } = await aKeeper(t, folder, key && { key });
      const since = now();
      const troubles: unknown[] = [];
      await keeper.load('place/1');
      await keeper.save('place/2', 'saved');
      await keeper.saveOnDisk('session', 'noted');
      await keeper.look();
      lose(folder);
      // Into a file without a name, as far as SQLite can tell.
      const [look, save] = [keeper.look(), keeper.save('place/3', 'meanwhile')];
      troubles.push(keeper.trouble());
      await Promise.all([look, save]);
      await keeper.look();
      assert.deepEqual([told, keeper.trouble()], [['gone', undefined], undefined]);
      await assert.rejects(lockStore(url), StoreBusyError);
      assert.equal(statSync(file).mode & 0o077, 0);
      await keeper.save('place/2', 'saved again');
      await keeper.close();
      assert.deepEqual(await onDisk(t, file, ['place/1', 'place/2', 'place/3', 'session', 'format'], key), [
        'loaded',
        'saved again',
        'meanwhile',
        'noted',
        { number: 2, since: '0.2.0' },
      ]);
      assert.ok(since >= BEGIN);
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
    await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(saves);
  await keeper.look();
  await keeper.close();
  const names = Array.from({ length: 20 }, (_, round) => [`place/${round}`, `session/${round}`]).flat();
  assert.deepEqual(await onDisk(t, file, names), Array.from({ length: 20 }, (_, round) => [round, round]).flat());
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
    assert.deepEqual(await onDisk(t, file, ['a', 'b']), [2, 3]);
  },
);

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
  assert.deepEqual(await onDisk(t, file, ['a']), [1]);
  other.release();
  await keeper.look();
  assert.deepEqual([told, await keeper.load('a')], [['gone', undefined], 2]);
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
      assert.deepEqual(await onDisk(t, file, ['a']), [isRoom ? 'y'.repeat(100_000) : 1]);
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
  assert.ok(existsSync(file));
  mkdirSync(`${file}-other`);
});
