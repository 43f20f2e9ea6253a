import type { Instant } from '../../door/ids.ts';
import type { Passage } from '../../door/passage.ts';
import type { Entry } from '../door-facts.ts';
import { countOf, type TrailRow, untilOf } from '../trail.ts';

/** A burst of failures at one door ends after so much quiet, in milliseconds. */
export const QUIET_MS = 60_000;

/** Failures at one door, each within a minute of the one before. */
export type Burst = {
  readonly rows: readonly TrailRow[];
  readonly count: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  /** When the bot last saw a row of it. */
  readonly seenAt: Instant;
};

/** The bursts that a door's rows show, oldest first; each ends by so much quiet, in milliseconds. */
export function burstsOf(trail: readonly TrailRow[], quietMs = QUIET_MS): readonly Burst[] {
  const result: TrailRow[][] = [];
  let lastAt: Instant | undefined;
  for (const row of trail) {
    if (row.event.kind !== 'auth-failed') continue;
    const burst = result.at(-1);
    if (burst !== undefined && lastAt !== undefined && row.event.at - lastAt <= quietMs) burst.push(row);
    else result.push([row]);
    lastAt = lastAt === undefined || untilOf(row) > lastAt ? untilOf(row) : lastAt;
  }
  return result.map((rows) => {
    const times = rows.flatMap((row) => [row.event.at, untilOf(row)]);
    return {
      rows,
      count: rows.reduce((sum, row) => sum + countOf(row), 0),
      firstAt: times.reduce((a, b) => (a < b ? a : b)),
      lastAt: times.reduce((a, b) => (a > b ? a : b)),
      seenAt: rows.map((row) => row.seenAt).reduce((a, b) => (a > b ? a : b)),
    };
  });
}

/** Who was let in within a stretch of device time, oldest first; of passages that come oldest first. */
export function entriesWithin(passages: readonly Passage[], from: Instant, to: Instant): readonly Entry[] {
  let [first, above] = [0, passages.length];
  while (first < above) {
    const middle = (first + above) >>> 1;
    if ((passages[middle]?.at ?? from) < from) first = middle + 1;
    else above = middle;
  }
  const entries: Entry[] = [];
  for (let index = first; (passages[index]?.at ?? Number.POSITIVE_INFINITY) <= to; index += 1) {
    const passage = passages[index];
    if (passage?.kind !== 'let-in') continue;
    entries.push({ at: passage.at, ...(passage.person !== undefined && { person: passage.person }) });
  }
  return entries;
}
