import { closeSync, mkdirSync, openSync, realpathSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { because, StoreError } from './errors.ts';
import { faultOf } from './fault.ts';

/** What a STORE_URL means: a file by its absolute path, or memory. */
export type StorePlace = { readonly kind: 'file'; readonly path: string } | { readonly kind: 'memory' };

/** Reads `memory:` or `sqlite://` and a path, which may be relative to the working directory. Throws {@link StoreError}. */
export function placeOf(url: string): StorePlace {
  if (url === 'memory:') return { kind: 'memory' };
  const path = /^sqlite:\/\/(?!:memory:)(.*[^/])$/.exec(url)?.[1];
  if (path !== undefined) return { kind: 'file', path: resolve(path) };
  throw new StoreError('STORE_URL must be sqlite:// and a file, as in sqlite://./data/clue-bot.sqlite, or memory:.');
}

/**
 * Makes the file and its directory, for their owner alone, where they are not there yet, and returns the file's one true
 * path: the same by whatever symbolic links it is reached. Throws {@link StoreError}.
 */
export function prepareFile(path: string): string {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const there = `${realpathSync(dirname(path))}/${basename(path)}`;
    createFile(there);
    return realpathSync(there);
  } catch (error) {
    throw new StoreError(
      `The store's file ${path} cannot be made or reached${because(error)}: give the bot the right to write there, or set STORE_URL to another file.`,
      { cause: error, fault: faultOf(error) },
    );
  }
}

/**
 * Makes a file for its owner alone, unless it is there. One that is there is not even opened: to close it again would free
 * the locks that SQLite holds on it in this process (fcntl(2)).
 */
export function createFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}
