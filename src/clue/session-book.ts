import type { Instant } from '../door/ids.ts';
import { type Credentials, type Fingerprint, fingerprintOf } from './credentials.ts';
import type { Log } from './log.ts';
import { readRecord, type SessionRecord } from './session-record.ts';

/** Where the session keeps its one value. Both calls reject when the store fails: unreadable never looks like new. */
export type SessionStore = { load(): Promise<unknown>; save(value: unknown): Promise<void> };

/** The session's record in memory and in the store. */
export type SessionBook = {
  record(): SessionRecord;
  /** Changes the record in memory. */
  note(change: Partial<SessionRecord>): void;
  /** Saves the record with a change, then changes it in memory; answers whether the store took it. */
  save(change: Partial<SessionRecord>): Promise<boolean>;
};

export type SessionBookOptions = {
  readonly credentials: Credentials;
  readonly baseUrl: string;
  readonly store: SessionStore;
  readonly now: () => Instant;
  readonly log: Log;
};

/** At most one renewal in this time, in milliseconds. */
export const RENEWAL_EVERY_MS = 60_000;

/**
 * Reads the session's record. Under a changed configuration it starts anew and keeps only when a person last asked.
 * A value of another shape counts as no session whose last login was just now, so that a fault which loses the record
 * at every start cannot log in at every start.
 */
export async function openBook(options: SessionBookOptions): Promise<SessionBook> {
  const { credentials, baseUrl, store, now, log } = options;
  let record = await firstRecord();
  let saving: Promise<unknown> = Promise.resolve();

  async function firstRecord(): Promise<SessionRecord> {
    const stored = await store.load();
    if (stored === undefined || stored === null) return emptyRecord(await fingerprintOf(credentials, baseUrl));
    const found = readRecord(stored);
    if (found === undefined) {
      log.warn('the stored CLUe session cannot be read and is dropped; the next login waits a minute');
      const fresh = emptyRecord(await fingerprintOf(credentials, baseUrl));
      return { ...fresh, lastAttempt: { at: now(), waitMs: RENEWAL_EVERY_MS } };
    }
    const fingerprint = await fingerprintOf(credentials, baseUrl, found.fingerprint.salt);
    if (fingerprint.hash === found.fingerprint.hash) return found;
    log.info('the CLUe configuration has changed; the stored session is dropped');
    return { ...emptyRecord(await fingerprintOf(credentials, baseUrl)), lastAskedAt: found.lastAskedAt };
  }

  async function saveNow(change: Partial<SessionRecord>): Promise<boolean> {
    try {
      await store.save({ ...record, ...change });
    } catch (error) {
      // A store's own message may quote what it was given.
      log.error('the CLUe session could not be saved', { error: error instanceof Error ? error.name : 'unknown' });
      return false;
    }
    record = { ...record, ...change };
    return true;
  }

  return {
    record: () => record,
    note: (change) => {
      record = { ...record, ...change };
    },
    save: (change) => {
      const saved = saving.then(() => saveNow(change));
      saving = saved;
      return saved;
    },
  };
}

function emptyRecord(fingerprint: Fingerprint): SessionRecord {
  return { version: 1, fingerprint, earlyRefusals: [] };
}
