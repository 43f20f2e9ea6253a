import { errors } from 'undici';
import type { LoginRefusal, Problem } from '../door/problem.ts';
import { DEFAULT_RETRY_AFTER_MS } from './retry-after.ts';
import type { Heard } from './wire.ts';

/** A login that was answered by a no. */
export type Refusal = { readonly why: LoginRefusal; readonly code?: string };

/**
 * CLUe's codes for a login that is not to be repeated: AccountNotExist, AccountInfoNotMatched, AccountInactive,
 * AccountPasswordLocked, AccountStatusInvalid and too many two-factor tries.
 */
const REFUSAL_OF_CODE: Readonly<Record<string, LoginRefusal>> = {
  a1000: 'no-account',
  a1003: 'wrong-password',
  a1013: 'account-inactive',
  a1014: 'account-locked',
  a1015: 'other',
  a1032: 'two-factor-asked',
};

/** The account's status as the vendor's guide lists it for a login's answer; ACTIVE alone is a yes. */
const REFUSAL_OF_STATUS: Readonly<Record<string, LoginRefusal>> = {
  INACTIVE: 'account-inactive',
  DELETE_RESERVE: 'account-inactive',
  PASSWORD_LOCKED: 'account-locked',
  PASSWORD_EXPIRED: 'password-expired',
  AUTH_CODE_LOCKED: 'two-factor-asked',
  AUTH_CODE_TOO_MANY_SEND: 'two-factor-asked',
};

/** RefreshTokenMissing, RefreshTokenExpired and TokenInvalid: another token may do. */
const TOKEN_CODES: ReadonlySet<string> = new Set(['a1010', 'a1011', 'a1028']);

/** Whether CLUe refused the token that the question came with, and not the question. */
export function tokenWasRefused(heard: Heard): boolean {
  return !heard.ok && (heard.status === 401 || (heard.code !== undefined && TOKEN_CODES.has(heard.code)));
}

/**
 * Why a login's answer is a no that must not be repeated by itself, since repeating locks the account. Every 4xx is
 * one, save a timeout (408) and a rate limit (429); so is a 200 that denies itself or names an account that is not
 * active. A server's fault (5xx), a redirect or an unreadable 200 is none.
 */
export function refusalOfLogin(heard: Heard, accountStatus: string | undefined): Refusal | undefined {
  const byStatus = accountStatus === undefined ? undefined : REFUSAL_OF_STATUS[accountStatus];
  const byCode = heard.code === undefined ? undefined : REFUSAL_OF_CODE[heard.code];
  const code = heard.code !== undefined && { code: heard.code };
  if (byCode !== undefined) return { why: byCode === 'other' ? (byStatus ?? 'other') : byCode, ...code };
  if (heard.ok) {
    if (accountStatus === undefined || accountStatus === 'ACTIVE') return undefined;
    return { why: byStatus ?? 'other', ...(byStatus !== undefined && { code: accountStatus }) };
  }
  if (heard.status === 408 || heard.status === 429 || isServerFault(heard)) return undefined;
  if (heard.status >= 400) {
    const nameless = heard.status === 401 && heard.code === undefined;
    return { why: byStatus ?? (nameless ? 'wrong-password' : 'other'), ...code };
  }
  if (heard.status >= 300 || heard.unreadable !== undefined) return undefined;
  return { why: byStatus ?? 'other', ...code };
}

/** What an answer that is no success means for the one who asked. */
export function problemOfAnswer(heard: Heard): Problem {
  const { status, fields, unreadable } = heard;
  const code = heard.code !== undefined && { code: heard.code };
  if (status === 429) return { kind: 'rate-limited', retryAfterMs: heard.retryAfterMs ?? DEFAULT_RETRY_AFTER_MS };
  if (status === 408 || isServerFault(heard)) return { kind: 'server-error', status, ...code };
  if (status === 401) return { kind: 'not-allowed', ...code };
  // A page in HTML is a proxy's or a wrong address's: it says nothing about the place.
  if (unreadable !== undefined && (status < 400 || unreadable === 'HTML in place of JSON')) {
    return { kind: 'unreadable-answer', status, detail: status < 300 ? unreadable : `${unreadable}, status ${status}` };
  }
  if (heard.code === 'e1007') return { kind: 'no-such-place', ...code };
  if (status === 403 || heard.code === 'e1001') return { kind: 'not-allowed', ...code };
  if (status === 404) return { kind: 'no-such-place', ...code };
  if (status >= 400) return { kind: 'bad-request', status, ...code, detail: complaint(fields) };
  return { kind: 'server-error', status, ...code };
}

function isServerFault(heard: Heard): boolean {
  return heard.status >= 500 || heard.code === 'e1000';
}

function complaint(fields: readonly string[]): string {
  return fields.length === 0 ? 'CLUe named no field' : `CLUe complained of ${[...new Set(fields)].join(', ')}`;
}

/** An answer whose body ended before its end, told apart from a connection that broke before any answer. */
export class AnswerBrokeOff extends Error {
  readonly code = 'CLUE_ANSWER_BROKE_OFF';
  readonly status: number;
  constructor(status: number, cause: Error) {
    super('the answer broke off', { cause });
    this.status = status;
  }
}

/** An answer larger than the edge is ready to hold. */
export class AnswerTooLarge extends Error {
  readonly code = 'CLUE_ANSWER_TOO_LARGE';
  readonly status: number;
  constructor(status: number) {
    super('the answer is too large');
    this.status = status;
  }
}

/**
 * What a failed request means. Only the error's code is repeated, since messages may quote addresses or headers.
 *
 * @param elapsedMs how long the request took until it failed, in milliseconds.
 * @throws the error itself, where it is a fault of this program and none of the network.
 */
export function problemOfFailure(error: unknown, elapsedMs: number): Problem {
  if (error instanceof AnswerBrokeOff) {
    return { kind: 'unreadable-answer', status: error.status, detail: 'the body broke off' };
  }
  if (error instanceof AnswerTooLarge) {
    return { kind: 'unreadable-answer', status: error.status, detail: 'a body larger than the limit' };
  }
  if (!(error instanceof Error) || error instanceof TypeError || error instanceof errors.InvalidArgumentError)
    throw error;
  const code = codeOf(error);
  if (error.name === 'TimeoutError' || (code !== undefined && TIMEOUT_CODES.has(code))) {
    return { kind: 'timeout', afterMs: Math.round(elapsedMs) };
  }
  if (code === undefined) throw error;
  return { kind: 'unreachable', detail: code };
}

/** What a caller hears whose own signal ended the wait: a deadline of its own, or another reason to give up. */
export function problemOfAbort(signal: AbortSignal, elapsedMs: number): Problem {
  if (signal.reason instanceof Error && signal.reason.name === 'TimeoutError') {
    return { kind: 'timeout', afterMs: Math.round(elapsedMs) };
  }
  return { kind: 'unreachable', detail: 'the question was given up before its answer came' };
}

const TIMEOUT_CODES: ReadonlySet<string> = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]);

function codeOf(error: Error): string | undefined {
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause instanceof Error ? codeOf(error.cause) : undefined;
}
