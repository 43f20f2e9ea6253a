import type { Instant } from '../door/ids.ts';
import { failed, ok, type Problem, type Result } from '../door/problem.ts';
import { earlyRefusals, forgetTheFuture, nextAsk, nextAttempt, renewalOf, stateOfToken } from './attempts.ts';
import { lifeOfToken } from './jwt.ts';
import type { Log } from './log.ts';
import type { AskAnswer, Session, SessionStatus } from './session.ts';
import { RENEWAL_EVERY_MS, type SessionBook } from './session-book.ts';
import { problemOfRefusal } from './session-record.ts';
import { type Login, type SignedIn, signIn } from './sign-in.ts';
import type { Transport } from './transport.ts';
import { untilAborted } from './until-aborted.ts';

export type LoginSessionOptions = {
  readonly login: Login;
  readonly baseUrl: string;
  readonly transport: Transport;
  readonly book: SessionBook;
  readonly now: () => Instant;
  readonly log: Log;
  readonly changed: (status: SessionStatus) => void;
};

/** So many tokens refused early within an hour mean that somebody else logs in with this account. */
const SHARED_AFTER = 3;
const CLOSED: Problem = { kind: 'unreachable', detail: 'the session is closed' };
const NOT_SAVED: Problem = { kind: 'unreachable', detail: 'the store did not take the note of a login: none was made' };

/**
 * A session that logs in. Each attempt at a token is noted in the store before its request goes out, so that the limit
 * of one a minute also holds for a bot that dies in between and is started again.
 */
export function openLoginSession(options: LoginSessionOptions): Session {
  const { login, baseUrl, transport, book, now, log, changed } = options;
  const closing = new AbortController();
  let underWay: Promise<Result<string>> | undefined;
  let lastProblem: Problem | undefined;

  /** The one attempt that all share. Its callers have made sure that one is allowed. */
  function attempt(asked: boolean): Promise<Result<string>> {
    underWay ??= renew(asked).finally(() => {
      underWay = undefined;
      changed(status());
    });
    return underWay;
  }

  async function renew(asked: boolean): Promise<Result<string>> {
    const at = now();
    const before = book.record();
    const noted = await book.save({
      lastAttempt: { at, waitMs: RENEWAL_EVERY_MS },
      ...(asked && { lastAskedAt: at }),
    });
    if (!noted) return await fail(NOT_SAVED);
    const refresh = before.tokens?.refresh;
    const outcome = await signIn({ transport, baseUrl, login, refresh, signal: closing.signal });
    return settle(outcome, before.tokens === undefined);
  }

  /** A first token is no renewal: should CLUe refuse it at once, the one renewal of this minute is still to be had. */
  async function settle(outcome: SignedIn, isFirst: boolean): Promise<Result<string>> {
    if (outcome.kind === 'failed') return await fail(outcome.problem);
    lastProblem = undefined;
    if (outcome.kind === 'refused') {
      const { why, code } = outcome;
      return failed(await refuse({ why, ...(code !== undefined && { code }), since: now() }));
    }
    const { by, access, refresh } = outcome;
    const tokens = { access, refresh, gotAt: now(), lifeMs: lifeOfToken(access), by, refused: false };
    const fresh = isFirst ? { lastAttempt: undefined, earlyRefusals: [] } : {};
    await remember({ tokens, refused: undefined, ...fresh });
    log.info('signed in to CLUe', { by, lifeMs: tokens.lifeMs });
    return ok(access);
  }

  async function fail(problem: Problem): Promise<Result<string>> {
    lastProblem = problem;
    const { lastAttempt } = book.record();
    if (problem.kind === 'rate-limited' && lastAttempt !== undefined && problem.retryAfterMs > lastAttempt.waitMs) {
      await remember({ lastAttempt: { ...lastAttempt, waitMs: problem.retryAfterMs } });
    }
    log.warn('signing in to CLUe failed', { problem });
    return failed(problem);
  }

  async function refuse(refused: Parameters<typeof problemOfRefusal>[0]): Promise<Problem> {
    await remember({ refused, tokens: undefined, earlyRefusals: [] });
    log.error('CLUe refuses the login; it is not repeated until the configuration changes or an admin asks', {
      why: refused.why,
      code: refused.code,
    });
    return problemOfRefusal(refused);
  }

  /** In the store first, so that nobody hears what a restart would forget; in memory even where the store fails. */
  async function remember(change: Parameters<SessionBook['note']>[0]): Promise<void> {
    if (!(await book.save(change))) book.note(change);
  }

  function status(): SessionStatus {
    const { refused, tokens } = book.record();
    if (refused !== undefined) return { kind: 'refused', problem: problemOfRefusal(refused) };
    if (tokens !== undefined && stateOfToken(tokens, now()) !== 'useless') {
      return { kind: 'active', since: tokens.gotAt, renewsAt: renewalOf(tokens) };
    }
    const problem = lastProblem ?? waits(now());
    return { kind: 'signed-out', ...(problem !== undefined && { problem }) };
  }

  function waits(at: Instant): Problem | undefined {
    const until = nextAttempt(book.record(), at);
    return until > at ? { kind: 'login-waits', until } : undefined;
  }

  return {
    async token(signal) {
      if (closing.signal.aborted) return failed(CLOSED);
      const at = now();
      forgetTheFuture(book, at);
      const { refused, tokens } = book.record();
      if (refused !== undefined) return failed(problemOfRefusal(refused));
      const state = stateOfToken(tokens, at);
      const waiting = underWay === undefined ? waits(at) : undefined;
      if (tokens === undefined || state === 'useless') {
        if (waiting === undefined) return untilAborted(attempt(false), signal);
        changed(status());
        return failed(waiting);
      }
      // The token still serves while its successor is on the way.
      if (state === 'due' && waiting === undefined) {
        attempt(false).catch((error: unknown) =>
          log.error('renewing the CLUe session broke', { error: nameOf(error) }),
        );
      }
      return ok(tokens.access);
    },

    async tokenRefused(token) {
      const { refused, tokens } = book.record();
      if (refused !== undefined) return problemOfRefusal(refused);
      if (tokens === undefined || tokens.access !== token || tokens.refused) return undefined;
      const at = now();
      const early = earlyRefusals(book.record(), tokens, at);
      log.warn('CLUe refused a token', {
        ageMs: at - tokens.gotAt,
        lifeMs: tokens.lifeMs,
        earlyInAnHour: early.length,
      });
      if (early.length >= SHARED_AFTER) {
        const shared = { why: 'account-shared', since: at } as const;
        // In memory at once: no login is under way here that would hold the other callers back.
        book.note({ refused: shared });
        const problem = await refuse(shared);
        changed(status());
        return problem;
      }
      // A token that came by the refresh token and was refused all the same leaves the login alone to try.
      const refresh = tokens.by === 'login' ? tokens.refresh : undefined;
      book.note({ tokens: { ...tokens, refresh, refused: true }, earlyRefusals: [...early] });
      return undefined;
    },

    async tokenAccepted() {},

    async askAgain(): Promise<AskAnswer> {
      if (closing.signal.aborted) return { kind: 'failed', problem: CLOSED };
      const at = now();
      forgetTheFuture(book, at);
      const record = book.record();
      if (underWay === undefined) {
        if (record.refused === undefined && stateOfToken(record.tokens, at) !== 'useless') return { kind: 'signed-in' };
        const nextAt = nextAsk(record, at);
        if (nextAt > at) return { kind: 'too-soon', nextAt };
      }
      const result = await attempt(true);
      if (result.ok) return { kind: 'signed-in' };
      return { kind: result.problem.kind === 'login-refused' ? 'refused' : 'failed', problem: result.problem };
    },

    status,

    async close() {
      closing.abort();
      await Promise.allSettled([underWay]);
    },
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
