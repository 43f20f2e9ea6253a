import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { TestContext } from 'node:test';
import { StoreError } from '../../src/store/errors.ts';
import { openStore, type Store, type StoreOptions } from '../../src/store/open.ts';

/** What is stored in the tests and must show up in no error and in no encrypted file. */
export const SECRET = 'EBISU was let in';

/** A directory of the test's own, taken away after it. */
export function aDirectory(t: TestContext): string {
  const directory = mkdtempSync(join(tmpdir(), 'clue-bot-'));
  t.after(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** Opens a store until the test ends. */
export async function open(t: TestContext, options: StoreOptions): Promise<Store> {
  const store = await openStore(options);
  t.after(() => store.close());
  return store;
}

/** Changes the file behind the store's back, as a damaged disk or a curious person would. */
export function tamper(file: string, sql: string, ...values: readonly SQLInputValue[]): void {
  const database = new DatabaseSync(file, { timeout: 1000 });
  database.prepare(sql).run(...values);
  database.close();
}

/** Everything of the store that lies on the disk. */
export const onDisk = (file: string): string =>
  ['', '-wal', '-shm'].map((end) => (existsSync(file + end) ? readFileSync(file + end, 'latin1') : '')).join('');

/** Words for people, with nothing of what is stored. */
export const storeError = (words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof StoreError, String(error));
  assert.match(error.message, words);
  assert.match(error.message, /\.$/);
  assert.ok(!JSON.stringify([error.message, error.stack, String(error.cause)]).includes('EBISU'));
  return true;
};

/** Another program that holds a store's file against every write, until it is told to let go. */
export async function aHolder(t: TestContext, file: string): Promise<{ readonly letGo: () => Promise<void> }> {
  const script = `
    import { DatabaseSync } from 'node:sqlite';
    globalThis.held = new DatabaseSync(${JSON.stringify(file)}, { timeout: 1000 });
    held.exec('BEGIN EXCLUSIVE');
    console.log('held');
    setInterval(() => {}, 60_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const letGo = async (): Promise<void> => {
    if (!child.kill('SIGKILL')) return;
    await once(child, 'exit');
  };
  t.after(() => child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return { letGo };
}

/** Whether this is a machine, and a user, where a test may mount a small disk of its own. */
function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'clue-bot-disk-'));
  try {
    mount(folder, 'size=64k');
    execFileSync('umount', [folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const mount = (folder: string, options: string): unknown =>
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });

/** For tests that need a disk of their own. */
export const NEEDS_DISK = { skip: !mayMount() && 'only Linux’s root may mount a disk' };

/** A disk of 512 KB that can be filled, taken away and brought back read-only. */
export function aDisk(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'clue-bot-disk-'));
  const filler = join(folder, 'filler');
  const detach = (): unknown => execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
  mount(folder, 'size=512k');
  t.after(() => {
    detach();
    rmSync(folder, { recursive: true });
  });
  return {
    folder,
    /** Leaves no byte free. */
    fill: (): void => {
      assert.throws(() => writeFileSync(filler, Buffer.alloc(1_000_000)), /ENOSPC/);
    },
    makeRoom: (): void => rmSync(filler),
    /** Puts an empty disk, which may not be written, in its place. */
    replaceReadOnly: (): void => {
      detach();
      mount(folder, 'size=512k,ro');
    },
    makeWritable: (): void => {
      execFileSync('mount', ['-o', 'remount,rw', folder], { stdio: 'ignore' });
    },
  };
}
