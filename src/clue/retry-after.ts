import type { Instant } from '../door/ids.ts';

/** How long to wait after a 429 that does not say. */
export const DEFAULT_RETRY_AFTER_MS = 10_000;
/** The longest wait that is believed. */
const LONGEST_MS = 3_600_000;

/**
 * Reads a Retry-After header: seconds or an HTTP date (RFC 9110, 10.2.3), in milliseconds from now. A date is measured
 * against the answer's own Date header where there is one, so that a wrong clock on this machine does no harm.
 */
export function readRetryAfter(header: string | undefined, dateHeader: string | undefined, now: Instant): number {
  const value = header?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(value)) return between(Math.ceil(Number(value) * 1000));
  const until = Date.parse(value);
  if (Number.isNaN(until)) return DEFAULT_RETRY_AFTER_MS;
  const from = Date.parse(dateHeader ?? '');
  return between(until - (Number.isNaN(from) ? now : from));
}

function between(ms: number): number {
  return Math.min(Math.max(ms, 0), LONGEST_MS);
}
