import type { Instant } from '../door/ids.ts';
import { failed, ok } from '../door/problem.ts';
import { forgetTheFuture, nextAsk } from './attempts.ts';
import type { Log } from './log.ts';
import type { Session, SessionStatus } from './session.ts';
import type { SessionBook } from './session-book.ts';
import { problemOfRefusal } from './session-record.ts';

export type KeySessionOptions = {
  readonly key: string;
  readonly book: SessionBook;
  readonly now: () => Instant;
  readonly log: Log;
  readonly changed: (status: SessionStatus) => void;
};

/** A session that uses a fixed API key: it never logs in, and a refused key stays refused until somebody acts. */
export function openKeySession(options: KeySessionOptions): Session {
  const { key, book, now, log, changed } = options;

  /** A person asked for another try of a refused key. The refusal stands until CLUe has answered the key by a yes. */
  let onTrial = false;

  function status(): SessionStatus {
    const { refused } = book.record();
    return refused === undefined ? { kind: 'api-key' } : { kind: 'refused', problem: problemOfRefusal(refused) };
  }

  return {
    async token() {
      const { refused } = book.record();
      return refused === undefined || onTrial ? ok(key) : failed(problemOfRefusal(refused));
    },
    async tokenAccepted() {
      if (!onTrial) return;
      onTrial = false;
      if (!(await book.save({ refused: undefined }))) book.note({ refused: undefined });
      log.info('CLUe accepts the API key again');
      changed(status());
    },
    async tokenRefused() {
      onTrial = false;
      const standing = book.record().refused;
      if (standing !== undefined) return problemOfRefusal(standing);
      const refused = { why: 'key-refused', since: now() } as const;
      book.note({ refused });
      await book.save({ refused });
      log.warn('CLUe refused the API key');
      changed(status());
      return problemOfRefusal(refused);
    },
    async askAgain() {
      const at = now();
      forgetTheFuture(book, at);
      if (book.record().refused === undefined) return { kind: 'api-key' };
      const nextAt = nextAsk(book.record(), at);
      if (nextAt > at) return { kind: 'too-soon', nextAt };
      const saved = await book.save({ lastAskedAt: at });
      if (!saved)
        return { kind: 'failed', problem: { kind: 'unreachable', detail: 'the store did not take the wish' } };
      onTrial = true;
      return { kind: 'api-key' };
    },
    status,
    async close() {},
  };
}
