import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync } from 'node:fs';
import { relative } from 'node:path';
import { type TestContext, test } from 'node:test';
import { StoreBusyError, StoreError } from '../../src/store/errors.ts';
import { lockStore } from '../../src/store/lock.ts';
import { openStore } from '../../src/store/open.ts';
import { aDirectory } from './support.ts';

const LOCK = JSON.stringify(new URL('../../src/store/lock.ts', import.meta.url).href);

/** Another process that takes the lock and keeps it until it is killed. */
async function aHolder(t: TestContext, url: string): Promise<ChildProcess> {
  const script = `
    const { lockStore } = await import(${LOCK});
    globalThis.held = await lockStore(${JSON.stringify(url)});
    console.log('held');
    setInterval(() => {}, 60_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  const [said] = await once(child.stdout, 'data');
  assert.equal(String(said), 'held\n');
  return child;
}

const isBusy = (error: unknown): boolean => {
  assert.ok(error instanceof StoreBusyError, String(error));
  assert.match(
    error.message,
    /Another bot is running with the store .*\. Stop that one first, or give this one a STORE_URL of its own\./,
  );
  return true;
};

test('a store has one owner at a time, also within one process', async (t) => {
  const url = `sqlite://${aDirectory(t)}/new/store.sqlite`;
  const first = await lockStore(url);
  await assert.rejects(lockStore(url), isBusy);
  await assert.rejects(lockStore(url), isBusy);
  first.release();
  first.release();
  const second = await lockStore(url);
  await assert.rejects(lockStore(url), isBusy);
  second.release();
});

test('a second process is refused at once', async (t) => {
  const url = `sqlite://${aDirectory(t)}/store.sqlite`;
  await aHolder(t, url);
  const before = performance.now();
  await assert.rejects(lockStore(url), isBusy);
  assert.ok(performance.now() - before < 1_000);
});

test('a kill -9 frees the store', async (t) => {
  const url = `sqlite://${aDirectory(t)}/store.sqlite`;
  const holder = await aHolder(t, url);
  await assert.rejects(lockStore(url), isBusy);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const lock = await lockStore(url);
  lock.release();
});

test('a refused try in one process does not free the lock for another', async (t) => {
  const url = `sqlite://${aDirectory(t)}/store.sqlite`;
  const lock = await lockStore(url);
  t.after(() => lock.release());
  await assert.rejects(lockStore(url), isBusy);
  const script = `
    const { lockStore } = await import(${LOCK});
    await lockStore(${JSON.stringify(url)}).then(() => console.log('taken'), (error) => console.log(error.name));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  assert.equal(stdout, 'StoreBusyError\n');
});

test('one file is one store, by whatever path it is reached', async (t) => {
  const directory = aDirectory(t);
  mkdirSync(`${directory}/real`);
  const lock = await lockStore(`sqlite://${directory}/real/store.sqlite`);
  t.after(() => lock.release());
  symlinkSync(`${directory}/real`, `${directory}/link`);
  symlinkSync(`${directory}/real/store.sqlite`, `${directory}/other.sqlite`);
  for (const path of [
    `${directory}/link/store.sqlite`,
    `${directory}/other.sqlite`,
    `${directory}/real/../real/./store.sqlite`,
    relative(process.cwd(), `${directory}/real/store.sqlite`),
  ]) {
    await assert.rejects(lockStore(`sqlite://${path}`), isBusy, path);
  }
});

test('two files are two stores', async (t) => {
  const directory = aDirectory(t);
  const locks = [await lockStore(`sqlite://${directory}/a`), await lockStore(`sqlite://${directory}/b`)];
  for (const lock of locks) lock.release();
});

test('the owner opens its store, and others cannot take it meanwhile', async (t) => {
  const url = `sqlite://${aDirectory(t)}/store.sqlite`;
  const lock = await lockStore(url);
  const store = await openStore({ url });
  await store.save('it', 1);
  await assert.rejects(lockStore(url), isBusy);
  await store.close();
  await assert.rejects(lockStore(url), isBusy);
  lock.release();
  (await lockStore(url)).release();
});

test('memory belongs to its process, so there is nothing to lock', async () => {
  const locks = [await lockStore('memory:'), await lockStore('memory:')];
  for (const lock of locks) lock.release();
});

test('a side file that cannot be locked is told with what to do', async (t) => {
  const directory = aDirectory(t);
  mkdirSync(`${directory}/store.sqlite.lock`);
  await assert.rejects(lockStore(`sqlite://${directory}/store.sqlite`), (error) => {
    assert.ok(error instanceof StoreError && !(error instanceof StoreBusyError));
    assert.match(error.message, /cannot be locked .*: give the bot the right to write .*store\.sqlite\.lock/);
    return true;
  });
});
