import { type AlarmOptions, openAlarm, type StoreTrouble } from './alarm.ts';
import { type Aside, openAside } from './aside.ts';
import { StoreBusyError, StoreError } from './errors.ts';
import { faultAt, faultOf } from './fault.ts';
import { type Held, holdStore } from './held.ts';
import type { Store, StoreOptions } from './open.ts';

/** The store as the desks use it: it goes on from memory where the disk fails, and heals what can be healed. */
export type Keeper = {
  readonly load: Store['load'];
  /**
   * Resolves when the value is safe. Where the disk fails it rejects at first, and the caller tries again; once the trouble
   * has lasted for five seconds it resolves with the value kept in memory and owed to the disk, so that alerts go on.
   */
  readonly save: Store['save'];
  /** Resolves only when the value is on the disk, whatever the trouble. */
  readonly saveOnDisk: Store['save'];
  /** Resolves when the value is gone, whether it was there or not; rejects where the disk fails. Nobody may be saving it. */
  readonly remove: Store['remove'];
  /**
   * Writes what is owed, and makes the file anew where it is gone. To be called again and again, as `tend.ts` does; a call
   * during another one is that one. Never rejects.
   */
  readonly look: () => Promise<void>;
  readonly trouble: () => StoreTrouble | undefined;
  /** Tries once more to write what is owed, says in the log when that fails, and lets go of the store. */
  readonly close: () => Promise<void>;
  /** The names of all values, those that are only owed to the disk among them. */
  readonly names: Store['names'];
  /** What may be lost, past the keeper's care: a failure is the caller's alone, owes nothing to the disk, and is no trouble. */
  readonly aside: Aside;
  readonly durable: boolean;
  readonly encrypted: boolean;
};

export type KeeperOptions = Omit<StoreOptions, 'log'> &
  AlarmOptions & {
    /** Puts something between the keeper and each store that it opens. */
    readonly wrap?: (store: Store) => Store;
  };

/** A value that is not on the disk. One that was accepted counts as safe with its desk; the others were refused. */
type Unwritten = { readonly value: unknown; readonly accepted: boolean };

/** Locks the store, opens it and keeps it. Rejects with StoreBusyError or StoreError. */
export async function openKeeper(options: KeeperOptions): Promise<Keeper> {
  const { now, log, onTrouble = () => {}, wrap = (store) => store } = options;
  const alarm = openAlarm({ now, log, onTrouble: (trouble) => isClosing() || onTrouble(trouble) });
  /** Every value as its desk knows it, for a file that has to be written anew. */
  const known = new Map<string, unknown>();
  const unwritten = new Map<string, Unwritten>();
  /** How many writes of a name were begun by its owner and have not ended. */
  const underWay = new Map<string, number>();
  let looking: Promise<void> | undefined;
  let reopening: Promise<void> | undefined;
  let closing: Promise<void> | undefined;
  let refusal: string | undefined;
  const isClosing = (): boolean => closing !== undefined;

  const hold = async (): Promise<Held> => {
    const opened = await holdStore(options);
    return { ...opened, store: wrap(opened.store) };
  };
  let held: Held | undefined = await hold();
  const { file, store } = held;

  const owe = (name: string, value: unknown): void => {
    known.set(name, value);
    // At the end, so that a round which writes what is owed still comes by.
    unwritten.delete(name);
    unwritten.set(name, { value, accepted: true });
  };
  const owed = (): number => [...unwritten.values()].filter((one) => one.accepted).length;

  const settle = (): void => {
    if (held !== undefined && unwritten.size === 0) alarm.end();
  };

  /** Resolves when the value is on the disk, or owed to it where that is allowed and the time for it has come. */
  const write = async (name: string, value: unknown, mayOwe: boolean): Promise<void> => {
    const since = now();
    await reopening;
    if (held === undefined && isClosing()) throw new StoreError(`${name} cannot be saved: the store is closed.`);
    const at = held;
    /** The file was lost meanwhile: whatever came of it, it has to be written into the new one. */
    const isElsewhere = (): boolean => at !== held && !isClosing();
    underWay.set(name, (underWay.get(name) ?? 0) + 1);
    try {
      if (at === undefined) throw alarm.reason();
      await at.store.save(name, value);
    } catch (error) {
      if (isElsewhere()) return await write(name, value, mayOwe);
      alarm.raise(faultAt(error, file), since, error);
      // For a store that another program holds, the waiting is done already.
      const isTimeUp = alarm.lasts() || error instanceof StoreBusyError;
      const isOwed = mayOwe && isTimeUp && !isClosing();
      if (isOwed) owe(name, value);
      else if (!unwritten.get(name)?.accepted) unwritten.set(name, { value, accepted: false });
      // Whoever hears of it may save at once, and must not wait for the disk: by now something is owed.
      alarm.speak();
      if (isOwed) return;
      throw error;
    } finally {
      const left = (underWay.get(name) ?? 1) - 1;
      if (left === 0) underWay.delete(name);
      else underWay.set(name, left);
    }
    if (isElsewhere()) return await write(name, value, mayOwe);
    known.set(name, value);
    unwritten.delete(name);
    settle();
  };

  /** What was refused is written too: only a disk that takes this very value is well, and its owner may write it once more. */
  const writeOwed = async (): Promise<void> => {
    for (const [name, one] of unwritten) {
      // A write that its owner has begun is newer.
      if (held === undefined || underWay.has(name)) continue;
      const since = now();
      try {
        await held.store.save(name, one.value);
        if (unwritten.get(name) === one) unwritten.delete(name);
      } catch (error) {
        alarm.raise(faultAt(error, file), since, error);
        if (error instanceof StoreBusyError) return;
      }
    }
  };

  const reopen = async (): Promise<void> => {
    const old = held;
    held = undefined;
    if (old !== undefined) {
      alarm.raise('gone', now());
      for (const [name, value] of [...known]) owe(name, value);
      alarm.speak();
      // Closed before the new one is opened: two connections to files of one name would take each other's log away.
      await old.letGo().catch(() => undefined);
    }
    try {
      held = await hold();
      refusal = undefined;
    } catch (error) {
      const why = faultOf(error);
      alarm.raise(why === 'other' ? 'gone' : why, now(), error);
      if (refusal === String(error)) return;
      refusal = String(error);
      log.error('the store’s file is gone and cannot be made anew', { error: refusal });
    }
  };

  const lookNow = async (): Promise<void> => {
    if (held === undefined || !(await held.isThere())) {
      reopening = reopen();
      await reopening;
    }
    await writeOwed();
    settle();
    alarm.speak();
  };
  const look = (): Promise<void> => {
    looking ??= lookNow().finally(() => {
      looking = undefined;
    });
    return looking;
  };

  const letGo = async (): Promise<void> => {
    await looking;
    await look();
    const values = owed();
    if (values > 0) {
      const why = alarm.trouble()?.why;
      log.error('the store did not take everything before the end: the next start will not know it', { values, why });
    }
    const last = held;
    held = undefined;
    await last?.letGo();
  };

  return {
    load: async (name) => {
      if (held === undefined) throw new StoreError(`${name} cannot be read: the store is closed.`);
      const value = await held.store.load(name);
      if (value !== undefined && !known.has(name)) known.set(name, value);
      return value;
    },
    save: async (name, value) => {
      if (owed() > 0 && !isClosing()) owe(name, value);
      else await write(name, value, true);
    },
    saveOnDisk: (name, value) => write(name, value, false),
    remove: async (name) => {
      await reopening;
      if (held === undefined) throw new StoreError(`${name} cannot be removed: the store is closed.`);
      await held.store.remove(name);
      known.delete(name);
      unwritten.delete(name);
    },
    look: () => (isClosing() ? Promise.resolve() : look()),
    trouble: alarm.trouble,
    close: () => {
      closing ??= letGo();
      return closing;
    },
    names: async () => {
      if (held === undefined) throw new StoreError('The names of what is stored cannot be read: the store is closed.');
      return [...new Set([...(await held.store.names()), ...known.keys()])];
    },
    aside: openAside(() => held?.store),
    durable: store.durable,
    encrypted: store.encrypted,
  };
}
