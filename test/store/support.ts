import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
