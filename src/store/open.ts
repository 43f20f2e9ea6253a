import { KeyvSqlite } from '@keyv/sqlite';
import { Keyv, KeyvMemoryAdapter } from 'keyv';
import { isAside } from './aside.ts';
import { encryptionWith, isSealed } from './encryption.ts';
import { because, isBusy, StoreBusyError, StoreError } from './errors.ts';
import { faultOf } from './fault.ts';
import { placeOf, prepareFile } from './file.ts';
import { FORMAT, FORMAT_NAME, needsStamp } from './format.ts';
import { type Line, openLine, type Patience } from './line.ts';

/** Named values. A value that is there and cannot be read is an error, never `undefined`. */
export type Store = {
  /** The value as it was saved last; `undefined` when there never was one. Rejects with {@link StoreError}. */
  readonly load: (name: string) => Promise<unknown>;
  /**
   * Resolves when the value is safe: on disk, for a durable store. Rejects with {@link StoreError} when it is not; the
   * earlier value then stands. A value is what JSON can say of it, and bigints; `undefined` is refused.
   */
  readonly save: (name: string, value: unknown) => Promise<void>;
  /** Resolves when the value is gone, whether it was there or not. Rejects with {@link StoreError}. */
  readonly remove: (name: string) => Promise<void>;
  /** The names of all values. Rejects with {@link StoreError}. */
  readonly names: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
  /** Whether values outlive the process. */
  readonly durable: boolean;
  readonly encrypted: boolean;
};

export type StoreOptions = {
  /** `sqlite://` and a file, or `memory:`. */
  readonly url: string;
  /** 32 bytes. What lies unencrypted in the store is encrypted when it is opened with a key. */
  readonly key?: Buffer;
  /** Hears of values that were encrypted belatedly. */
  readonly log?: { info(message: string, fields?: object): void };
  /** How long a call waits for another program to let go of the file. */
  readonly patience?: Patience;
};

const RESTORE = 'bring its file back from a backup, or move it away to begin anew';
const CLEAR_THE_WAY = 'make room on the disk, and give the bot the right to write there';

/** What is stored holds its own name, so that a value that was moved to another name is found out. */
type Envelope = { readonly name: string; readonly value: unknown };

type Adapter = KeyvSqlite | KeyvMemoryAdapter;

/**
 * Opens the store and looks at every value in it. Rejects with {@link StoreError} where one cannot be read, or where a newer
 * version of the bot has written it. Calls run one after another and let everything else have a turn in between.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { url, key, log, patience } = options;
  const place = placeOf(url);
  const line = openLine(patience);
  const adapter =
    place.kind === 'memory' ? new KeyvMemoryAdapter(new Map()) : await openFile(prepareFile(place.path), line);
  // Keyv keeps an error to itself once somebody listens to its `error` event: a read then answers `undefined`, as if
  // nothing had ever been saved. Nobody listens here, so every failed call rejects.
  const keyv = new Keyv<unknown>({ store: adapter, encryption: encryptionWith(key) });
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= attempt('The store cannot be closed', CLEAR_THE_WAY, () => line(() => keyv.disconnect()));
    return closing;
  };

  try {
    const plain = await lookThrough(keyv, adapter, line);
    const isToBeStamped = needsStamp(await load(keyv, adapter, line, FORMAT_NAME));
    if (key !== undefined && adapter instanceof KeyvSqlite && plain.size > 0) {
      await sealAll(adapter, plain, key);
      log?.info('what was stored unencrypted is encrypted now', { values: plain.size });
    }
    if (isToBeStamped) await save(keyv, line, FORMAT_NAME, FORMAT);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    load: (name) => load(keyv, adapter, line, name),
    save: (name, value) => save(keyv, line, name, value),
    remove: async (name) => {
      await attempt(`${name} cannot be removed from the store`, CLEAR_THE_WAY, () => line(() => keyv.delete(name)));
    },
    names: async () => {
      const names: string[] = [];
      await attempt('The store cannot be read', RESTORE, async () => {
        await line(async () => {
          for await (const [name] of adapter.iterator<string>()) if (typeof name === 'string') names.push(name);
        });
      });
      return names;
    },
    close,
    durable: place.kind === 'file',
    encrypted: key !== undefined,
  };
}

async function openFile(file: string, line: Line): Promise<KeyvSqlite> {
  const what = `The store ${file} cannot be opened`;
  const adapter = await attempt(what, RESTORE, () => line(() => connect(file)));
  try {
    // With a write-ahead log, NORMAL survives a kill -9 but may forget the last values when the power fails; FULL waits
    // for the disk at every save (https://sqlite.org/pragma.html#pragma_synchronous).
    await attempt(what, RESTORE, () => adapter.query('PRAGMA synchronous = FULL'));
    const report = await attempt(what, RESTORE, () => adapter.query('PRAGMA quick_check'));
    if (JSON.stringify(report) !== '[{"quick_check":"ok"}]')
      throw new StoreError(`${what}: it is damaged; ${RESTORE}.`);
  } catch (error) {
    await adapter.disconnect();
    throw error;
  }
  return adapter;
}

async function connect(file: string): Promise<KeyvSqlite> {
  // SQLite's own waiting stops the whole process, so it is short; the line waits on.
  const adapter = new KeyvSqlite({ uri: `sqlite://${file}`, driver: 'node:sqlite', busyTimeout: 50, wal: true });
  await adapter.ready;
  return adapter;
}

/** Reads every value once, so that a wrong key or a damaged value is known at the start; returns what lies unencrypted. */
async function lookThrough(keyv: Keyv<unknown>, adapter: Adapter, line: Line): Promise<ReadonlyMap<string, string>> {
  const plain = new Map<string, string>();
  const names: string[] = [];
  await attempt('The store cannot be read', RESTORE, async () => {
    for await (const [name, stored] of adapter.iterator<string>()) {
      if (typeof name !== 'string') continue;
      names.push(name);
      if (typeof stored === 'string' && !isSealed(stored)) plain.set(name, stored);
    }
  });
  // A damaged value that may be lost keeps nobody from starting.
  for (const name of names) if (!isAside(name)) await load(keyv, adapter, line, name);
  return plain;
}

/** Encrypts what was saved before there was a key, and leaves nothing of it in the file's unused pages. */
async function sealAll(adapter: KeyvSqlite, plain: ReadonlyMap<string, string>, key: Buffer): Promise<void> {
  const encryption = encryptionWith(key);
  await attempt('The store cannot be encrypted', CLEAR_THE_WAY, async () => {
    for (const [name, stored] of plain) await adapter.set(name, await encryption.encrypt(stored));
    await adapter.query('VACUUM');
    await adapter.query('PRAGMA wal_checkpoint(TRUNCATE)');
  });
}

async function load(keyv: Keyv<unknown>, adapter: Adapter, line: Line, name: string): Promise<unknown> {
  const what = `${name} cannot be read from the store`;
  const envelope = await attempt(what, RESTORE, () => line(() => keyv.get(name)));
  if (envelope === undefined && !(await attempt(what, RESTORE, () => line(() => adapter.has(name))))) return undefined;
  if (isEnvelope(envelope) && envelope.name === name) return envelope.value;
  throw new StoreError(`${what}: it is damaged; ${RESTORE}.`);
}

async function save(keyv: Keyv<unknown>, line: Line, name: string, value: unknown): Promise<void> {
  const what = `${name} cannot be saved`;
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol') {
    throw new StoreError(`${what}: a ${typeof value} is no value.`);
  }
  const envelope: Envelope = { name, value };
  const saved = await attempt(what, CLEAR_THE_WAY, () => line(() => keyv.set(name, envelope)));
  if (!saved) throw new StoreError(`${what}: ${CLEAR_THE_WAY}.`);
}

function isEnvelope(stored: unknown): stored is Envelope {
  return typeof stored === 'object' && stored !== null && 'name' in stored && 'value' in stored;
}

/** Runs a call; what it throws becomes a {@link StoreError} that says what went wrong, why, and what to do. */
async function attempt<Value>(what: string, advice: string, run: () => Promise<Value>): Promise<Value> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof StoreError) throw error;
    if (isBusy(error)) throw new StoreBusyError(`${what}: another program holds its file; stop that one.`);
    throw new StoreError(`${what}${because(error)}: ${advice}.`, { fault: faultOf(error) });
  }
}
