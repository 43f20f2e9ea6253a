import { after, type EventId, type Instant } from '../../door/ids.ts';
import type { Passage } from '../../door/passage.ts';
import type { Entry, Failures } from '../incident.ts';
import { countOf, type TrailRow, untilOf } from '../trail.ts';
import type { Kind, Sighting } from './kind.ts';

/** A burst of failures at one door ends after so much quiet, in milliseconds. */
export const QUIET_MS = 60_000;

/** Authentication failures at one door, each within a minute of the one before, and who was let in then. */
export const failures: Kind<Failures> = {
  name: 'failures',
  sight: ({ trail, passages, now }) => {
    const rows = trail.filter((row) => row.event.kind === 'auth-failed');
    return bursts(rows).map((burst) => sighting(burst, passages, now));
  },
  extent: (facts) => ({ from: facts.firstAt, to: after(facts.lastAt, QUIET_MS + 1) }),
  carry: (known, sighted, isAtHand) => {
    const until = after(sighted.lastAt, QUIET_MS);
    const gone = known.entries.filter(({ at }) => at >= sighted.firstAt && at <= until && !isAtHand(at));
    return gone.length === 0 ? sighted : { ...sighted, entries: [...gone, ...sighted.entries].sort(byMoment) };
  },
  keeps: (facts) => ({ from: after(facts.firstAt, -QUIET_MS), to: after(facts.lastAt, QUIET_MS) }),
};

function bursts(rows: readonly TrailRow[]): TrailRow[][] {
  const result: TrailRow[][] = [];
  let lastAt: Instant | undefined;
  for (const row of rows) {
    const burst = result.at(-1);
    if (burst !== undefined && lastAt !== undefined && row.event.at - lastAt <= QUIET_MS) burst.push(row);
    else result.push([row]);
    lastAt = lastAt === undefined || untilOf(row) > lastAt ? untilOf(row) : lastAt;
  }
  return result;
}

function sighting(burst: readonly TrailRow[], passages: readonly Passage[], now: Instant): Sighting<Failures> {
  const times = burst.flatMap((row) => [row.event.at, untilOf(row)]);
  const firstAt = times.reduce((a, b) => (a < b ? a : b));
  const lastAt = times.reduce((a, b) => (a > b ? a : b));
  const seenAt = burst.map((row) => row.seenAt).reduce((a, b) => (a > b ? a : b));
  const founders: EventId[] = burst.map((row) => row.event.id);
  return {
    facts: {
      kind: 'failures',
      count: burst.reduce((sum, row) => sum + countOf(row), 0),
      firstAt,
      lastAt,
      entries: entriesWithin(passages, firstAt, after(lastAt, QUIET_MS)),
    },
    founders,
    seenAt,
    // A device whose clock runs ahead writes failures of the future; then only the bot's own clock tells of quiet. A burst
    // that the bot saw after its own clock was put back is over too.
    over: Math.abs(now - Math.min(lastAt, seenAt)) > QUIET_MS,
  };
}

/** Who was let in within a stretch of device time, oldest first; of passages that come oldest first. */
function entriesWithin(passages: readonly Passage[], from: Instant, to: Instant): readonly Entry[] {
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

const byMoment = (a: Entry, b: Entry): number => a.at - b.at;
