import { z } from 'zod';
import { instant } from '../door/ids.ts';
import { LOGIN_REFUSALS, type Problem } from '../door/problem.ts';

const Moment = z.number().transform(instant);

const Tokens = z.object({
  access: z.string().min(1),
  refresh: z.string().min(1).optional(),
  /** Our clock when the answer that brought the access token came. */
  gotAt: Moment,
  lifeMs: z.number().positive(),
  by: z.enum(['login', 'refresh']),
  /** CLUe has refused the access token; the refresh token may still do. */
  refused: z.boolean(),
});

const Refused = z.object({ why: z.enum(LOGIN_REFUSALS), code: z.string().optional(), since: Moment });

const Record = z.object({
  version: z.literal(1),
  fingerprint: z.object({ salt: z.string().min(1), hash: z.string().min(1) }),
  tokens: Tokens.optional(),
  refused: Refused.optional(),
  /** The last time a token was asked for, saved before the request went out, and how long to leave CLUe alone since. */
  lastAttempt: z.object({ at: Moment, waitMs: z.number().nonnegative() }).optional(),
  /** The last time a person asked for a login by hand. */
  lastAskedAt: Moment.optional(),
  /** When tokens were refused long before their end, within the last hour. */
  earlyRefusals: z.array(Moment),
});

/** The one value that the session keeps in the store. It holds tokens: encrypt the store, and never print it. */
export type SessionRecord = Readonly<z.infer<typeof Record>>;
export type Tokens = Readonly<z.infer<typeof Tokens>>;

/** The record that a store gave back, or nothing where it is of another shape. */
export function readRecord(value: unknown): SessionRecord | undefined {
  const parsed = Record.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** What everybody hears while a refusal stands. */
export function problemOfRefusal(refused: NonNullable<SessionRecord['refused']>): Problem {
  const { why, code, since } = refused;
  return { kind: 'login-refused', why, ...(code !== undefined && { code }), since };
}
