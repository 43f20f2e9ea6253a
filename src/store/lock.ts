import { DatabaseSync } from 'node:sqlite';
import { because, isBusy, StoreBusyError, StoreError } from './errors.ts';
import { faultOf } from './fault.ts';
import { createFile, placeOf, prepareFile } from './file.ts';

/** The right to use a store, held until it is released or the process ends, however it ends. */
export type Lock = { readonly release: () => void };

/**
 * Takes the store for this process alone. Rejects with {@link StoreBusyError} at once where another has it, and with
 * {@link StoreError} where the file cannot be locked at all.
 *
 * The lock is an exclusive transaction on a side file, `<file>.lock`, that writes nothing. The operating system frees it
 * when the process ends, kill -9 included, so there is nothing to clean up. It holds among processes of one machine: on a
 * network drive it is worth what the drive's own locks are worth. The side file stays, since taking it away would let two
 * processes lock two files of the same name.
 */
export async function lockStore(url: string): Promise<Lock> {
  const place = placeOf(url);
  if (place.kind === 'memory') return { release: () => {} };

  const file = prepareFile(place.path);
  let database: DatabaseSync | undefined;
  try {
    createFile(`${file}.lock`);
    database = new DatabaseSync(`${file}.lock`, { timeout: 0 });
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    if (database?.isOpen) database.close();
    if (isBusy(error)) {
      throw new StoreBusyError(
        `Another bot is running with the store ${file}. Stop that one first, or give this one a STORE_URL of its own.`,
      );
    }
    throw new StoreError(
      `The store ${file} cannot be locked${because(error)}: give the bot the right to write ${file}.lock, and keep it on a disk of this machine.`,
      { cause: error, fault: faultOf(error) },
    );
  }

  const held = database;
  return {
    release: () => {
      if (held.isOpen) held.close();
    },
  };
}
