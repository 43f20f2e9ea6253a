import { after, type Instant } from '../door/ids.ts';
import type { SessionBook } from './session-book.ts';
import type { SessionRecord, Tokens } from './session-record.ts';

/** A person's wish to log in again is granted at most once in this time, in milliseconds. */
export const ASK_EVERY_MS = 600_000;
/** Tokens are renewed after this part of their life. */
const RENEW_AFTER_PART = 0.9;
/** A token refused before this part of its life was refused early. */
const EARLY_PART = 0.8;
const HOUR_MS = 3_600_000;

/** Whether a token can be used: `due` still can, and wants to be renewed. */
export type TokenState = 'fresh' | 'due' | 'useless';

/**
 * Judges a token by its age on our clock. A token that seems to come from the future shows that our clock was set
 * back: it is used until CLUe refuses it, since renewing on doubt would log in with every jump of the clock.
 */
export function stateOfToken(tokens: Tokens | undefined, now: Instant): TokenState {
  if (tokens === undefined || tokens.refused) return 'useless';
  const ageMs = now - tokens.gotAt;
  if (ageMs >= tokens.lifeMs) return 'useless';
  return ageMs < tokens.lifeMs * RENEW_AFTER_PART ? 'fresh' : 'due';
}

/** When a token is to be renewed. */
export function renewalOf(tokens: Tokens): Instant {
  return after(tokens.gotAt, Math.floor(tokens.lifeMs * RENEW_AFTER_PART));
}

/** From when on a token may be asked for. */
export function nextAttempt(record: SessionRecord, now: Instant): Instant {
  const { lastAttempt } = record;
  return lastAttempt === undefined ? now : after(lastAttempt.at, lastAttempt.waitMs);
}

/** From when on a person may ask for a login. */
export function nextAsk(record: SessionRecord, now: Instant): Instant {
  return record.lastAskedAt === undefined ? now : after(record.lastAskedAt, ASK_EVERY_MS);
}

/**
 * Moves what the record has in the future to now: the clock was set back. The limits then hold from now on, where they
 * would otherwise hold until the old time has come again, or not at all.
 */
export function forgetTheFuture(book: SessionBook, now: Instant): void {
  const { lastAttempt, lastAskedAt } = book.record();
  if (lastAttempt !== undefined && lastAttempt.at > now) book.note({ lastAttempt: { ...lastAttempt, at: now } });
  if (lastAskedAt !== undefined && lastAskedAt > now) book.note({ lastAskedAt: now });
}

/** The early refusals of the last hour, with the one of this token if it is one. */
export function earlyRefusals(record: SessionRecord, refused: Tokens, now: Instant): readonly Instant[] {
  const ageMs = now - refused.gotAt;
  const early = ageMs >= 0 && ageMs < refused.lifeMs * EARLY_PART;
  return [...record.earlyRefusals.filter((at) => at <= now && now - at < HOUR_MS), ...(early ? [now] : [])];
}
