import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '../door/ids.ts';
import type { Aside } from './aside.ts';
import { type PastRows, readPastRows, writePastRows } from './past-rows.ts';

export interface CacheLog {
  warn(message: string, fields?: object): void;
}

export type RowsCacheOptions = {
  readonly aside: Aside;
  readonly now: () => Instant;
  readonly log: CacheLog;
  /** How long rows are kept after they were read, in milliseconds. */
  readonly keepMs?: number;
  /** Rows of all entries together, and of one, at most. A row takes some 40 bytes. */
  readonly mostRows?: number;
  readonly mostRowsOfOne?: number;
};

/** Rows of times that are over, in the store. */
export type RowsCache = {
  /** What was kept under this name. Never rejects: what is damaged, too old or not to be had was never kept. */
  readonly get: (name: string) => Promise<PastRows | undefined>;
  /** Keeps rows, and lets go of the oldest where there are too many. Never throws, and nobody waits for it. */
  readonly put: (name: string, rows: PastRows) => void;
  /** Resolves when what was begun is done. */
  readonly settled: () => Promise<void>;
};

const KEEP_MS = 7 * 86_400_000;
const MOST_ROWS = 200_000;
const MOST_ROWS_OF_ONE = 50_000;

/** So long an answer waits for the store, in milliseconds. */
const PATIENCE_MS = 300;
const LATE = Symbol('late');

type Entry = { readonly storedAs: string; readonly savedAt: number; readonly rows: number };

/** Its age and its size stand in an entry's own name, so that no list of entries can differ from what is there. */
const NAME = /^rows\/(\d+)\/(\d+)\/(.+)$/;

/** Opens the cache, and throws away what is too old. */
export async function openRowsCache(options: RowsCacheOptions): Promise<RowsCache> {
  const { aside, now, log, keepMs = KEEP_MS, mostRows = MOST_ROWS, mostRowsOfOne = MOST_ROWS_OF_ONE } = options;
  /** By name, the oldest first. */
  const entries = new Map<string, Entry>();
  let failing = false;

  /** Says once that the store fails, until it takes something again. */
  const failed = (what: string, error: unknown): void => {
    if (!failing) log.warn(what, { error: String(error) });
    failing = true;
  };

  const forget = async (name: string, { storedAs }: Entry): Promise<void> => {
    if (entries.get(name)?.storedAs === storedAs) entries.delete(name);
    await aside.remove(storedAs).catch((error: unknown) => failed('kept rows could not be removed', error));
  };

  /** Lets go of what is too old, and of the oldest until so many rows more have room. */
  const makeRoom = async (rows: number): Promise<void> => {
    let sum = [...entries.values()].reduce((all, entry) => all + entry.rows, rows);
    for (const [name, entry] of [...entries]) {
      const age = now() - entry.savedAt;
      // One that was saved in the future was saved by a clock that has been put back.
      if (age >= 0 && age <= keepMs && sum <= mostRows) continue;
      sum -= entry.rows;
      await forget(name, entry);
    }
  };

  const save = async (name: string, rows: PastRows): Promise<void> => {
    const before = entries.get(name);
    if (before !== undefined) await forget(name, before);
    await makeRoom(rows.events.length);
    const entry = { storedAs: `rows/${now()}/${rows.events.length}/${name}`, savedAt: now(), rows: rows.events.length };
    try {
      await aside.save(entry.storedAs, writePastRows(rows));
      entries.set(name, entry);
      failing = false;
    } catch (error) {
      failed('rows could not be kept; answers read them from CLUe again', error);
    }
  };

  try {
    const found = (await aside.names()).flatMap((storedAs) => {
      const [, savedAt, rows, name] = NAME.exec(storedAs) ?? [];
      return name === undefined ? [] : [{ name, entry: { storedAs, savedAt: Number(savedAt), rows: Number(rows) } }];
    });
    for (const { name, entry } of found.sort((a, b) => a.entry.savedAt - b.entry.savedAt)) {
      const older = entries.get(name);
      if (older !== undefined) await forget(name, older);
      entries.set(name, entry);
    }
    await makeRoom(0);
  } catch (error) {
    failed('kept rows cannot be looked through', error);
  }

  let last: Promise<void> = Promise.resolve();
  return {
    get: async (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      const age = now() - entry.savedAt;
      try {
        const isOld = age < 0 || age > keepMs;
        const stored = isOld ? undefined : await Promise.race([aside.load(entry.storedAs), pause(PATIENCE_MS, LATE)]);
        // Another program may hold the file for seconds; CLUe answers sooner.
        if (stored === LATE) return undefined;
        const rows = readPastRows(stored);
        if (rows !== undefined && rows.events.length === entry.rows) return rows;
      } catch (error) {
        failed('kept rows cannot be read', error);
      }
      await forget(name, entry);
      return undefined;
    },
    put: (name, rows) => {
      if (rows.events.length > mostRowsOfOne || rows.events.length === 0) return;
      last = last.then(() => save(name, rows)).catch((error: unknown) => failed('rows could not be kept', error));
    },
    settled: () => last,
  };
}
