import { after, type Instant } from '../../door/ids.ts';
import type { Passage } from '../../door/passage.ts';
import type { Entry, Failures } from '../door-facts.ts';
import { type Burst, burstsOf, entriesWithin, QUIET_MS } from './bursts.ts';
import type { DoorKind, Sighting } from './kind.ts';

/** Authentication failures at one door, each within a minute of the one before, and who was let in then. */
export const failures: DoorKind<Failures> = {
  name: 'failures',
  of: 'door',
  sight: ({ trail, passages, now }) => burstsOf(trail).map((burst) => sighting(burst, passages, now)),
  extent: (facts) => ({ from: facts.firstAt, to: after(facts.lastAt, QUIET_MS + 1) }),
  carry: (known, sighted, isAtHand) => {
    const until = after(sighted.lastAt, QUIET_MS);
    const gone = known.entries.filter(({ at }) => at >= sighted.firstAt && at <= until && !isAtHand(at));
    return gone.length === 0 ? sighted : { ...sighted, entries: [...gone, ...sighted.entries].sort(byMoment) };
  },
  keeps: (facts) => ({ from: after(facts.firstAt, -QUIET_MS), to: after(facts.lastAt, QUIET_MS) }),
};

function sighting(burst: Burst, passages: readonly Passage[], now: Instant): Sighting<Failures> {
  const { rows, count, firstAt, lastAt, seenAt } = burst;
  return {
    facts: {
      kind: 'failures',
      count,
      firstAt,
      lastAt,
      entries: entriesWithin(passages, firstAt, after(lastAt, QUIET_MS)),
    },
    founders: rows.map((row) => row.event.id),
    seenAt,
    // A device whose clock runs ahead writes failures of the future; then only the bot's own clock tells of quiet. A burst
    // that the bot saw after its own clock was put back is over too.
    over: Math.abs(now - Math.min(lastAt, seenAt)) > QUIET_MS,
  };
}

const byMoment = (a: Entry, b: Entry): number => a.at - b.at;
