import type { Instant } from '../door/ids.ts';

/** A stretch of time as somebody asked for it. */
export type Span = {
  readonly from: Instant;
  /** Its last millisecond; absent for "until now", where a device's clock may run a little ahead. */
  readonly to?: Instant;
  readonly said: Said;
};

/** How it was asked for, as far as it is said back in other words than its beginning and end. Days as `2026-11-20`. */
export type Said =
  | { readonly kind: 'today' | 'yesterday' | 'day'; readonly day: string }
  /** Whole days, the last one included. */
  | { readonly kind: 'days'; readonly first: string; readonly last: string }
  | { readonly kind: 'last'; readonly ms: number }
  | { readonly kind: 'since' }
  | { readonly kind: 'clock' };
