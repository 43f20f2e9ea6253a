import type { Span } from '../../asking/span.ts';
import { dayOf, startOfDay } from '../../door/day.ts';
import type { Instant } from '../../door/ids.ts';

export { MOST_DAYS } from '../../asking/time.ts';

/** The day it is in a zone, from its first moment until now. */
export function todaySpan(now: Instant, timeZone: string): Span {
  const day = dayOf(now, timeZone);
  return { from: startOfDay(day, timeZone), said: { kind: 'today', day } };
}
