import type { EventId, Instant } from '../../door/ids.ts';
import { type DoorView, lastSeen } from '../door-view.ts';
import type { Span } from '../spans.ts';
import { NEVER } from './unlocks.ts';

/** What is said of a day is said, and over. Its rows may be forgotten long before: then it was seen when it is told. */
export function aboutDay(doors: readonly DoorView[], rows: readonly EventId[], now: Instant) {
  const seen = doors.flatMap((view) => lastSeen(view, rows) ?? []);
  return { seenAt: seen.reduce((a, b) => (a > b ? a : b), seen[0] ?? now), over: true, isAtHand: seen.length > 0 };
}

/** The day's record remembers what is told of it; a row that were kept without what belongs to it would mean something else. */
export const noRows = (): Span => ({ from: NEVER, to: NEVER });
