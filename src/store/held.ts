import { promises, realpathSync } from 'node:fs';
import { faultOf } from './fault.ts';
import { placeOf } from './file.ts';
import { lockStore } from './lock.ts';
import { openStore, type Store, type StoreOptions } from './open.ts';

/** A store that is locked for this process and open. */
export type Held = {
  readonly store: Store;
  /** Its file; undefined for one in memory. */
  readonly file: string | undefined;
  /**
   * Whether the files that were opened still have their names: its own, the log beside it and the lock. What is written into
   * a file that lost its name is gone at the next start, and a lock that lost its name keeps nobody out.
   */
  readonly isThere: () => Promise<boolean>;
  /** Closes the store and frees it for others, the second also when the first fails. */
  readonly letGo: () => Promise<void>;
};

/** Takes the store for this process and opens it. Rejects as {@link lockStore} and {@link openStore} do. */
export async function holdStore(options: StoreOptions): Promise<Held> {
  const lock = await lockStore(options.url);
  try {
    const paths = pathsOf(options.url);
    const store = await openStore(options);
    const opened = new Map<string, string>();
    const isSame = async (path: string): Promise<boolean> => {
      const seen = await identityOf(path);
      const before = opened.get(path);
      // The log beside the file may be made later, when the first value is written.
      if (before === undefined && seen !== 'none' && seen !== 'unknown') opened.set(path, seen);
      return before === undefined || before === seen || seen === 'unknown';
    };
    const isThere = async (): Promise<boolean> => (await Promise.all(paths.map(isSame))).every(Boolean);
    await isThere();
    return { store, file: paths[0], isThere, letGo: () => store.close().finally(lock.release) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The store's file by the name that it was given, so that a link which leads elsewhere now is noticed too, and the others beside it. */
function pathsOf(url: string): readonly string[] {
  const place = placeOf(url);
  if (place.kind === 'memory') return [];
  const real = realpathSync(place.path);
  return [place.path, `${real}-wal`, `${real}.lock`];
}

/** Device and inode; a file that cannot be looked at may well be the same one. */
async function identityOf(path: string): Promise<string> {
  try {
    const { dev, ino } = await promises.stat(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch (error) {
    return faultOf(error) === 'gone' ? 'none' : 'unknown';
  }
}
