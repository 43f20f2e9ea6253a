import type { Instant } from './ids.ts';

/** Why CLUe refused a login. Each of these is final until a person does something about it. */
export const LOGIN_REFUSALS = [
  'wrong-password',
  'no-account',
  'account-locked',
  'password-expired',
  'account-inactive',
  'two-factor-asked',
  'key-refused',
  /** Tokens were refused early three times within an hour: somebody else logs in with this account. */
  'account-shared',
  'other',
] as const;
export type LoginRefusal = (typeof LOGIN_REFUSALS)[number];

/** What keeps us from the doors' log. A value, not an exception: each has words in slack/messages/problem.ts. */
export type Problem =
  | { readonly kind: 'login-refused'; readonly why: LoginRefusal; readonly code?: string; readonly since: Instant }
  /** A renewal is owed but the last one is less than a minute old. */
  | { readonly kind: 'login-waits'; readonly until: Instant }
  | { readonly kind: 'unreachable'; readonly detail: string }
  | { readonly kind: 'timeout'; readonly afterMs: number }
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number }
  | { readonly kind: 'server-error'; readonly status: number; readonly code?: string }
  /** HTML from a proxy, an empty body, JSON that breaks off, or JSON of another shape. */
  | { readonly kind: 'unreadable-answer'; readonly status: number; readonly detail: string }
  | { readonly kind: 'not-allowed'; readonly code?: string }
  | { readonly kind: 'no-such-place'; readonly code?: string }
  /** CLUe refused the question itself. */
  | { readonly kind: 'bad-request'; readonly status: number; readonly code?: string; readonly detail: string };

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

export const ok = <Value>(value: Value): Result<Value> => ({ ok: true, value });
export const failed = (problem: Problem): Result<never> => ({ ok: false, problem });
