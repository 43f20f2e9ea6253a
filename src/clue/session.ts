import type { Instant } from '../door/ids.ts';
import type { Problem, Result } from '../door/problem.ts';
import type { Credentials } from './credentials.ts';
import { openKeySession } from './key-session.ts';
import type { Log } from './log.ts';
import { openLoginSession } from './login-session.ts';
import { openBook, type SessionStore } from './session-book.ts';
import type { Transport } from './transport.ts';

/** What CLUe thinks of us at this moment. */
export type SessionStatus =
  /** No token that can be used. `problem` says why the last attempt to get one brought none. */
  | { readonly kind: 'signed-out'; readonly problem?: Problem }
  | { readonly kind: 'active'; readonly since: Instant; readonly renewsAt: Instant }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** An API key is used in place of a login. */
  | { readonly kind: 'api-key' };

/** What became of a person's wish to log in again. */
export type AskAnswer =
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'too-soon'; readonly nextAt: Instant }
  | { readonly kind: 'failed'; readonly problem: Problem }
  /** There is no login to repeat; a key that had been refused is tried again at the next question. */
  | { readonly kind: 'api-key' };

export type Session = {
  /**
   * A token to ask with. Where one has to be got first, all who wait share one attempt; `signal` ends this caller's
   * wait alone. While CLUe refuses us, everybody hears `login-refused` without a request.
   */
  token(signal?: AbortSignal): Promise<Result<string>>;
  /**
   * Says that CLUe refused this token, so that {@link Session.token} gets another. A token that was replaced meanwhile
   * changes nothing. Answers with the refusal that stands now, if one does.
   */
  tokenRefused(token: string): Promise<Problem | undefined>;
  /** Says that CLUe took the token: a key that had been refused and is tried again is then good again. */
  tokenAccepted(): Promise<void>;
  /**
   * Tries to log in because a person asks: at most once in ten minutes, counted in the store and so across restarts.
   * Where the session is fine it says so without a request, and where a login is under way it waits for that one;
   * neither counts.
   */
  askAgain(): Promise<AskAnswer>;
  status(): SessionStatus;
  /** Gives up what is under way and waits until it has ended. Close it before the transport and the store. */
  close(): Promise<void>;
};

export type SessionOptions = {
  readonly credentials: Credentials;
  /** CLUe's address, with or without a path of its own and a trailing slash. */
  readonly baseUrl: string;
  readonly transport: Transport;
  readonly store: SessionStore;
  readonly now: () => Instant;
  readonly log: Log;
  /** Called after the status has changed and the change was saved. */
  readonly onChange?: (status: SessionStatus) => void;
};

/**
 * Opens the session: takes up the stored one, and makes no request.
 *
 * @throws what the store's `load` throws. A store that cannot be read may hold a refusal, so that starting without it
 * could lock the account.
 */
export async function openSession(options: SessionOptions): Promise<Session> {
  const { credentials } = options;
  const book = await openBook(options);
  const told = { last: '' };
  const session =
    credentials.kind === 'api-key'
      ? openKeySession({ key: credentials.key, book, now: options.now, log: options.log, changed })
      : openLoginSession({ ...options, login: credentials, book, changed });
  told.last = JSON.stringify(session.status());

  function changed(status: SessionStatus): void {
    const words = JSON.stringify(status);
    if (words === told.last) return;
    told.last = words;
    try {
      options.onChange?.(status);
    } catch (error) {
      options.log.error('telling of the CLUe session broke', {
        error: error instanceof Error ? error.name : 'unknown',
      });
    }
  }
  return session;
}
