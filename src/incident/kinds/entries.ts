import { after, type Instant, instant } from '../../door/ids.ts';
import { type Arrival, arrivalsOf } from '../days.ts';
import type { Entries } from '../door-facts.ts';
import type { DoorView } from '../door-view.ts';
import { lastSeen } from '../door-view.ts';
import { isRecent, type PlaceKind } from './kind.ts';

const MINUTE_MS = 60_000;
/** The authentication comes shortly before the relay, which comes shortly after the minute. In milliseconds. */
const AROUND_MS = 10_000;

/** Who was let in at a place, told together by the minute of the clock: any order of rows gives the same minutes. */
export const entries: PlaceKind<Entries> = {
  name: 'entries',
  of: 'place',
  sight: (place) => {
    const { doors, now } = place;
    const byMinute = new Map<number, { readonly arrival: Arrival; readonly view: DoorView }[]>();
    for (const view of doors) {
      for (const arrival of arrivalsOf(view)) {
        const minute = Math.floor(arrival.at / MINUTE_MS);
        const its = byMinute.get(minute);
        if (its === undefined) byMinute.set(minute, [{ arrival, view }]);
        else its.push({ arrival, view });
      }
    }
    return [...byMinute].map(([minute, its]) => {
      const sorted = its.sort((a, b) => byMoment(a.arrival, b.arrival));
      const seenAt = sorted.map(({ arrival, view }) => lastSeen(view, arrival.rows) ?? now).reduce(later);
      return {
        facts: {
          kind: 'entries',
          since: instant(minute * MINUTE_MS),
          entries: sorted.map(({ arrival: { rows, ...entry } }) => entry),
        },
        founders: sorted.flatMap(({ arrival }) => arrival.rows),
        seenAt,
        isDue: isRecent(seenAt, place),
        // Nothing goes on: whoever comes within the same minute joins it.
        over: true,
      };
    });
  },
  extent: ({ since }) => ({ from: since, to: after(since, MINUTE_MS) }),
  carry: (known, sighted, isAtHand) => {
    const gone = known.entries.filter(({ at }) => !isAtHand(at));
    return gone.length === 0 ? sighted : { ...sighted, entries: [...gone, ...sighted.entries] };
  },
  keeps: ({ since }) => ({ from: after(since, -AROUND_MS), to: after(since, MINUTE_MS + AROUND_MS) }),
};

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

const byMoment = (a: Arrival, b: Arrival): number => a.at - b.at || ((a.rows[0] ?? '') < (b.rows[0] ?? '') ? -1 : 1);
