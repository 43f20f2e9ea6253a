import { type Instant, instant } from '../../../door/ids.ts';
import type { Span } from '../../messages/span.ts';

const HOUR_MS = 3_600_000;

/** So many hours until now. */
export const lastHours = (hours: number, now: Instant): Span => ({
  from: instant(now - hours * HOUR_MS),
  said: { kind: 'last', ms: hours * HOUR_MS },
});
